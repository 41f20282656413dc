// Writes small picture files for tests: PNG, TIFF with several pages and BMP, all grey.

import { crc32, deflateSync } from 'node:zlib';

export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

export function blank(
  width: number,
  height: number,
  pixel: (x: number, y: number) => number = () => 255,
): Grey {
  const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
    pixel(i % width, Math.floor(i / width)),
  );
  return { width, height, pixels };
}

/** The upper left part. */
export function crop({ width, pixels }: Grey, to: { width: number; height: number }): Grey {
  return blank(to.width, to.height, (x, y) => pixels[y * width + x]!);
}

export function upsideDown({ width, height, pixels }: Grey): Grey {
  return { width, height, pixels: pixels.toReversed() };
}

export function writePng({ width, height, pixels }: Grey): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.of(8, 0, 0, 0, 0)])),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Uncompressed, one strip a page; the directory of each page follows its pixels. */
export function writeTiff(pages: Grey[]): Buffer {
  const entriesCount = 9;
  const directoryBytes = 2 + 12 * entriesCount + 4;
  const pieces: Buffer[] = [Buffer.from('49492a0000000000', 'hex')];
  let offset = 8;
  let linkAt = 4;
  const links: [number, number][] = [];
  for (const { width, height, pixels } of pages) {
    const directoryAt = offset + pixels.length;
    links.push([linkAt, directoryAt]);
    const directory = Buffer.alloc(directoryBytes);
    directory.writeUInt16LE(entriesCount, 0);
    const entries = [256, width, 257, height, 258, 8, 259, 1, 262, 1, 273, offset, 277, 1, 278, height];
    entries.push(279, pixels.length);
    for (let i = 0; i < entriesCount; i++) {
      directory.writeUInt16LE(entries[2 * i]!, 2 + 12 * i);
      directory.writeUInt16LE(4, 4 + 12 * i); // a 32-bit number
      directory.writeUInt32LE(1, 6 + 12 * i);
      directory.writeUInt32LE(entries[2 * i + 1]!, 10 + 12 * i);
    }
    pieces.push(Buffer.from(pixels), directory);
    linkAt = directoryAt + directoryBytes - 4;
    offset = directoryAt + directoryBytes;
  }
  const file = Buffer.concat(pieces);
  for (const [at, value] of links) file.writeUInt32LE(value, at);
  return file;
}

/** 24 bits a pixel, from the bottom up. */
export function writeBmp({ width, height, pixels }: Grey): Buffer {
  const stride = Math.ceil((3 * width) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(stride * height, 34);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      file.fill(pixels[(height - 1 - y) * width + x]!, 54 + y * stride + 3 * x, 54 + y * stride + 3 * x + 3);
    }
  }
  return file;
}
