/*
 * An IBAN in running text. In: a text and the offset of the first check digit. Out: the account in capitals without
 * blanks, or null. Reads exactly as many characters as accounts of the country have.
 */

import { ibanKind, ibanLength, longestIban } from '../identifiers/iban.ts';

export interface IbanInText {
  start: number;
  end: number;
  value: string;
}

const cell = new Uint8Array(longestIban);

export function ibanInText(text: string, digit: number): IbanInText | null {
  const start = digit - 2;
  if (start < 0 || isWord(text.charCodeAt(start - 1))) return null;
  const length = ibanLength(text.charCodeAt(start), text.charCodeAt(start + 1));
  if (length === 0) return null;
  let at = start;
  let filled = 0;
  let wasGap = false;
  for (; filled < length; at++) {
    const code = text.charCodeAt(at);
    if (isWord(code)) {
      cell[filled++] = code;
      wasGap = false;
    } else if (wasGap || (code !== 32 && code !== 0xa0 && code !== 0x202f && code !== 46)) return null;
    else wasGap = true;
  }
  if (isWord(text.charCodeAt(at)) || ibanKind(cell, 0, length) === 0) return null;
  return { start, end: at, value: String.fromCharCode(...cell.subarray(0, length)).toUpperCase() };
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
