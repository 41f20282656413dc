// What a letter has of its own: the address, the greeting, the reference, its bars, and the reference at the foot of each
// sheet, so that none is put into another letter. In: a letter as it is laid out, a person. Out: operators of one page.

import { code128 } from './code-128.ts';
import type { LetterFonts } from './font/letter-fonts.ts';
import { footBase, footSize } from './letter-foot.ts';
import { barPlace, referenceSize } from './letter-head.ts';
import { page as paper, pointsPerMm, shown } from './letter-style.ts';
import type { LaidOutLetter, PersonalLine } from './letter-types.ts';
import { letterWindows } from './letter-windows.ts';
import { createOps, type PageOps, type UsedGlyphs } from './page-ops.ts';
import { shownReference } from './shown-reference.ts';
import { nameMark, referenceMark } from '../wording/notice-types.ts';

export interface LetterPerson {
  /** As `addressBlock` gives it. */
  address: readonly string[];
  /** By which he is addressed, as the fonts can set it; null: there is a greeting without it. */
  name: string | null;
  /** Thirteen digits. */
  reference: string;
}

export function personalOps(
  letter: LaidOutLetter,
  page: number,
  person: LetterPerson,
  fonts: LetterFonts,
  used: UsedGlyphs,
): string {
  const ops = createOps(fonts, used);
  const reference = shownReference(person.reference);
  let made = '';
  if (page === 0) {
    made += ops.marked('P', letter.addressMark, addressOps(letter, person.address, ops));
    const { x, y } = letter.reference;
    made += ops.marked('P', letter.referenceMark, ops.text('bold', referenceSize, x, y, reference));
    made += ops.artifact(barOps(letter, person.reference));
  }
  for (const line of letter.personal)
    if (line.page === page) made += lineOps(letter, line, person, reference, ops);
  return made + ops.artifact(ops.text('regular', footSize, letter.left, footBase, reference));
}

const mostLineMm = 4.23;
export const mostAddressSize = 10.5;
/** Of a capital with an accent, above its base line. */
const highest = 0.88;

/** Lines as high as the window allows; a line wider than it is narrowed. */
function addressOps({ window }: LaidOutLetter, lines: readonly string[], ops: PageOps): string {
  const { left, top, width, height } = letterWindows[window].address;
  const pitch = Math.min(mostLineMm, height / lines.length) * pointsPerMm;
  const size = Math.min(mostAddressSize, pitch * 0.9);
  const first = paper.height - top * pointsPerMm - size * highest;
  return lines
    .map((line, i) =>
      ops.text('regular', size, left * pointsPerMm, first - i * pitch, line, width * pointsPerMm),
    )
    .join('');
}

function lineOps(
  { greetingWithoutName }: LaidOutLetter,
  { kind, text, mark, font, size, x, y, width }: PersonalLine,
  { name }: LetterPerson,
  reference: string,
  ops: PageOps,
): string {
  const filled =
    kind === 'greeting'
      ? greeting(text, greetingWithoutName, name, (line) => ops.width(font, size, line) <= width / narrowest)
      : text.replaceAll(referenceMark, reference);
  return ops.marked('P', mark, ops.text(font, size, x, y, filled, width));
}

/** A long name is set narrower, so far as it can still be read. */
const narrowest = 0.7;

function greeting(
  text: string,
  without: string,
  name: string | null,
  fits: (line: string) => boolean,
): string {
  const line = name === null ? without : text.replaceAll(nameMark, name);
  return fits(line) ? line : without;
}

/** In whole modules, which the matrix makes as wide and high as they are printed. */
function barOps({ reference: { x, bars } }: LaidOutLetter, reference: string): string {
  let [at, rectangles] = [0, ''];
  const widths = code128(reference);
  for (let i = 0; i < widths.length; i++) {
    const width = widths.charCodeAt(i) - 48;
    if (i % 2 === 0) rectangles += `${at} 0 ${width} 1 re `;
    at += width;
  }
  const [module, height] = [barPlace.module * pointsPerMm, barPlace.height * pointsPerMm];
  return `q ${module.toFixed(4)} 0 0 ${shown(height)} ${shown(x)} ${shown(bars - height)} cm ${rectangles}f Q\n`;
}
