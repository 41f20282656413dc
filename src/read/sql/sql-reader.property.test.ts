import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MadeUpDump, madeUpDump } from './made-up-dumps.fixture.ts';
import { openReader, type CollectedRows, readDump } from './read-dump.fixture.ts';

/** From windows too small for anything, which have to grow, to one that holds all. */
const windowBytes = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 300, max: 5_000 }),
  fc.constant(1 << 20),
);
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(Infinity));

const plain = (read: CollectedRows) =>
  read.rows.map(({ table, columns, values }) => ({ table, columns, values }));

describe('any dump', () => {
  it('is read to the rows that were written, whatever the window and the kernel', () => {
    fc.assert(
      fc.property(
        madeUpDump(),
        windowBytes,
        chunkBytes,
        fc.boolean(),
        (dump, windowBytes, chunkBytes, twin) => {
          const read = readDump(dump.text, { windowBytes, chunkBytes, twin });
          expect(plain(read)).toEqual(dump.rows);
          expect(read.skipped).toEqual([]);
          expect(read.end).toBe(Buffer.byteLength(dump.text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('is read under NO_BACKSLASH_ESCAPES, where a backslash is a letter', () => {
    fc.assert(
      fc.property(
        madeUpDump({ withEscapes: false }),
        windowBytes,
        fc.boolean(),
        (dump, windowBytes, twin) => {
          const read = readDump(dump.text, { windowBytes, twin, backslashEscapes: false });
          expect(plain(read)).toEqual(dump.rows);
          expect(read.skipped).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the same rows cut in two anywhere: reading on from where it stopped misses and repeats nothing', () => {
    fc.assert(
      fc.property(madeUpDump(), fc.nat(), windowBytes, (dump, cut, windowBytes) => {
        const stopAt = cut % (Buffer.byteLength(dump.text) + 1);
        const first = readDump(dump.text, { windowBytes, stopAt });
        const second = readDump(dump.text, { windowBytes, from: first.end, schemas: first.schemas });
        expect([...plain(first), ...plain(second)]).toEqual(dump.rows);
        expect(first.end).toBeGreaterThanOrEqual(stopAt);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a stretch', () => {
  /** What threads do: each begins where it thinks a statement begins, and reads again where the one before ended elsewhere. */
  function readInStretches(
    dump: MadeUpDump,
    stretchBytes: number,
    windowBytes: number,
  ): CollectedRows['rows'] {
    const total = Buffer.byteLength(dump.text);
    const rows: CollectedRows['rows'] = [];
    let schemas: CollectedRows['schemas'] = [];
    let end = 0;
    for (let from = 0; from < total; from += stretchBytes) {
      const to = from + stretchBytes < total ? from + stretchBytes : Infinity;
      const options = { windowBytes, schemas };
      const { reader, result } = openReader(dump.text, options);
      const start = from === 0 ? 0 : reader.findStart(from, to);
      const stop = start < to ? reader.read(start, to) : start;
      const isRight = start === end;
      const read = isRight
        ? result
        : end < to
          ? readDump(dump.text, { ...options, from: end, stopAt: to })
          : null;
      if (read) {
        rows.push(...read.rows);
        schemas = read.schemas;
        end = isRight ? stop : read.end;
      }
    }
    return rows;
  }

  it('that starts where the one before did not end is read again, so that stretches give what one reading gives', () => {
    fc.assert(
      fc.property(
        madeUpDump(),
        fc.integer({ min: 20, max: 2_000 }),
        windowBytes,
        (dump, stretchBytes, windowBytes) => {
          const rows = readInStretches(dump, stretchBytes, windowBytes);
          expect(rows.map(({ table, columns, values }) => ({ table, columns, values }))).toEqual(dump.rows);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of a dump without trickery starts where the one before ended, so that nothing is read twice', () => {
    const row = (i: number) => `(${i},'person ${i}','p${i}@example.com')`;
    const rows = Array.from({ length: 300 }, (_, i) => row(i));
    const statements = Array.from(
      { length: 30 },
      (_, i) => `INSERT INTO \`t\` VALUES ${rows.slice(i * 10, i * 10 + 10).join(',')};\n`,
    );
    const dump = statements.join('');
    for (let cut = 1; cut < dump.length; cut += 37) {
      const { reader } = openReader(dump, { windowBytes: 512 });
      const end = readDump(dump, { windowBytes: 512, stopAt: cut }).end;
      expect(reader.findStart(cut, dump.length)).toBe(end);
    }
  });
});
