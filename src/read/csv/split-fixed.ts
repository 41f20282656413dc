// The values of a line whose columns stand at fixed places. In: the line's span. Out: spans of the values.

import type { CsvDialect } from './csv-dialect.ts';
import type { RowSpans } from './scan-row.ts';

/** Cuts the line at `from`..`to`; places are characters, which in UTF-8 may be several bytes. */
export function splitFixed(
  bytes: Uint8Array,
  from: number,
  to: number,
  fields: NonNullable<CsvDialect['fields']>,
  isUtf8: boolean,
  spans: RowSpans,
): void {
  let p = from;
  let character = 0;
  const moveTo = (wanted: number) => {
    if (!isUtf8) return Math.min(to, from + wanted);
    while (character < wanted && p < to) {
      p++;
      while (p < to && (bytes[p]! & 0xc0) === 0x80) p++;
      character++;
    }
    return p;
  };
  spans.count = 0;
  for (const field of fields) {
    spans.starts[spans.count] = moveTo(field.from);
    spans.ends[spans.count++] = field.to < 0 ? to : moveTo(field.to);
  }
  // what stands past the last column belongs to it
  spans.ends[spans.count - 1] = to;
}
