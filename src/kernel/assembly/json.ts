// One row of JSON at a time: an object whose members become columns, an array, or a lone value.
// In: bytes in linear memory, and room for the table of keys. Out: the span of each column's value and the
// positions of `@`. It never allocates and never looks past what it is given, but for a step of 16 bytes.

import { beginColumns, dropTo, newCount, root, setRoot } from './json-columns';
import { COLUMNS, entryAt } from './json-entry';
import { arenaUsed, beginKeys, entryCount, stampRow } from './json-keys';
import { readMembers } from './json-members';
import { atCount, beginAts, beginOutcome, end, endAt, fail, failure, stop } from './json-outcome';
import { CUT, MALFORMED, MAX_COLUMNS, ROW, TOO_MANY_KEYS, beginRoom, ends, starts } from './json-room';
import { beginValues, skipSpace, valueEnd } from './json-value';

export { jsonTable } from './json-keys';

let count: u32 = 0;

/** Empties the table of keys. `withinLines`: a line end inside a row breaks it. */
export function jsonBegin(roomAt: usize, atOut: usize, atCapacity: u32, withinLines: bool): void {
  beginRoom(roomAt);
  beginValues(withinLines);
  beginAts(atOut, atCapacity);
  beginColumns();
  beginKeys();
}

/** Reads the object at `from` as a row of the table with that root. Nothing stays of a row that cannot be read. */
export function jsonObject(from: usize, to: usize, tableRoot: u32): i32 {
  setRoot(tableRoot);
  beginRow();
  const entryMark = entryCount;
  const arenaMark = arenaUsed;
  const known = load<u32>(entryAt(root), COLUMNS);
  memory.fill(starts, 0, <usize>(known << 2));
  memory.fill(ends, 0, <usize>(known << 2));
  const code = readMembers(from, to);
  if (code != ROW) dropTo(entryMark, arenaMark, 0);
  count = load<u32>(entryAt(root), COLUMNS);
  return code;
}

/** Reads the array at `from` as a row of its elements. */
export function jsonArray(from: usize, to: usize): i32 {
  beginRow();
  count = 0;
  let p = from + 1;
  for (;;) {
    p = skipSpace(p);
    if (load<u8>(p) == 0x5d && p < to) break;
    if (count >= MAX_COLUMNS) return stop(TOO_MANY_KEYS, p, to);
    const valueStop = p < to ? valueEnd(p, to) : fail(CUT, to, to);
    if (valueStop == 0) return failure;
    store<u32>(starts + <usize>(count << 2), <u32>p);
    store<u32>(ends + <usize>(count << 2), <u32>valueStop);
    count++;
    p = skipSpace(valueStop);
    if (p >= to) return stop(CUT, to, to);
    if (load<u8>(p) == 0x2c) p++;
    else if (load<u8>(p) != 0x5d) return stop(MALFORMED, p, to);
  }
  endAt(p + 1);
  return ROW;
}

/** Reads the value at `from`, whatever it is, as a row of one. */
export function jsonValue(from: usize, to: usize): i32 {
  beginRow();
  count = 1;
  const valueStop = from < to ? valueEnd(from, to) : fail(CUT, to, to);
  if (valueStop == 0) return failure;
  store<u32>(starts, <u32>from);
  store<u32>(ends, <u32>valueStop);
  endAt(valueStop);
  return ROW;
}

function beginRow(): void {
  beginOutcome();
  beginColumns();
  stampRow();
}

/** One past the row, or how far it was looked at. */
export function jsonEnd(): usize {
  return end;
}

/** Columns of the row. */
export function jsonCount(): u32 {
  return count;
}

/** Columns first seen in this row, the last ones of `jsonCount`. */
export function jsonNewColumns(): u32 {
  return newCount;
}

export function jsonAts(): u32 {
  return atCount();
}
