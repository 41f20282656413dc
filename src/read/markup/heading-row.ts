// Whether the first row of a sheet names its columns. Certain it is never: the row must be short words, each
// once, and the rows below must differ from it in kind, or the words must be ones that columns are named by.

export type SheetCell = string | null;

/** Rows that show what a column holds. */
export const rowsCompared = 20;

const longestHeading = 120;
/** Blank headings that merged or forgotten cells leave. */
const namedShare = 0.6;

export function isHeadingRow(rows: readonly (readonly SheetCell[])[]): boolean {
  const [first, ...below] = rows;
  if (first === undefined || below.length === 0) return false;
  const width = below.reduce((widest, row) => Math.max(widest, filledCells(row)), 0);
  const names = first.filter((cell) => cell !== null && cell.trim() !== '');
  if (names.length === 0 || names.length < Math.min(width, first.length) * namedShare) return false;
  if (!names.every((name) => isHeading(name!))) return false;
  if (new Set(names).size < names.length * namedShare) return false;
  if (first.some((name, i) => name !== null && name !== '' && below.some((row) => row[i] === name)))
    return false;
  const differs = first.some((name, i) => name !== null && below.some((row) => isNoHeading(row[i])));
  return differs || names.some((name) => columnWord.test(name!));
}

export function filledCells(row: readonly SheetCell[]): number {
  return row.filter((cell) => cell !== null && cell !== '').length;
}

function isHeading(cell: string): boolean {
  if (cell.length > longestHeading || cell.includes('@')) return false;
  const digits = cell.replace(/\D/gu, '').length;
  return /\p{L}/u.test(cell) && digits <= 4 && digits < cell.length / 2;
}

function isNoHeading(cell: SheetCell | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '' && !isHeading(cell);
}

/** Words of headings in English, French and German, and what data bases make of them. */
const columnWord =
  /(?:^|[^\p{L}])(?:id|uuid|name|first ?name|last ?name|surname|nom|pr[ée]nom|vorname|nachname|e-?mail|mail|courriel|phone|tel|telephone|t[ée]l[ée]phone|telefon|mobile|address|adresse|street|rue|stra[ßs]+e|city|town|ville|ort|stadt|country|pays|land|zip|postcode|plz|gender|sexe?|geschlecht|title|titre|titel|company|soci[ée]t[ée]|firma|user|login|password|status|type|date|department|service|role|comment|notes?)(?:$|[^\p{L}])/iu;
