// A recipient as his letter needs him: the lines of his address, the name he is greeted by, his reference. In: a row of the
// ledger, the text of his variant. Out: what is printed, or null where his address cannot be.

import {
  addressBlock,
  isNarrowEnough,
  letterFonts,
  type LetterPerson,
  type LetterWindow,
  nameMark,
  type NoticeText,
  printableText,
} from '../../../notify/index.ts';
import type { LetterRow } from '../../../store/notices/index.ts';

export interface AddressedIn {
  window: LetterWindow;
  postedIn: string | null;
}

export function letterPerson(
  row: LetterRow,
  { text, audience }: { text: NoticeText; audience: string },
  { window, postedIn }: AddressedIn,
  reference: string,
): LetterPerson | null {
  const { regular } = letterFonts();
  const name = row.name === null ? null : printableText(row.name, regular);
  const to = row.addressee ?? (audience === 'person' ? row.name : inPlaceOf(row.name, text));
  const address = addressBlock(
    { to: to === null ? [] : [to], lines: row.lines, country: row.country },
    regular,
    { from: postedIn },
  );
  if (row.lines.length === 0 || address === null || !isNarrowEnough(address, window)) return null;
  return { address, name: name === '' ? null : name, reference };
}

/** Nobody is known by name who is written to for him: the envelope says what the greeting does. */
function inPlaceOf(name: string | null, { greeting, greetingWithoutName }: NoticeText): string {
  const said = name === null ? greetingWithoutName : greeting.replaceAll(nameMark, () => name);
  return said.replace(/[\s,:!]+$/u, '');
}
