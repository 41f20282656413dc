// The values of one row of a directory by mapped column, and how many rows had one. In: spans of a row in the kernel's
// memory. Out: a value's bytes without quotes and in UTF-8, one at a time: the next one may take its place.

import type { Kernel } from '../../kernel/index.ts';
import type { ValueDecoder } from '../../read/index.ts';
import { emailsInValue } from '../../recognise/index.ts';
import type { DirectoryField, MappedColumn } from './directory-field.ts';

/** Longer values are no names, numbers or addresses. */
export const mostValueBytes = 320;

export interface RowValues {
  /** Where the value lies that was asked for last. */
  span: { start: number; end: number };
  /** `count`: a row may have fewer values than there are columns; what lies past them is of other rows. */
  begin(starts: Uint32Array, ends: Uint32Array, count: number): void;
  /** Indexes of the mapped columns of a field. */
  of: (field: DirectoryField) => number[];
  /** Puts the value of a mapped column into `span`; false where it has none. */
  isThere(at: number): boolean;
  /** The first of these columns that holds a whole e-mail address, which is in `span` then; else -1. */
  addressIn(columns: readonly number[]): number;
  /** By mapped column: rows with a value, and those of which it could be used. */
  filled: Uint32Array<ArrayBuffer>;
  used: Uint32Array<ArrayBuffer>;
  /** Counts from zero again. */
  restart(): void;
}

export function createRowValues(
  { bytes }: Kernel,
  decoder: ValueDecoder,
  columns: readonly MappedColumn[],
): RowValues {
  let starts = new Uint32Array(0);
  let ends = new Uint32Array(0);
  let count = 0;
  const span = { start: 0, end: 0 };
  const address = { start: 0, end: 0, isFound: false };
  const noteAddress = (start: number, end: number, isCut: boolean) => {
    // the beginning of one that is cut may be another's
    if (isCut || address.isFound) return;
    address.start = start;
    address.end = end;
    address.isFound = true;
  };
  const values: RowValues = {
    span,
    filled: new Uint32Array(columns.length),
    used: new Uint32Array(columns.length),
    begin(from, to, told) {
      count = told;
      starts = from as Uint32Array<ArrayBuffer>;
      ends = to as Uint32Array<ArrayBuffer>;
    },
    of: (field) => columns.flatMap((column, i) => (column.field === field ? [i] : [])),
    isThere(at) {
      const { column } = columns[at]!;
      if (column >= count) return false;
      const [from, to] = [starts[column]!, ends[column]!];
      if (to <= from || !decoder.notation.isFilled(bytes, from, to)) return false;
      return decoder.decode(from, Math.min(to, from + mostValueBytes * 2), span) && span.end > span.start;
    },
    addressIn(asked) {
      address.isFound = false;
      for (const at of asked) {
        if (!values.isThere(at)) continue;
        emailsInValue(bytes, span.start, span.end, noteAddress);
        if (!address.isFound) continue;
        span.start = address.start;
        span.end = address.end;
        return at;
      }
      return -1;
    },
    restart() {
      values.filled = new Uint32Array(columns.length);
      values.used = new Uint32Array(columns.length);
    },
  };
  return values;
}
