import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWith } from './pad-range.ts';
import { mergeRanges, noRows, openRange, packRange, type RangeRows, tailBytesOf } from './range-block.ts';
import { rangeText } from './range-text.ts';

const modes = fc.constantFrom('sha1' as const, 'ntlm' as const);
const counts = fc.oneof(
  fc.nat({ max: 20 }),
  fc.nat(),
  fc.integer({ min: 2 ** 31 - 2, max: Number.MAX_SAFE_INTEGER }),
);
/** Bytes of few values, so that many rows begin the same. */
const bytes = fc.oneof(fc.constantFrom(0x30, 0x31, 0x3f), fc.nat({ max: 255 }));

/** Different rows of one mode in two lots. */
const lots = modes.chain((mode) =>
  fc.record({
    mode: fc.constant(mode),
    rows: fc.uniqueArray(
      fc.record({
        tail: fc.array(bytes, { minLength: tailBytesOf(mode), maxLength: tailBytesOf(mode) }),
        count: counts,
        isFirst: fc.boolean(),
      }),
      { maxLength: 60, selector: ({ tail }) => tail.join() },
    ),
  }),
);

function rowsOf(mode: 'sha1' | 'ntlm', rows: readonly { tail: number[]; count: number }[]): RangeRows {
  const ordered = rows.toSorted((a, b) => Buffer.compare(Buffer.from(a.tail), Buffer.from(b.tail)));
  return {
    ...noRows(mode),
    count: ordered.length,
    tails: Uint8Array.from(ordered.flatMap(({ tail }) => tail)),
    counts: Float64Array.from(ordered, ({ count }) => count),
  };
}

function expectedText({ tailBytes, count, tails, counts: seen }: RangeRows): string {
  return Array.from({ length: count }, (_, row) => {
    const tail = Buffer.from(tails.subarray(row * tailBytes, (row + 1) * tailBytes));
    return `${tail.toString('hex').toUpperCase().slice(1)}:${seen[row]}`;
  }).join('\r\n');
}

test('rows are written as the protocol has them, whatever they hold', () => {
  fc.assert(
    fc.property(lots, ({ mode, rows: drawn }) => {
      const rows = rowsOf(mode, drawn);
      expect(rangeText(rows).toString('latin1')).toBe(expectedText(rows));
      expect(rangeText(openRange(packRange(rows), mode)).equals(rangeText(rows))).toBe(true);
    }),
  );
});

test('a text with other rows in it is the text of all of them', () => {
  fc.assert(
    fc.property(lots, ({ mode, rows: drawn }) => {
      const here = rowsOf(
        mode,
        drawn.filter(({ isFirst }) => isFirst),
      );
      const others = rowsOf(
        mode,
        drawn.filter(({ isFirst }) => !isFirst),
      );
      const text = textWith(here, rangeText(here), others).toString('latin1');
      expect(text).toBe(expectedText(mergeRanges(here, others)));
    }),
    { numRuns: 500 },
  );
});
