// How a word is written: `DURAND`, `durand`, `Durand`. In: words in UTF-8. Out: their style, and other words written in it,
// with accents or without. Knows the letters of Latin-1; others pass as they are.

import type { ByteSink } from '../byte-sink.ts';

export type LetterStyle = 'lower' | 'upper' | 'title';

/** U+00E0 to U+00FF without their accents. */
const bareLetters = 'aaaaaaaceeeeiiiidnooooo/ouuuuyty';

export function letterStyle(bytes: Uint8Array, start: number, end: number): LetterStyle {
  let upper = 0;
  let lower = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0xc3 && at + 1 < end) {
      if (bytes[at + 1]! < 0xa0) upper++;
      else lower++;
      at++;
    } else if (byte >= 97 && byte <= 122) lower++;
    else if (byte >= 65 && byte <= 90) upper++;
  }
  if (upper === 0) return 'lower';
  return lower === 0 && upper > 1 ? 'upper' : 'title';
}

/** Writes a word that begins with its only capital, as the style has it. `isBare`: without accents. */
export function writeStyled(
  word: Uint8Array,
  start: number,
  end: number,
  style: LetterStyle,
  isBare: boolean,
  out: ByteSink,
): void {
  out.reserve(end - start);
  for (let at = start; at < end; at++) {
    const byte = word[at]!;
    if (byte < 0x80) {
      if (style === 'upper' && byte >= 97 && byte <= 122) out.put(byte - 32);
      else out.put(style === 'lower' && byte >= 65 && byte <= 90 ? byte + 32 : byte);
      continue;
    }
    const second = word[++at]!;
    const small = second | 0x20;
    const isCapital = style === 'upper' || (style === 'title' && second < 0xa0);
    if (isBare) out.put(bareLetters.charCodeAt(small - 0xa0) - (isCapital ? 32 : 0));
    else {
      out.put(0xc3);
      out.put(isCapital ? small - 0x20 : small);
    }
  }
}

/** Whether no byte is beyond ASCII. */
export function isBare(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x80) return false;
  return true;
}
