// What each byte of a text is to the search. 0: it stands between words. Below 48: it may begin something written with
// other characters. Else it belongs to a word: its folded byte, or `wide`.

import { foldedAscii } from '../fold.ts';

export const mark = { at: 1, percent: 2, ampersand: 3, equals: 4, backslash: 5, zero: 6 } as const;
/** A character beyond ASCII begins here. */
const wide = 255;

export const characters = createCharacters();

function createCharacters(): Uint8Array {
  const table = new Uint8Array(256).fill(wide, 128);
  table.set(foldedAscii);
  table[64] = mark.at;
  table[37] = mark.percent;
  table[38] = mark.ampersand;
  table[61] = mark.equals;
  table[92] = mark.backslash;
  table[0] = mark.zero;
  return table;
}
