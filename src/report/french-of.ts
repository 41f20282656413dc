// "Of" before a name in French. In: a name as somebody wrote it. Out: "de" or "d’" with the name behind it.

/** Before a vowel the e falls. An h at the beginning is mute or not by the word, which no rule tells: "de" stays there. */
export function frenchOf(name: string): string {
  // without its accents
  const first = name.normalize('NFD').charAt(0).toLowerCase();
  return /^[aeiouœæ]$/u.test(first) ? `d’${name}` : `de ${name}`;
}
