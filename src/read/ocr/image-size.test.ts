import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageKindOf } from './image-kind.ts';
import type { ImageKind } from './image-kind.ts';
import { imageSizeOf } from './image-size.ts';
import { blank, writeBmp, writePng, writeTiff } from './picture-file.fixture.ts';
import { putTiffPageFirst, tiffPages } from './tiff-pages.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const picture = blank(300, 120);
/** Heads as the formats' specifications give them, each of 300 × 120 pixels. */
const heads: [ImageKind, string, Buffer][] = [
  ['png', 'written here', writePng(picture)],
  ['bmp', 'written here', writeBmp(picture)],
  ['tiff', 'little-endian', writeTiff([picture])],
  [
    'tiff',
    'big-endian, 16-bit',
    hex('4d4d002a00000008 0002 0100 0003 00000001 012c0000 0101 0003 00000001 00780000 00000000'),
  ],
  ['gif', '89a', hex('474946383961 2c01 7800 00 00 00 00000000')],
  [
    'jpeg',
    'baseline behind an APP segment and a fill byte',
    hex('ffd8 ffe0 0004 0000 ff ffc0 0011 08 0078 012c 03'),
  ],
  ['jpeg', 'progressive', hex('ffd8 ffc2 0011 08 0078 012c 03 00000000')],
  ['webp', 'lossy', hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 2c01 7800')],
  ['webp', 'lossless', hex('52494646 00000000 57454250 5650384c 00000000 2f 2bc11d00')],
  ['webp', 'extended', hex('52494646 00000000 57454250 56503858 0a000000 00000000 2b0100 770000')],
];

describe.each(heads)('%s (%s)', (kind, _name, head) => {
  test('is recognised and tells its size', () => {
    expect(imageKindOf(head)).toBe(kind);
    expect(imageSizeOf(kind, head)).toMatchObject({ width: 300, height: 120 });
  });

  test('cut off or damaged, tells a size or none', () => {
    for (let length = 0; length < Math.min(head.length, 200); length++) {
      const size = imageSizeOf(kind, head.subarray(0, length));
      expect(size === null || size.width > 0).toBe(true);
    }
    fc.assert(
      fc.property(fc.nat(head.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(head);
        damaged[at] = byte;
        const size = imageSizeOf(kind, damaged);
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
      { seed: 3 },
    );
  });
});

test('words that begin like a picture are none', () => {
  for (const text of ['BMW 320 d, 1re main, Lyon', 'GIF', 'II', 'RIFFxxxxWAVEfmt ', '']) {
    expect(imageKindOf(Buffer.from(text))).toBeNull();
  }
});

describe('pages of a TIFF', () => {
  test('are found in order, and any of them can be put first', () => {
    const tiff = writeTiff([blank(300, 120), blank(310, 130), blank(320, 140)]);
    const pages = tiffPages(tiff);
    expect(pages.map(({ width }) => width)).toEqual([300, 310, 320]);
    putTiffPageFirst(tiff, pages[2]!);
    expect(tiffPages(tiff).map(({ width }) => width)).toEqual([320]);
  });

  test('a ring of pages ends', () => {
    const tiff = writeTiff([blank(300, 120), blank(310, 130)]);
    const [first, second] = tiffPages(tiff);
    tiff.writeUInt32LE(first!.directory, second!.directory + 2 + 12 * 9);
    expect(tiffPages(tiff)).toHaveLength(2);
  });
});
