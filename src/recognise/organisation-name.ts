/*
 * Organisations in columns of names: customers that are a company, a town hall, an association. In: the normal form of a
 * name (see `normaliseName`). Out: yes or no. Strict on purpose: a person whose name looks like a company's must never
 * vanish from the count, so that legal forms that are also somebody's name (SA, AS, AB) say nothing. Never allocates.
 */

/** Legal forms, at the end of a name of several words, or at its beginning. */
const legalForms = new Set(
  `sarl eurl sasu snc scop selarl gie sci scm sccv gaec earl gmbh ggmbh mbh ohg kgaa ltd limited llc llp plc inc
  incorporated corp corporation bvba sprl vzw asbl vof srl srls spol sro sp zoo aps oyj sicav cooperative`.split(
    /\s+/u,
  ),
);

/** What an institution's name begins with; of several words. */
const institutions = new Set(
  `mairie association assoc commune communaute ministere prefecture departement syndicat universite hopital clinique
  societe ste entreprise etablissements etablissement ets federation fondation comite conseil cabinet agence caisse
  mutuelle ecole lycee groupement cooperative paroisse consulat ambassade stichting vereniging gemeente verein
  stadtverwaltung gemeinde landratsamt universitat krankenhaus stiftung firma university ministry council ayuntamiento
  asociacion fundacion sociedad universidad comune associazione fondazione societa universita camara municipio
  prefeitura associacao`.split(/\s+/u),
);

const longestWord = 16;
const forms = wordTable(legalForms);
const beginnings = wordTable(institutions);

/** `bytes` from `start` to `end`: lower case, words with one space between them. */
export function isOrganisationName(bytes: Uint8Array, start: number, end: number): boolean {
  const firstEnd = wordEnd(bytes, start, end);
  if (firstEnd === end) return false;
  if (isIn(beginnings, bytes, start, firstEnd) || isIn(forms, bytes, start, firstEnd)) return true;
  let lastStart = end;
  while (bytes[lastStart - 1] !== 0x20) lastStart--;
  return isIn(forms, bytes, lastStart, end);
}

function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== 0x20) at++;
  return at;
}

/** Words by their first letter and length: of a name most are turned away by these alone. */
function wordTable(words: Set<string>): (readonly string[] | undefined)[] {
  const table: string[][] = [];
  for (const word of words) (table[place(word.charCodeAt(0), word.length)] ??= []).push(word);
  return table;
}

function place(first: number, length: number): number {
  return (first & 31) * (longestWord + 1) + length;
}

function isIn(
  table: (readonly string[] | undefined)[],
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  if (to - from > longestWord) return false;
  const words = table[place(bytes[from]!, to - from)];
  if (words === undefined) return false;
  for (const word of words) {
    let at = 0;
    while (at < word.length && bytes[from + at] === word.charCodeAt(at)) at++;
    if (at === word.length) return true;
  }
  return false;
}
