// A size as people write it, `500MB` or `1.5 TB`, as a number of bytes. Units are decimal, as on a disk's label.

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Null where the text is no size. */
export function parseByteSize(text: string): number | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([KMGT]?B)?$/iu.exec(text.trim());
  if (!match) return null;
  const bytes = Math.round(Number(match[1]) * 1000 ** units.indexOf((match[2] ?? 'B').toUpperCase()));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
}
