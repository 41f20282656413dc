// Whether a line has at each place what nearly all lines have there, as far as it goes: a line that has lost or
// gained signs in its middle has not.

import { kindOf, signKind } from './line-grid.ts';

const DIGIT = 0x39;
const LETTER = 0x61;
const BLANK = 0x20;

/** Of places that must be so and so, a few may be otherwise: a letter typed for a digit. */
const mostMisfits = 0.1;

export function fitsPattern(
  bytes: Uint8Array,
  from: number,
  to: number,
  pattern: string,
  inCharacters: boolean,
): boolean {
  let at = 0;
  let asked = 0;
  let misfits = 0;
  for (let p = from; p < to && at < pattern.length; p++) {
    if (inCharacters && p > from && (bytes[p]! & 0xc0) === 0x80) continue;
    const wanted = pattern.charCodeAt(at++);
    const kind = kindOf(bytes[p]!);
    if (wanted !== DIGIT && wanted !== LETTER && wanted !== BLANK) continue;
    asked++;
    const isSo =
      wanted === DIGIT
        ? kind === signKind.digit
        : wanted === LETTER
          ? kind === signKind.letter
          : kind === signKind.blank;
    if (!isSo) misfits++;
  }
  return misfits <= asked * mostMisfits;
}
