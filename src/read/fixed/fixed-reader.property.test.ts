import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixed, startOf, writtenFile } from './fixed-file.fixture.ts';

/** From windows too small for a line, which have to grow, to one that holds all. */
const windowBytes = fc.oneof(
  fc.integer({ min: 1, max: 200 }),
  fc.integer({ min: 200, max: 5_000 }),
  fc.constant(1 << 20),
);
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(Infinity));

describe('any file of fixed width', () => {
  it('is read to the rows that were written, whatever the layout, the window and the kernel', () => {
    fc.assert(
      fc.property(
        writtenFile(),
        windowBytes,
        chunkBytes,
        fc.boolean(),
        (file, windowBytes, chunkBytes, twin) => {
          const read = readFixed(file.text, file.layout, { windowBytes, chunkBytes, twin });
          expect(read.rows.map(({ values }) => values)).toEqual(file.rows);
          expect(read.skipped).toEqual([]);
          expect(read.end).toBe(Buffer.byteLength(file.text));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the same rows in stretches, each begun where a line does', () => {
    fc.assert(
      fc.property(
        writtenFile(),
        fc.integer({ min: 1, max: 300 }),
        windowBytes,
        (file, stretch, windowBytes) => {
          const total = Buffer.byteLength(file.text);
          const rows: (string | null)[][] = [];
          let end = 0;
          for (let from = 0; from < total; from += stretch) {
            const to = from + stretch < total ? from + stretch : Infinity;
            const start = from === 0 ? 0 : startOf(file.text, file.layout, from, to, windowBytes);
            if (start >= to) continue;
            expect(start).toBe(end);
            const read = readFixed(file.text, file.layout, { windowBytes, from: start, stopAt: to });
            rows.push(...read.rows.map(({ values }) => values));
            end = read.end;
          }
          expect(end).toBe(total);
          expect(rows).toEqual(file.rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('any damage', () => {
  const cuts = fc.array(
    fc.record({
      at: fc.nat(),
      removed: fc.nat(6),
      put: fc.constantFrom('', '\n', '\r', 'x', '@', ' ', '\n\n', 'xyz', '\u0000'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('loses no sign: what is in no row was handed over, and the window does not matter', () => {
    fc.assert(
      fc.property(writtenFile(), fc.boolean(), cuts, windowBytes, (file, isTrimmed, places, windowBytes) => {
        let bytes = Buffer.from(file.text.replaceAll(/[^\n\r -~]/gu, 'w'));
        for (const { at, removed, put } of places) {
          const place = at % (bytes.length + 1);
          bytes = Buffer.concat([
            bytes.subarray(0, place),
            Buffer.from(put),
            bytes.subarray(place + removed),
          ]);
        }
        const layout = { ...file.layout, isTrimmed };
        const read = readFixed(bytes, layout, { windowBytes });
        expect(read.end).toBe(bytes.length);
        const told = [...read.rows.flatMap(({ values }) => values), ...read.skipped.map(({ text }) => text)];
        expect(signsOf(told.join(''))).toBe(signsOf(bytes.toString('latin1')));
        const whole = readFixed(bytes, layout);
        expect(read.rows).toEqual(whole.rows);
      }),
      { numRuns: 400 },
    );
  });
});

/** How many signs that are no padding. */
function signsOf(text: string): number {
  let count = 0;
  for (const sign of text) if (sign > ' ') count++;
  return count;
}
