// What a page is drawn with, as a content stream has it (ISO 32000-1, 8 and 9): texts, rules, and the marks by which
// stretches of it are tagged. In: places in points from the lower left. Out: operators; the glyphs used are kept.

import type { LetterFonts } from './font/letter-fonts.ts';
import { shown } from './letter-style.ts';

export interface PageOps {
  /** `most`: points; a text that is wider is narrowed to it. */
  text(font: keyof LetterFonts, size: number, x: number, y: number, text: string, most?: number): string;
  marked(type: string, mark: number, ops: string): string;
  /** What is no part of what the letter says. */
  artifact(ops: string): string;
  rule(x1: number, y1: number, x2: number, y2: number, width: number): string;
  /** Points. */
  width(font: keyof LetterFonts, size: number, text: string): number;
}

export type UsedGlyphs = Record<keyof LetterFonts, Uint16Array>;

const names = { regular: '/F1', bold: '/F2' } as const;
const gray = 0.55;

export function createOps(fonts: LetterFonts, used: UsedGlyphs): PageOps {
  const width = (font: keyof LetterFonts, size: number, text: string): number =>
    (fonts[font].width(text) * size) / 1000;
  return {
    width,
    artifact,
    text(font, size, x, y, text, most = Infinity) {
      fonts[font].use(text, used[font]);
      const wide = most === Infinity ? 0 : width(font, size, text);
      const [narrow, usual] = wide > most ? [`${shown((most / wide) * 100)} Tz `, '100 Tz '] : ['', ''];
      return `BT ${names[font]} ${shown(size)} Tf ${narrow}1 0 0 1 ${shown(x)} ${shown(y)} Tm <${fonts[font].set(text)}> Tj ${usual}ET\n`;
    },
    marked: (type, mark, ops) => `/${type} <</MCID ${mark}>> BDC\n${ops}EMC\n`,
    rule: (x1, y1, x2, y2, wide) =>
      artifact(`${gray} G ${shown(wide)} w ${shown(x1)} ${shown(y1)} m ${shown(x2)} ${shown(y2)} l S\n`),
  };
}

function artifact(ops: string): string {
  return `/Artifact BMC\n${ops}EMC\n`;
}
