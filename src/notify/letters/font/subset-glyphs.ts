// A font of some glyphs of another: the outlines of the others are left out, and what only typesetting needs. In: the
// tables of a TrueType font, numbers of glyphs. Out: the bytes of a font that a PDF embeds; glyphs keep their numbers.

export interface FontTables {
  table(name: string): Buffer | null;
}

/** What a PDF needs of a TrueType font (ISO 32000-1, 9.9), and the programs its outlines may call. */
const kept = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const;

const moreComponents = 0x20;
const wordArguments = 0x01;
const oneScale = 0x08;
const twoScales = 0x40;
const fourScales = 0x80;

export function subsetGlyphs(tables: FontTables, wanted: Iterable<number>): Buffer {
  const [glyf, loca, head, maxp, hmtx, hhea] = ['glyf', 'loca', 'head', 'maxp', 'hmtx', 'hhea'].map((name) =>
    tables.table(name)!,
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const isLong = head.readInt16BE(50) === 1;
  const placeOf = (glyph: number): number =>
    isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const outlineOf = (glyph: number): Buffer => glyf.subarray(placeOf(glyph), placeOf(glyph + 1));
  const glyphs = withComponents(wanted, outlineOf);
  const count = glyphs.at(-1)! + 1;

  const outlines: Buffer[] = [];
  const places = Buffer.alloc((count + 1) * 4);
  const isKept = new Set(glyphs);
  let size = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    places.writeUInt32BE(size, glyph * 4);
    if (!isKept.has(glyph)) continue;
    const outline = outlineOf(glyph);
    outlines.push(outline, Buffer.alloc(-outline.length & 3));
    size += (outline.length + 3) & ~3;
  }
  places.writeUInt32BE(size, count * 4);

  const metrics = Math.min(hhea.readUInt16BE(34), count);
  const changed: Record<string, Buffer> = {
    glyf: Buffer.concat(outlines),
    loca: places,
    head: patched(head, [8, 4, 0], [50, 2, 1]),
    maxp: patched(maxp, [4, 2, count]),
    hhea: patched(hhea, [34, 2, metrics]),
    hmtx: Buffer.concat([
      hmtx.subarray(0, metrics * 4),
      hmtx.subarray(hhea.readUInt16BE(34) * 4).subarray(0, (count - metrics) * 2),
    ]),
  };
  return assemble(
    kept.flatMap((name) => {
      const table = changed[name] ?? tables.table(name);
      return table === null ? [] : [{ name, table }];
    }),
  );
}

/** In ascending order, with those they are composed of, and the one for what is missing. */
function withComponents(wanted: Iterable<number>, outlineOf: (glyph: number) => Buffer): number[] {
  const all = new Set<number>([0]);
  const open = [...wanted];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (all.has(glyph)) continue;
    all.add(glyph);
    const outline = outlineOf(glyph);
    // a glyph of others has a negative number of contours
    if (outline.length < 12 || outline.readInt16BE(0) >= 0) continue;
    for (let at = 10, flags = moreComponents; (flags & moreComponents) !== 0;) {
      flags = outline.readUInt16BE(at);
      open.push(outline.readUInt16BE(at + 2));
      at += 4 + ((flags & wordArguments) === 0 ? 2 : 4);
      if ((flags & oneScale) !== 0) at += 2;
      else if ((flags & twoScales) !== 0) at += 4;
      else if ((flags & fourScales) !== 0) at += 8;
    }
  }
  return [...all].toSorted((a, b) => a - b);
}

function patched(table: Buffer, ...changes: (readonly [at: number, bytes: number, value: number])[]): Buffer {
  const copy = Buffer.from(table);
  for (const [at, bytes, value] of changes) copy.writeUIntBE(value, at, bytes);
  return copy;
}

function assemble(parts: readonly { name: string; table: Buffer }[]): Buffer {
  const log = Math.floor(Math.log2(parts.length));
  const directory = Buffer.alloc(12 + parts.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(parts.length, 4);
  directory.writeUInt16BE(2 ** log * 16, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE((parts.length - 2 ** log) * 16, 10);
  const pieces: Buffer[] = [directory];
  let at = directory.length;
  for (const [i, { name, table }] of parts.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    directory.write(name, 12 + i * 16, 'latin1');
    directory.writeUInt32BE(checksum(padded), 12 + i * 16 + 4);
    directory.writeUInt32BE(at, 12 + i * 16 + 8);
    directory.writeUInt32BE(table.length, 12 + i * 16 + 12);
    pieces.push(padded);
    at += padded.length;
  }
  const font = Buffer.concat(pieces);
  const head = parts.findIndex(({ name }) => name === 'head');
  const place = directory.readUInt32BE(12 + head * 16 + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, place + 8);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
