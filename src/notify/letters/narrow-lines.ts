// Whether an address can be read through a window: how many lines it has, and how much the longest is narrowed. In: lines.
// Out: yes or no.

import { letterFonts } from './font/letter-fonts.ts';
import { pointsPerMm } from './letter-style.ts';
import { letterWindows, type LetterWindow } from './letter-windows.ts';
import { mostAddressSize } from './personal-ops.ts';

/** A name of two lines, four lines, the country. */
const mostLines = 7;
/** Sorting machines read type that is narrowed so far. */
const narrowest = 0.6;

export function isNarrowEnough(lines: readonly string[], window: LetterWindow): boolean {
  const { width } = letterWindows[window].address;
  const most = (width * pointsPerMm * 1000) / mostAddressSize / narrowest;
  return lines.length <= mostLines && lines.every((line) => letterFonts().regular.width(line) <= most);
}
