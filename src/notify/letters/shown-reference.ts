// A reference as it stands in a letter: in groups of four digits that no line breaks. In: thirteen digits. Out: a text. All
// references are as wide as each other: the digits of the font are.

import { shownReferenceCode } from '../../register/index.ts';

export function shownReference(reference: string): string {
  return shownReferenceCode(reference).replaceAll(' ', '\u00a0');
}

/** What measures as every reference does. */
export const shownWidthText = shownReference('0000000000000');
