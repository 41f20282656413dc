import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunkBytes, ChunkSealer, contentSize, sealedChunkBytes, sealedSize } from './sealed-chunks.ts';
import { SealedReader } from './sealed-reader.ts';

const key = randomBytes(32);

/** Sizes around the borders of chunks, where mistakes live. */
const sizes = fc
  .tuple(fc.nat({ max: 3 }), fc.integer({ min: -2, max: 2 }))
  .map(([chunks, off]) => Math.max(0, chunks * chunkBytes + off));

function sealed(content: Uint8Array, pieces: number[]): Buffer {
  const sealer = new ChunkSealer(key);
  const parts: Buffer[] = [];
  let from = 0;
  for (const piece of [...pieces, content.length]) {
    parts.push(sealer.push(content.subarray(from, from + piece)));
    from += piece;
  }
  return Buffer.concat([...parts, sealer.end()]);
}

function readerOf(bytes: Uint8Array, at = 0): SealedReader {
  return new SealedReader(
    {
      sizeBytes: bytes.length,
      // as a disk does, it may give less than it is asked for
      read(offset, target, into, length) {
        const part = bytes.subarray(offset, offset + Math.min(length, 50_000));
        target.set(part, into);
        return part.length;
      },
    },
    { key: key.toString('base64'), at },
    'a sealed file',
  );
}

function readAll(reader: SealedReader): Buffer {
  const content = Buffer.alloc(reader.sizeBytes);
  reader.read(0, content, 0, content.length);
  return content;
}

describe('what was sealed', () => {
  test('is read from anywhere as it was, however it came', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.integer({ min: 0, max: 2 * chunkBytes }), { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat({ max: 3 * chunkBytes }), fc.nat({ max: 3 * chunkBytes })), {
          maxLength: 5,
        }),
        (size, pieces, reads) => {
          const content = randomBytes(size);
          const bytes = sealed(content, pieces);
          expect([bytes.length, contentSize(bytes.length)]).toEqual([sealedSize(size), size]);
          const reader = readerOf(Buffer.concat([randomBytes(7), bytes]), 7);
          for (const [offset, length] of reads) {
            const target = Buffer.alloc(length + 3);
            const had = reader.read(offset, target, 3, length);
            const wanted = content.subarray(offset, offset + length);
            expect(had).toBe(wanted.length);
            expect(target.subarray(3, 3 + had).equals(wanted)).toBe(true);
          }
          expect(readAll(reader).equals(content)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is found out wherever one byte is flipped, with its chunk', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.integer({ min: 1, max: 255 }), (size, chance, flip) => {
        const bytes = sealed(randomBytes(size), []);
        const at = chance % bytes.length;
        bytes[at]! ^= flip;
        const chunk = Math.floor(at / sealedChunkBytes) + 1;
        const last = chunk === Math.ceil(bytes.length / sealedChunkBytes) ? ', the last, was' : ' was';
        expect(() => readAll(readerOf(bytes))).toThrow(`chunk ${chunk}${last} changed`);
      }),
      { numRuns: 200 },
    );
  });

  test('is found out wherever it is cut off', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, chance) => {
        const bytes = sealed(randomBytes(size), []);
        expect(() => readAll(readerOf(bytes.subarray(0, chance % bytes.length)))).toThrow(/is damaged/u);
      }),
      { numRuns: 200 },
    );
  });
});

test('a file cut off between two chunks is told as cut off, with the place', () => {
  const bytes = sealed(randomBytes(3 * chunkBytes), []);
  expect(() => readAll(readerOf(bytes.subarray(0, 2 * sealedChunkBytes)))).toThrow(
    `a sealed file is damaged: it is cut off after chunk 2, at byte ${2 * sealedChunkBytes}`,
  );
});

test('what was added behind is told with the place', () => {
  const bytes = sealed(randomBytes(2 * chunkBytes), []);
  const longer = Buffer.concat([bytes, bytes.subarray(0, 1000)]);
  expect(() => readAll(readerOf(longer))).toThrow(`bytes were added from byte ${bytes.length} on`);
});

test('chunks in another order are found out', () => {
  const bytes = sealed(randomBytes(3 * chunkBytes), []);
  const [a, b, c] = [0, 1, 2].map((i) => bytes.subarray(i * sealedChunkBytes, (i + 1) * sealedChunkBytes));
  expect(() => readAll(readerOf(Buffer.concat([b!, a!, c!])))).toThrow('chunk 1 was changed');
});

test('a file that shrinks while it is read is told, not filled up', () => {
  const bytes = sealed(randomBytes(3 * chunkBytes), []);
  const reader = new SealedReader(
    {
      sizeBytes: bytes.length,
      read(offset, target, at, length) {
        const part = bytes.subarray(0, 100_000).subarray(offset, offset + length);
        target.set(part, at);
        return part.length;
      },
    },
    { key: key.toString('base64'), at: 0 },
    'it',
  );
  expect(() => readAll(reader)).toThrow('it is damaged: it ends at byte 100000, before its end');
});
