/*
 * The ways an `@` is written in leaks: as such, percent-encoded, as an HTML entity. In: bytes and an offset. Out: how
 * many bytes the sign takes there.
 */

import { textAt } from './byte-class.ts';

/** The ways an `@` is written, with their length in bytes. */
export const signs: readonly (readonly [string | number, number])[] = [
  [64, 1],
  ['%40', 3],
  ['&#64;', 5],
];

export function encodedSign(bytes: Uint8Array, at: number, end: number): number {
  if (textAt(bytes, at, end, '%40')) return 3;
  return textAt(bytes, at, end, '&#64;') ? 5 : 0;
}
