// What may stand between two words of one name: a few blanks, dots, hyphens, apostrophes, a comma, a line end, a tag, and
// little words such as `de la`. In: the span between the words. Out: yes or no.

import { particles } from '../../recognise/index.ts';

const widest = 48;
const mostSigns = 4;
const mostLetters = 12;

export function isNameGap(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > widest) return false;
  let signs = 0;
  let letters = 0;
  let word = start;
  for (let at = start; at <= end; at++) {
    const lower = at < end ? bytes[at]! | 32 : 32;
    if (at < end && lower >= 97 && lower <= 122) {
      if (++letters > mostLetters) return false;
      continue;
    }
    if (at > word && !particles.has(smallLetters(bytes, word, at))) return false;
    word = at + 1;
    if (at === end) break;
    if (bytes[at] === 60) {
      // `Nora <b>Quellmont</b>`
      while (at < end && bytes[at] !== 62) at++;
      word = at + 1;
    } else if (!isSign(bytes[at]!)) return false;
    if (++signs > mostSigns) return false;
  }
  return true;
}

/** Blank, tab, line ends, `'` `+` `,` `-` `.` `_`, and the bytes of ’ and of the no-break blank. */
function isSign(byte: number): boolean {
  if (byte >= 0x80) return byte === 0xc2 || byte === 0xa0 || byte === 0xe2 || byte === 0x80 || byte === 0x99;
  return byte <= 32 || byte === 39 || byte === 95 || (byte >= 43 && byte <= 46);
}

/** A word of ASCII letters in small ones. */
export function smallLetters(bytes: Uint8Array, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(bytes[at]! | 32);
  return word;
}
