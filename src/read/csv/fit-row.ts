// How many of the values of a row that has more or fewer of them than there are columns are told.

import type { RowForm } from './row-form.ts';
import type { RowSpans } from './scan-row.ts';

/** The number of values to tell; -1 where a value would be lost or stand in no column. */
export function fitRow(spans: RowSpans, form: RowForm, restInLast: boolean): number {
  const { starts, ends, count } = spans;
  const { width } = form;
  if (count <= width) return count;
  if (restInLast) {
    ends[width - 1] = ends[count - 1]!;
    return width;
  }
  // delimiters at the end of a line, with nothing between them
  for (let i = width; i < count; i++) if (ends[i] !== starts[i]) return -1;
  return width;
}
