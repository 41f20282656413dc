// A TrueType font: which glyph a character has, how wide it is, and a smaller font of some glyphs. In: the bytes of a
// font of ours. Out: numbers in units of the font. Glyphs keep their numbers in the smaller font, so that a text that is
// set once stays right in every file. Source: the OpenType specification 1.9, tables cmap, glyf, head, hhea, hmtx, loca.

import { type FontTables, subsetGlyphs } from './subset-glyphs.ts';

export interface TrueType {
  /** Units of the square it is drawn in. */
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  box: readonly [number, number, number, number];
  /** 0: it has none. */
  glyphOf(codePoint: number): number;
  /** In units of the font. */
  widthOf(glyph: number): number;
  /** A font of those glyphs and what they are made of; the same bytes for the same glyphs. */
  subset(glyphs: Iterable<number>): Buffer;
}

export function openTrueType(bytes: Buffer): TrueType {
  const tables = readTables(bytes);
  const need = (name: string): Buffer => {
    const table = tables.table(name);
    if (table === null) throw new Error(`the font has no table ${name}`);
    return table;
  };
  const [head, hhea, hmtx, os2] = [need('head'), need('hhea'), need('hmtx'), need('OS/2')];
  const metrics = hhea.readUInt16BE(34);
  const glyphs = readCmap(need('cmap'));
  return {
    unitsPerEm: head.readUInt16BE(18),
    ascent: hhea.readInt16BE(4),
    descent: hhea.readInt16BE(6),
    capHeight: os2.readInt16BE(88),
    box: [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)],
    glyphOf: (codePoint) => glyphs.get(codePoint) ?? 0,
    widthOf: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
    subset: (wanted) => subsetGlyphs(tables, wanted),
  };
}

function readTables(bytes: Buffer): FontTables {
  const places = new Map<string, Buffer>();
  for (let i = 0, most = bytes.readUInt16BE(4); i < most; i++) {
    const at = 12 + i * 16;
    const [offset, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    places.set(bytes.toString('latin1', at, at + 4), bytes.subarray(offset, offset + length));
  }
  return { table: (name) => places.get(name) ?? null };
}

/** All of Unicode (format 12) where the font has it, else its first plane (format 4). */
function readCmap(cmap: Buffer): Map<number, number> {
  const found = new Map<number, Buffer>();
  for (let i = 0, most = cmap.readUInt16BE(2); i < most; i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    found.set(subtable.readUInt16BE(0), subtable);
  }
  const glyphs = new Map<number, number>();
  const whole = found.get(12);
  if (whole !== undefined) {
    for (let i = 0, most = whole.readUInt32BE(12); i < most; i++) {
      const at = 16 + i * 12;
      const [first, last, glyph] = [at, at + 4, at + 8].map((place) => whole.readUInt32BE(place)) as [
        number,
        number,
        number,
      ];
      for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first);
    }
    return glyphs;
  }
  const plane = found.get(4);
  if (plane === undefined) throw new Error('the font has no characters');
  const segments = plane.readUInt16BE(6) / 2;
  const [ends, starts, deltas, ranges] = [
    14,
    16 + segments * 2,
    16 + segments * 4,
    16 + segments * 6,
  ] as const;
  for (let i = 0; i < segments; i++) {
    const [start, end] = [plane.readUInt16BE(starts + i * 2), plane.readUInt16BE(ends + i * 2)];
    const [delta, range] = [plane.readUInt16BE(deltas + i * 2), plane.readUInt16BE(ranges + i * 2)];
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph = range === 0 ? code : plane.readUInt16BE(ranges + i * 2 + range + (code - start) * 2);
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
  return glyphs;
}
