/*
 * Whether a cell of a column about it says that somebody has died. In: a span. Out: 1 deceased, 2 living, 0 neither.
 * Never allocates.
 */

import { textAt, trimEnd, trimStart } from './byte-class.ts';

/** Lower case; accents of Latin letters as UTF-8 has them. */
const yes =
  '1 y t yes true oui vrai ja wahr si sim tak ano da j o deceased dead died decede décédé decedee décédée decedé verstorben tot gestorben fallecido fallecida muerto muerta deceduto deceduta morto morta overleden falecido falecida zmarly zmarla avliden dod død kuollut zemrel zemrela decedat decedata'.split(
    ' ',
  );
const no =
  '0 n f no false non faux nein falsch nao não nie ne nu nej ei alive living active vivant vivante lebend lebt vivo viva vivente in-leven levend zyje levande levende elossa zije'.split(
    ' ',
  );
const longest = 24;

export function deceasedStatusKind(bytes: Uint8Array, start: number, end: number): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to === from || to - from > longest) return 0;
  return isOneOf(yes, bytes, from, to) ? 1 : isOneOf(no, bytes, from, to) ? 2 : 0;
}

function isOneOf(words: readonly string[], bytes: Uint8Array, from: number, to: number): boolean {
  for (const word of words)
    if (byteLength(word) === to - from && isWordAt(word, bytes, from, to)) return true;
  return false;
}

function byteLength(word: string): number {
  let length = word.length;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) >= 0x80) length++;
  return length;
}

/** ASCII without regard to case; a letter of Latin-1 as its two bytes. */
function isWordAt(word: string, bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code < 0x80) {
      if (!textAt(bytes, at, to, word[index]!)) return false;
      at++;
    } else {
      if (bytes[at] !== (0xc0 | (code >> 6)) || (bytes[at + 1]! | 0x20) !== (0x80 | (code & 0x3f) | 0x20))
        return false;
      at += 2;
    }
  }
  return at === to;
}
