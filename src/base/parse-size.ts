/**
 * `200MB`, `1GB`, `1.5GB` or plain bytes to a number of bytes. Units are decimal, as on a disk's label.
 */
const units: Record<string, number> = { '': 1, B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** @returns bytes; `null` when the text is not a size */
export function parseSize(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/i.exec(text.trim());
  if (match === null) return null;
  const unit = units[(match[2] ?? '').toUpperCase()];
  const bytes = Math.round(Number(match[1]) * (unit ?? Number.NaN));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
}
