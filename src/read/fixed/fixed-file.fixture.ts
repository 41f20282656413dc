// Made-up records of fixed width, and the layout they are written in. All people in them are invented.

import fc from 'fast-check';
import { type CollectedRows, collectRows, openWindow, type ReadOptions } from '../collect-rows.fixture.ts';
import type { FixedLayout } from './fixed-layout.ts';
import { FixedReader } from './fixed-reader.ts';
import type { RowSink } from '../row-sink.ts';

/** A layout of fields of these widths. */
export function layoutOf(widths: readonly number[], more: Partial<FixedLayout> = {}): FixedLayout {
  let at = 0;
  const fields = widths.map((width) => ({ from: at, to: (at += width) }));
  return {
    kind: 'fixed',
    name: 'fixed-width text',
    length: at,
    fields,
    inCharacters: false,
    isTrimmed: false,
    pattern: '?'.repeat(at),
    columns: null,
    dataOffset: 0,
    ...more,
  };
}

export function readFixed(
  source: string | Uint8Array,
  layout: FixedLayout,
  options: ReadOptions = {},
): CollectedRows {
  return collectRows(source, options, (window, sink) =>
    new FixedReader(window, sink, layout).read(options.from ?? 0, options.stopAt ?? Infinity),
  );
}

/** Where a reader would begin that is to begin at `offset`. */
export function startOf(
  source: string,
  layout: FixedLayout,
  offset: number,
  limit: number,
  windowBytes = 64,
) {
  const window = openWindow(Buffer.from(source), { windowBytes });
  return new FixedReader(window, {} as RowSink, layout).findStart(offset, limit);
}

export interface WrittenFile {
  layout: FixedLayout;
  text: string;
  /** Null for what is blank. */
  rows: (string | null)[][];
}

/** Files of any layout: places in bytes or in characters, any line end. */
export function writtenFile(): fc.Arbitrary<WrittenFile> {
  const ascii = fc.constantFrom('a', 'Z', '0', '9', '@', '.', '"', ',', ';', '-', ' ');
  const wide = fc.constantFrom('a', '7', '@', ' ', 'é', 'ß', 'Ł', '日', '😀');
  return fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
      inCharacters: fc.boolean(),
      isRight: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      endsLast: fc.boolean(),
      count: fc.integer({ min: 0, max: 40 }),
    })
    .chain(({ widths, inCharacters, isRight, lineEnd, endsLast, count }) => {
      const cells = widths.map((width) =>
        fc.array(inCharacters ? wide : ascii, { maxLength: width }).map((signs) => signs.join('').trim()),
      );
      return fc.array(fc.tuple(...cells), { minLength: count, maxLength: count }).map((made) => {
        // a line of blanks is no row
        const rows = made.filter((row) => row.some((cell) => cell !== ''));
        const lines = rows.map((row) => row.map((cell, i) => padded(cell, widths[i]!, isRight)).join(''));
        return {
          layout: layoutOf(widths, { inCharacters }),
          text: lines.join(lineEnd) + (endsLast && lines.length > 0 ? lineEnd : ''),
          rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
        };
      });
    });
}

function padded(cell: string, width: number, isRight: boolean): string {
  const padding = ' '.repeat(width - [...cell].length);
  return isRight ? padding + cell : cell + padding;
}
