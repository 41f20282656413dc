import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWindow } from './collect-rows.fixture.ts';
import { readAsText } from './text-reader.ts';

function pieces(text: Uint8Array, windowBytes: number, chunkBytes = Infinity) {
  const window = openWindow(text, { windowBytes, chunkBytes });
  const parts: { offset: number; reason: string; bytes: Buffer }[] = [];
  const end = readAsText(window, 0, 'no SQL', {
    skipped: (offset, reason, from, to) =>
      parts.push({ offset, reason, bytes: Buffer.from(window.bytes.subarray(from, to)) }),
  });
  return { parts, end };
}

describe('text', () => {
  it('is handed over whole, in order and once, whatever the window', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 50 }),
        (text, windowBytes, chunkBytes) => {
          const { parts, end } = pieces(text, windowBytes, chunkBytes);
          expect(Buffer.concat(parts.map(({ bytes }) => bytes))).toEqual(Buffer.from(text));
          expect(end).toBe(text.length);
          let offset = 0;
          for (const part of parts) {
            expect(part).toMatchObject({ offset, reason: 'no SQL' });
            expect(part.bytes.length).toBeGreaterThan(0);
            offset += part.bytes.length;
          }
        },
      ),
    );
  });

  it('is not cut inside an address', () => {
    const text = Buffer.from('Write to ann@example.com or bob@example.org. '.repeat(200));
    for (const windowBytes of [64, 100, 999]) {
      const cuts = pieces(text, windowBytes).parts.slice(0, -1);
      expect(cuts.length).toBeGreaterThan(5);
      for (const { bytes } of cuts) expect(bytes.at(-1)).toBe(0x20);
    }
  });

  it('of nothing is nothing', () => {
    expect(pieces(Buffer.alloc(0), 64)).toEqual({ parts: [], end: 0 });
  });
});
