// A font into a PDF: the outlines of the glyphs that its letters use, their widths, and which characters they stand for,
// so that text can be searched and read aloud. In: a font, used glyphs. Out: objects in the file.

import type { LetterFont } from '../font/letter-fonts.ts';
import type { PdfFile } from './pdf-file.ts';

/** `used`: by the number of a glyph, the character it stands for; 0 where it is not used. `id`: of the font. */
export function embedFont(
  file: PdfFile,
  id: number,
  { font }: LetterFont,
  name: string,
  used: Uint16Array,
): void {
  const glyphs: number[] = [];
  for (let glyph = 1; glyph < used.length; glyph++) if (used[glyph] !== 0) glyphs.push(glyph);
  const scale = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const [program, descriptor, descendant, unicode] = [0, 0, 0, 0].map(() => file.reserve());
  const bytes = font.subset(glyphs);
  file.deflated(program!, `/Length1 ${bytes.length}`, bytes);
  const tagged = `${subsetTag(glyphs)}+${name}`;
  // 32: its characters are not only those of one Latin set
  file.object(
    descriptor!,
    `<</Type/FontDescriptor/FontName/${tagged}/Flags 32/FontBBox[${font.box.map(scale).join(' ')}]/ItalicAngle 0` +
      `/Ascent ${scale(font.ascent)}/Descent ${scale(font.descent)}/CapHeight ${scale(font.capHeight)}/StemV 80` +
      `/FontFile2 ${program} 0 R>>`,
  );
  const widths = glyphs.map((glyph) => `${glyph}[${scale(font.widthOf(glyph))}]`).join('');
  file.object(
    descendant!,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${tagged}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)` +
      `/Supplement 0>>/FontDescriptor ${descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[${widths}]>>`,
  );
  file.deflated(unicode!, '', Buffer.from(characterMap(glyphs, used), 'latin1'));
  file.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${tagged}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]` +
      `/ToUnicode ${unicode} 0 R>>`,
  );
}

/** Six letters that differ where the glyphs do. */
function subsetTag(glyphs: readonly number[]): string {
  let hash = 0;
  for (const glyph of glyphs) hash = (Math.imul(hash, 31) + glyph) >>> 0;
  let tag = '';
  for (let i = 0; i < 6; i++) {
    tag += String.fromCodePoint(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

/** Entries of one section of a character map, at most (Adobe technical note 5411). */
const mostEntries = 100;

function characterMap(glyphs: readonly number[], used: Uint16Array): string {
  const sections: string[] = [];
  for (let from = 0; from < glyphs.length; from += mostEntries) {
    const some = glyphs.slice(from, from + mostEntries);
    const entries = some.map((glyph) => `${hex(glyph)} ${hex(used[glyph]!)}`);
    sections.push(`${some.length} beginbfchar\n${entries.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

function hex(number: number): string {
  return `<${number.toString(16).padStart(4, '0')}>`;
}
