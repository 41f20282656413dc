import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CollectedRows } from '../collect-rows.fixture.ts';
import { openCsv, readCsv, writtenTable } from './csv-writer.fixture.ts';

/** From windows too small for anything, which have to grow, to one that holds all. */
const windowBytes = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 300, max: 5_000 }),
  fc.constant(1 << 20),
);
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(Infinity));

const valuesOf = (read: CollectedRows) => read.rows.map(({ values }) => values);

describe('any table', () => {
  it('is read to the rows that were written, whatever the dialect, the window and the kernel', () => {
    fc.assert(
      fc.property(
        writtenTable(),
        windowBytes,
        chunkBytes,
        fc.boolean(),
        (table, windowBytes, chunkBytes, twin) => {
          const read = readCsv(table.text, table.dialect, { windowBytes, chunkBytes, twin });
          expect(valuesOf(read)).toEqual(table.rows);
          expect(read.skipped).toEqual([]);
          expect(read.end).toBe(Buffer.byteLength(table.text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same rows cut in two anywhere: reading on from where it stopped misses and repeats nothing', () => {
    fc.assert(
      fc.property(writtenTable(), fc.nat(), windowBytes, (table, cut, windowBytes) => {
        const stopAt = cut % (Buffer.byteLength(table.text) + 1);
        const first = readCsv(table.text, table.dialect, { windowBytes, stopAt });
        const second = readCsv(table.text, table.dialect, { windowBytes, from: first.end });
        expect([...valuesOf(first), ...valuesOf(second)]).toEqual(table.rows);
        expect(first.end).toBeGreaterThanOrEqual(stopAt);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same rows in stretches that are read again where the guess was wrong', () => {
    fc.assert(
      fc.property(
        writtenTable(),
        fc.integer({ min: 20, max: 2_000 }),
        windowBytes,
        (table, stretch, windowBytes) => {
          const total = Buffer.byteLength(table.text);
          const rows: (string | null)[][] = [];
          let end = 0;
          for (let from = 0; from < total; from += stretch) {
            const to = from + stretch < total ? from + stretch : Infinity;
            const { reader, result } = openCsv(table.text, table.dialect, { windowBytes });
            const start = from === 0 ? 0 : reader.findStart(from, to);
            expect(start).toBeGreaterThanOrEqual(from);
            const stop = start < to ? reader.read(start, to) : start;
            if (start !== end && end < to) {
              const again = readCsv(table.text, table.dialect, { windowBytes, from: end, stopAt: to });
              rows.push(...valuesOf(again));
              end = again.end;
            } else if (start === end) {
              rows.push(...valuesOf(result));
              end = stop;
            }
          }
          expect(rows).toEqual(table.rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('any damage', () => {
  const damage = fc.array(
    fc.record({
      at: fc.nat(),
      bytes: fc.uint8Array({ maxLength: 4 }),
      removed: fc.nat(6),
      sign: fc.constantFrom('"', '\n', ',', '\r', '""', '\\'),
    }),
    { minLength: 1, maxLength: 8 },
  );

  function damaged(
    text: string,
    cuts: { at: number; bytes: Uint8Array; removed: number; sign: string }[],
  ): Buffer {
    let bytes = Buffer.from(text);
    for (const { at, bytes: added, removed, sign } of cuts) {
      const place = at % (bytes.length + 1);
      const put = removed % 2 === 0 ? Buffer.from(sign) : added;
      bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + removed)]);
    }
    return bytes;
  }

  it('loses no byte: what is in no row was handed over, and the window does not matter', () => {
    fc.assert(
      fc.property(writtenTable(), damage, windowBytes, (table, cuts, windowBytes) => {
        const bytes = damaged(table.text, cuts);
        const read = readCsv(bytes, table.dialect, { windowBytes });
        expect(read.end).toBe(bytes.length);
        const covered = new Uint8Array(bytes.length);
        for (const part of read.skipped) covered.fill(1, part.offset, part.offset + part.bytes);
        for (let i = 0; i < read.covered.length; i += 2)
          covered.fill(1, read.covered[i], read.covered[i + 1]);
        const marks = new Set([...table.dialect.delimiter, ...table.dialect.rowEnd, 0x0a, 0x0d]);
        expect([...bytes].filter((byte, i) => covered[i] === 0 && !marks.has(byte))).toEqual([]);
        const whole = readCsv(bytes, table.dialect, { windowBytes: 1 << 20, twin: true });
        expect(read.rows).toEqual(whole.rows);
        expect(read.skipped.map(({ offset, bytes }) => ({ offset, bytes }))).toEqual(
          whole.skipped.map(({ offset, bytes }) => ({ offset, bytes })),
        );
      }),
      { numRuns: 700 },
    );
  });
});
