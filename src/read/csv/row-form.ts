// A dialect made ready for reading byte by byte: what is compared with each byte, as numbers.

import type { CsvDialect } from './csv-dialect.ts';

export interface RowForm {
  delimiter: readonly number[];
  /** Empty for line ends of any kind. */
  rowEnd: readonly number[];
  /** -1 where there is none. */
  quote: number;
  escape: number;
  width: number;
}

/** How many bytes after a byte may tell what it is: the rest of a marker, the newline after a return. */
export const markerRoom = 4;

export function rowFormOf(dialect: CsvDialect): RowForm {
  return {
    delimiter: dialect.delimiter,
    rowEnd: dialect.rowEnd,
    quote: dialect.quote ?? -1,
    escape: dialect.escape ?? -1,
    width: dialect.width,
  };
}

/** Length of the row end at `p`, or 0. */
export function rowEndAt(bytes: Uint8Array, p: number, form: RowForm): number {
  const { rowEnd } = form;
  const byte = bytes[p];
  if (rowEnd.length > 0) return byte === rowEnd[0] && isMarker(bytes, p, rowEnd) ? rowEnd.length : 0;
  if (byte === 0x0a) return 1;
  if (byte !== 0x0d) return 0;
  return bytes[p + 1] === 0x0a ? 2 : 1;
}

/** Length of the delimiter at `p`, or 0. */
export function delimiterAt(bytes: Uint8Array, p: number, form: RowForm): number {
  const { delimiter } = form;
  if (bytes[p] !== delimiter[0]) return 0;
  return delimiter.length === 1 || isMarker(bytes, p, delimiter) ? delimiter.length : 0;
}

function isMarker(bytes: Uint8Array, p: number, marker: readonly number[]): boolean {
  for (let i = 1; i < marker.length; i++) if (bytes[p + i] !== marker[i]) return false;
  return true;
}

/** Up to four bytes as one number, the first one lowest, as the kernel takes them. */
export function packedBytes(bytes: readonly number[]): number {
  return bytes.reduce((all, byte, i) => all | (byte << (i * 8)), 0) >>> 0;
}
