/** The SIREN of La Poste, whose establishments have a sum of their own: it stays in their numbers, and no firm becomes it. */
export const laPoste = 356_000_000;
