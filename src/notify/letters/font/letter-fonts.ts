// The two fonts of letters: Source Sans 3 (SIL Open Font License 1.1), which has the Latin, Greek and Cyrillic of all of
// Europe, regular and semibold. In: nothing. Out: fonts that measure and set texts, read from the disk once.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openTrueType, type TrueType } from './true-type.ts';

export interface LetterFont {
  font: TrueType;
  /** In thousandths of the size. */
  width(text: string): number;
  /** Its glyphs as a content stream has them: four hexadecimal digits each. */
  set(text: string): string;
  /** Enters which character each glyph of a text stands for, by the number of the glyph. */
  use(text: string, used: Uint16Array): void;
  /** True where every character can be set. */
  has(text: string): boolean;
}

export interface LetterFonts {
  regular: LetterFont;
  bold: LetterFont;
}

let read: LetterFonts | null = null;

export function letterFonts(): LetterFonts {
  read ??= {
    regular: createLetterFont('400Regular/SourceSans3_400Regular.ttf'),
    bold: createLetterFont('600SemiBold/SourceSans3_600SemiBold.ttf'),
  };
  return read;
}

const firstPlane = 0x10000;

function createLetterFont(file: string): LetterFont {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${file}`);
  const font = openTrueType(readFileSync(path));
  // what is set is in the first plane, almost always: by code unit, without a look into a map
  const glyphs = new Uint16Array(firstPlane);
  const widths = new Uint16Array(firstPlane);
  const hex: string[] = [];
  for (let code = 0; code < firstPlane; code++) {
    const glyph = font.glyphOf(code);
    glyphs[code] = glyph;
    widths[code] = Math.round((font.widthOf(glyph) * 1000) / font.unitsPerEm);
    if (glyph !== 0) hex[code] = glyph.toString(16).padStart(4, '0');
  }
  return {
    font,
    width: (text) => {
      let width = 0;
      for (let i = 0; i < text.length; i++) width += widths[text.charCodeAt(i)]!;
      return width;
    },
    set: (text) => {
      let set = '';
      for (let i = 0; i < text.length; i++) set += hex[text.charCodeAt(i)] ?? '0000';
      return set;
    },
    use: (text, used) => {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        used[glyphs[code]!] ||= code;
      }
    },
    has: (text) => {
      for (let i = 0; i < text.length; i++) if (glyphs[text.charCodeAt(i)] === 0) return false;
      return true;
    },
  };
}
