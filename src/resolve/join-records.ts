// Records of several tables as those of one: what each has of the wanted values, one table's rows after the other's.
// In: laid records and where each wanted value stands in them. Out: laid records; the others hold nothing afterwards.
// It goes column by column, so that the records are in memory once, and one column of them twice.

import { keptLayout } from './record-layout.ts';
import { createRecords, flagMask, markOf, type TableRecords } from './table-records.ts';
import type { TablePlan } from './table-plan.ts';

export interface JoinedPart {
  records: TableRecords;
  /** For each entry of the wanted plan's `gathered` its column in the records, or -1. */
  columnFor: Int32Array;
}

/** A value that a part does not have is none: 0. */
export function joinRecords({ gathered }: TablePlan, parts: readonly JoinedPart[]): TableRecords {
  const { forms } = keptLayout(gathered);
  const starts: number[] = [];
  let count = 0;
  for (const { records } of parts) {
    starts.push(count);
    count += records.count;
  }
  const named = parts.some(({ records }) => records.firstSounds.length > 0) ? count : 0;
  const joined = createRecords(forms, count, named);
  parts.forEach(({ records, columnFor }, i) => {
    const start = starts[i]!;
    for (let record = 0; record < records.count; record++)
      joined.marks[start + record] = records.marks[record]! & flagMask;
    if (records.firstSounds.length > 0) {
      take(records.firstSounds, joined.firstSounds, start);
      take(records.lastSounds, joined.lastSounds, start);
    }
    for (const [column, from] of columnFor.entries()) {
      if (from < 0) continue;
      const into = joined.columns[column]!;
      const { low, high, firstHalves, secondHalves } = records.columns[from]!;
      take(low, into.low, start);
      if (high !== null && into.high !== null) take(high, into.high, start);
      if (firstHalves !== null && into.firstHalves !== null) take(firstHalves, into.firstHalves, start);
      if (secondHalves !== null && into.secondHalves !== null) take(secondHalves, into.secondHalves, start);
    }
    forget(records);
  });
  joined.columns.forEach((_, column) => markColumn(joined, column));
  return joined;
}

/** `from` is given back. */
function take(from: Uint32Array | Uint16Array, into: Uint32Array | Uint16Array, at: number): void {
  into.set(from, at);
  release(from);
}

/** Given back now: the collector sees a small object, not the megabytes behind it. */
function release({ buffer, byteLength }: Uint32Array | Uint16Array): void {
  if (byteLength > 0 && buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

function forget(records: TableRecords): void {
  for (const { low, high, firstHalves, secondHalves } of records.columns)
    for (const words of [low, high, firstHalves, secondHalves]) if (words !== null) release(words);
  for (const words of [records.marks, ...records.moreMarks]) release(words);
  records.count = 0;
}

function markColumn(records: TableRecords, column: number): void {
  const { low, high } = records.columns[column]!;
  const { bit, words } = markOf(records, column);
  for (let record = 0; record < records.count; record++)
    if (low[record] !== 0 || (high !== null && high[record] !== 0)) words[record]! |= bit;
}
