// Whether the first of rows that are arrays names the columns. In: the text of the first two rows, null for one
// that was cut off. Out: the names, or null; in doubt null.

const name = /^[\p{L}_][\p{L}\p{N}_ .-]{0,60}$/u;

export function headerRow(rows: readonly (string | null)[]): string[] | null {
  const [first, second] = rows.map((row) => valuesOf(row ?? null));
  if (!first || !second || first.length !== second.length) return null;
  const isNames = first.every((value) => typeof value === 'string' && name.test(value));
  const names = first.map(String);
  if (!isNames || new Set(names.map((value) => value.toLowerCase())).size < names.length) return null;
  return second.some((value) => typeof value !== 'string' || !name.test(value)) ? names : null;
}

function valuesOf(row: string | null): unknown[] | null {
  if (row === null) return null;
  try {
    return JSON.parse(Buffer.from(row, 'latin1').toString()) as unknown[];
  } catch {
    return null;
  }
}
