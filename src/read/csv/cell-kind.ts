// What a cell is by its shape alone, as far as it helps to tell a table from prose and a header from a row.

export type CellKind =
  | 'empty'
  | 'number'
  | 'date'
  | 'email'
  | 'hash'
  | 'address'
  | 'truth'
  | 'name'
  | 'word'
  | 'text';

/** Kinds that prose does not repeat line after line in the same place. */
export const tellingKinds: readonly CellKind[] = ['number', 'date', 'email', 'hash', 'address', 'truth'];

const shapes: [CellKind, RegExp][] = [
  [
    'number',
    /^[-+]?(?:\d{1,19}|\d{1,3}(?:[ ,.]\d{3}){1,5})(?:[.,]\d{1,12})?(?:[eE][-+]?\d{1,3})?\s?[%$\u0080\u00a3]?$/u,
  ],
  ['number', /^\+?\(?\d[\d ().\-/]{5,24}$/u],
  [
    'date',
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z| ?[-+]\d{2}:?\d{2}| ?[AaPp][Mm])?)?$/u,
  ],
  ['date', /^\d{1,2}:\d{2}(?::\d{2})?$/u],
  ['email', /^[^\s@,;:|"<>]{1,64}@[^\s@,;:|"<>]{1,190}\.[A-Za-z]{2,24}$/u],
  ['hash', /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/iu],
  ['hash', /^\$(?:2[abxy]?|1|5|6|P|H|argon2\w{1,2}|apr1|pbkdf2)\$[\w./$+=,-]{8,200}$/u],
  ['hash', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu],
  ['address', /^(?:\d{1,3}\.){3}\d{1,3}$/u],
  ['address', /^https?:\/\/\S{3,2000}$/u],
  ['truth', /^(?:true|false|yes|no|oui|non|ja|nein|[tfynYN]|TRUE|FALSE|True|False)$/u],
  ['empty', /^(?:|NULL|null|\\N|N\/A|n\/a)$/u],
  // letters beyond ASCII come as the bytes that they are written with
  ['name', /^[A-Za-z_#\u0080-\u00ff][\w .\-/()#%&°?*'[\]\u0080-\u00ff]{0,63}$/u],
  ['word', /^\S{1,64}$/u],
];

export function cellKind(cell: string): CellKind {
  for (const [kind, shape] of shapes) if (shape.test(cell)) return kind;
  return 'text';
}

/** The kind that nearly all filled cells of a column have, or null. */
export function kindOfColumn(cells: readonly string[]): CellKind | null {
  const counts = new Map<CellKind, number>();
  let filled = 0;
  for (const cell of cells) {
    const kind = cellKind(cell);
    if (kind === 'empty') continue;
    filled++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count >= filled * uniformShare) return kind;
  return null;
}

/** One value in ten may be badly typed. */
const uniformShare = 0.9;
