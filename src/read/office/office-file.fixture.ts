// Office documents made for tests: a small zip writer, and the openers let at what it makes.

import { crc32, deflateRawSync } from 'node:zlib';
import { createCollector, type Unpacked, unpackOptions } from '../markup/collect-unpacked.fixture.ts';
import type { RandomAccess } from '../random-access.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';

export function zipOf(parts: Record<string, string | Uint8Array>, options = { isEncrypted: false }): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(options.isEncrypted ? 0x801 : 0x800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 8, 6, 30);
    entry.writeUInt32LE(offset, 42);
    files.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

export function fileOf(bytes: Uint8Array): RandomAccess {
  const readSync = (offset: number, length: number): Uint8Array =>
    bytes.subarray(Math.max(0, offset), Math.max(0, offset + length));
  return {
    sizeBytes: bytes.length,
    path: '/nowhere',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    async *stream(offset = 0) {
      yield bytes.subarray(offset);
    },
  };
}

/** `error`: what the opener threw after all else. */
export async function unpackFile(open: OpenFile, bytes: Uint8Array): Promise<Unpacked & { error: unknown }> {
  const { sink, found } = createCollector();
  let error: unknown = null;
  await open(fileOf(bytes), sink, unpackOptions).catch((thrown: unknown) => (error = thrown));
  for (const { columns, rows } of found.tables.values()) {
    for (const row of rows) while (row.length < columns.length) row.push(null);
  }
  return { ...found, error };
}

export function workbookOf(
  sheets: Record<string, string>,
  parts: Record<string, string | Uint8Array> = {},
): Buffer {
  const names = Object.keys(sheets);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr/><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  });
}

export function rowOf(...cells: string[]): string {
  const written = cells.map((cell) =>
    /^\d+$/u.test(cell) ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`,
  );
  return `<row>${written.join('')}</row>`;
}

export const odsHead =
  '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>';
export const odsTail = '</office:spreadsheet></office:body></office:document-content>';
