// The line under `Cordialement,` in a letter or in HTML, if a name may stand there: some words with capitals and nothing
// else. In: where the closing word ends. Out: where the line begins; -1 where there is none near.

import { isBigAt, nextWord } from './next-word.ts';

const widestBreak = 64;
const mostWords = 5;
const leastWord = 2;

export function signatureLine(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  let isNextLine = false;
  for (const last = Math.min(end, from + widestBreak); at < last; at++) {
    const byte = bytes[at]!;
    if (byte === lineFeed || byte === carriageReturn) isNextLine = true;
    else if (byte === less) {
      isNextLine = true;
      while (at < last && bytes[at] !== greater) at++;
    } else if (byte !== blank && byte !== comma && byte !== dot) break;
  }
  return isNextLine && isNameLine(bytes, at, end) ? at : -1;
}

function isNameLine(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  for (let words = 1; words <= mostWords; words++) {
    const stop = nextWord.end(bytes, at, end);
    if (stop - at < leastWord || (words === 1 && !isBigAt(bytes, at))) return false;
    at = stop;
    while (at < end && (bytes[at] === blank || bytes[at] === hyphen)) at++;
    if (at >= end || isLineEnd(bytes[at]!)) return words > 1;
  }
  return false;
}

function isLineEnd(byte: number): boolean {
  return byte === lineFeed || byte === carriageReturn || byte === less;
}

const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
const comma = 44;
const hyphen = 45;
const dot = 46;
const less = 60;
const greater = 62;
