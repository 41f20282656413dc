import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CollectedRows } from '../collect-rows.fixture.ts';
import type { JsonShape } from './json-shape.ts';
import { byName, expectedRow, row, writers } from './made-up-json.fixture.ts';
import { openReader, readJson, type ReadOptions, shapeOf } from './read-json.fixture.ts';

const windowBytes = fc.oneof(
  fc.integer({ min: 1, max: 300 }),
  fc.integer({ min: 300, max: 5_000 }),
  fc.constant(1 << 20),
);
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(Infinity));
const rows = fc.array(row, { minLength: 2, maxLength: 12 });
const written = fc
  .tuple(rows, fc.constantFrom(...Object.keys(writers)))
  .map(([rows, writer]) => ({ rows, text: writers[writer]!(rows), isPretty: writer.includes('pretty') }));

const plain = (read: CollectedRows) =>
  read.rows.map(({ columns, values, offset }) => ({
    offset,
    values: columns!.map((name, i) => [name, values[i]!] as const).filter(([, value]) => value !== null),
  }));

/** As read, but for the numbers of columns that share a name and the spaces in pretty-printed lists. */
function comparable(read: CollectedRows): [string, string][][] {
  return plain(read).map(({ values }) =>
    values
      .map(([name, value]): [string, string] => [name.replace(/ \(\d+\)$/u, ''), listText(value)])
      .sort(byName),
  );
}

function listText(value: string): string {
  if (!value.startsWith('[')) return value;
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    return value;
  }
}

const expected = (rows: Record<string, unknown>[]) =>
  rows.map((each) =>
    expectedRow(each)
      .map(([name, value]): [string, string] => [name.replace(/ \(\d+\)$/u, ''), listText(value)])
      .sort(byName),
  );

describe('any rows', () => {
  it('are read to what JSON.parse makes of them, whatever the window and the kernel', () => {
    fc.assert(
      fc.property(
        written,
        windowBytes,
        chunkBytes,
        fc.boolean(),
        ({ rows, text }, windowBytes, chunkBytes, twin) => {
          const read = readJson(text, { windowBytes, chunkBytes, twin });
          expect(comparable(read)).toEqual(expected(rows));
          expect(read.skipped).toEqual([]);
          expect(read.end).toBe(Buffer.byteLength(text));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('are the same cut in two anywhere: reading on from where it stopped misses and repeats nothing', () => {
    fc.assert(
      fc.property(written, fc.nat(), windowBytes, ({ text }, cut, windowBytes) => {
        const shape = shapeOf(text);
        const whole = readJson(text, { shape });
        const stopAt = cut % (Buffer.byteLength(text) + 1);
        const first = readJson(text, { shape, windowBytes, stopAt });
        const second = readJson(text, { shape, windowBytes, from: first.end });
        expect([...plain(first), ...plain(second)].map(({ offset }) => offset)).toEqual(
          plain(whole).map(({ offset }) => offset),
        );
        expect([...comparable(first), ...comparable(second)]).toEqual(comparable(whole));
        expect(first.end).toBeGreaterThanOrEqual(stopAt);
      }),
      { numRuns: 400 },
    );
  });

  it('are the same read in stretches, each begun where a row seems to begin and read again where that was wrong', () => {
    fc.assert(
      fc.property(
        written,
        fc.integer({ min: 5, max: 2_000 }),
        windowBytes,
        ({ text }, stretchBytes, windowBytes) => {
          const shape = shapeOf(text);
          const whole = readJson(text, { shape });
          expect(comparable(readInStretches(text, shape, stretchBytes, windowBytes).read)).toEqual(
            comparable(whole),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What threads do. */
function readInStretches(text: string, shape: JsonShape, stretchBytes: number, windowBytes: number) {
  const total = Buffer.byteLength(text);
  const read = readJson('', { shape });
  let wrong = 0;
  let end = 0;
  for (let from = 0; from < total; from += stretchBytes) {
    const to = from + stretchBytes < total ? from + stretchBytes : Infinity;
    const options: ReadOptions = { windowBytes, shape };
    const { reader, result } = openReader(text, options);
    const start = from === 0 ? 0 : reader.findStart(from, to);
    const stop = start < to ? reader.read(start, to) : start;
    if (end >= to) continue;
    if (start === end) {
      read.rows.push(...result.rows);
      end = stop;
    } else {
      wrong++;
      const again = readJson(text, { ...options, from: end, stopAt: to });
      read.rows.push(...again.rows);
      end = again.end;
    }
  }
  return { read, wrong };
}

describe('a stretch of rows without trickery', () => {
  it('starts where the one before ended, so that nothing is read twice', () => {
    const people = Array.from({ length: 60 }, (_, i) => ({
      id: i,
      email: `p${i}@example.com`,
      orders: [{ id: 1, n: 2 }],
    }));
    for (const [name, write] of Object.entries(writers)) {
      const text = write(people);
      const shape = shapeOf(text);
      for (let stretchBytes = 100; stretchBytes < 2_000; stretchBytes += 161) {
        const { read, wrong } = readInStretches(text, shape, stretchBytes, 512);
        expect(read.rows).toHaveLength(60);
        expect([name, wrong]).toEqual([name, 0]);
      }
    }
  });
});

describe('damage', () => {
  const pieces = ['{', '}', '[', ']', '"', '\\', '\n', ',', '\0', 'x', "'", '//', '@', '\u00ff'];

  it('loses no byte: what is not in a row is handed over, whatever the window', () => {
    fc.assert(
      fc.property(
        written,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.boolean()), {
          minLength: 1,
          maxLength: 5,
        }),
        windowBytes,
        fc.boolean(),
        ({ text }, changes, windowBytes, twin) => {
          const shape = shapeOf(text);
          let bytes: Buffer = Buffer.from(text);
          for (const [at, piece, isInserted] of changes) {
            const place = at % bytes.length;
            const after = bytes.subarray(place + (isInserted ? 0 : piece.length));
            bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from(piece, 'latin1'), after]);
          }
          const read = readJson(bytes, { shape });
          expect(read.end).toBe(bytes.length);
          assertCovered(bytes, read);
          expect(comparable(readJson(bytes, { shape, windowBytes, twin }))).toEqual(comparable(read));
        },
      ),
      { numRuns: 600, seed: 11 },
    );
  });
});

const between = new Set(Buffer.from(' \t\r\n,[]\u001e'));

/** Between rows and what was skipped there is only what stands between rows. */
function assertCovered(bytes: Buffer, read: CollectedRows): void {
  const left = Buffer.from(bytes);
  for (const { offset, bytes: length } of read.skipped) left.fill(0x20, offset, offset + length);
  for (const { offset } of read.rows) left.fill(0x20, offset, rowEnd(bytes, offset));
  const told = left.filter((byte) => !between.has(byte));
  expect(Buffer.from(told).toString('latin1')).toBe('');
}

/** One past the closing brace. */
function rowEnd(bytes: Buffer, from: number): number {
  let depth = 0;
  let isInside = false;
  for (let p = from; p < bytes.length; p++) {
    const byte = bytes[p]!;
    if (isInside) {
      if (byte === 0x5c) p++;
      else if (byte === 0x22) isInside = false;
    } else if (byte === 0x22) isInside = true;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) return p + 1;
  }
  return bytes.length;
}
