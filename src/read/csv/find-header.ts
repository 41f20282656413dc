// Whether the first record of a table names its columns. In: the records. Out: whether it does, and the names: when
// in doubt the record is a row, as a row taken for a header would be lost.

import { cellKind, kindOfColumn, tellingKinds } from './cell-kind.ts';

/** Words that headers are made of, without accents and signs. */
const headerWords = new Set(
  `id ids uid guid uuid key no nr num number numero nummer name names nom noms prenom prenoms vorname nachname
  first last middle firstname lastname fullname surname given family username user users login nick nickname
  pseudo email emails mail mails courriel e password passwords passwort motdepasse mdp pass hash pwd salt phone
  phones tel telephone telefon telefonnummer mobile portable handy fax address adresse adresses anschrift street
  rue strasse city ville ort stadt zip zipcode postcode postal plz cp code state region land country pays gender
  sex sexe geschlecht civilite anrede title titre titel age birth birthday birthdate dob naissance geburtsdatum
  date dates datum time created updated modified at registered last_login ip ipaddress company societe firma
  employer job position occupation poste beruf department iban bic card account konto compte balance amount
  montant betrag price prix total currency status statut type kind category group role active comment comments
  note notes remark description message language langue locale url link website nir ssn insee siret nss value`.split(
    /\s+/u,
  ),
);

/** Whether the first record names the columns of the others. */
export function findHeader(records: readonly string[][]): boolean {
  const [header, ...rows] = records;
  if (!header || rows.length === 0) return false;
  const filled = header.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.length < header.length * 0.6) return false;
  if (filled.some((cell) => !isNameLike(cell))) return false;
  const columns = header.map((_, i) => rows.map((row) => row[i] ?? ''));
  // a name that is also a value of its column is no name
  const repeated = header.filter((cell, i) => cell !== '' && isRepeated(cell, columns[i]!)).length;
  if (repeated > header.length * 0.1) return false;
  const known = filled.filter(isKnownName).length;
  const typed = columns.filter((cells, i) => {
    const kind = kindOfColumn(cells);
    return kind !== null && tellingKinds.includes(kind) && header[i] !== '' && cellKind(header[i]!) !== kind;
  }).length;
  const distinct = new Set(filled.map((cell) => cell.toLowerCase())).size;
  if (distinct < filled.length * 0.6) return false;
  if (typed > 0 && known + typed >= Math.max(1, filled.length * 0.15)) return true;
  const coded = filled.filter((cell) =>
    /^[a-z0-9]+(?:_[a-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z0-9]+)+$/u.test(cell),
  ).length;
  return known >= filled.length * 0.5 || known + coded >= filled.length * 0.6;
}

/** Among many passwords one is `password`: a column's usual name may be a rare value of it. */
function isRepeated(name: string, cells: readonly string[]): boolean {
  const times = cells.filter((cell) => cell === name).length;
  return times > 0 && (times > cells.length * rareShare || !isKnownName(name));
}

const rareShare = 0.05;

function isNameLike(cell: string): boolean {
  const kind = cellKind(cell);
  return kind === 'name' || kind === 'word'
    ? /[A-Za-z\u0080-\u00ff]/u.test(cell) && !/[@=<>{}]/u.test(cell)
    : cell === 'no';
}

/** Whether a cell, one byte a sign, is called as columns are. */
export function isKnownName(cell: string): boolean {
  const plain = new TextDecoder()
    .decode(Buffer.from(cell, 'latin1'))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/u).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= 4 &&
    (headerWords.has(words.join('')) || words.some((word) => headerWords.has(word)))
  );
}

/** The names as text, without two that are the same and without empty ones. */
export function columnNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const given = decodedName(header[i] ?? '')
      .replaceAll(/\s+/gu, ' ')
      .trim();
    const name = given === '' ? `column ${i + 1}` : given;
    let distinct = name;
    for (let n = 2; taken.has(distinct.toLowerCase()); n++) distinct = `${name} ${n}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}

function decodedName(cell: string): string {
  const bytes = Buffer.from(cell, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
