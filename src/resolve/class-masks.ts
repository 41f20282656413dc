// Sets of data classes as bits, for rows and for people.
// In: merged tables. Out: the classes that occur, each with its bit, and the set that a row of a table holds.

import { type DataClass, validators } from '../recognise/index.ts';
import type { MergedTable } from './merged-table.ts';
import { hasMark, marksOf } from './table-records.ts';

/** Sets of up to 62 classes, as two words each. */
export interface ClassMasks {
  names: DataClass[];
  low: Uint32Array;
  /** Empty where 31 classes are enough. */
  high: Uint32Array;
}

const bitsEach = 31;

export function createClassMasks(names: DataClass[], count: number): ClassMasks {
  return {
    names,
    low: new Uint32Array(count),
    high: new Uint32Array(names.length > bitsEach ? count : 0),
  };
}

/** The classes that occur, in a fixed order: a class's place is its bit. */
export function classNames(tables: MergedTable[]): DataClass[] {
  const names = new Set(
    tables.flatMap((table) => table.findings.flatMap((found) => found.map((finding) => finding.class))),
  );
  for (const { mentions } of tables)
    for (const { validator } of mentions) names.add(validators[validator]!.class);
  return [...names].sort();
}

/** Adds the set of node `from` to that of node `to`. */
export function addMask({ low, high }: ClassMasks, from: number, to: number): void {
  low[to]! |= low[from]!;
  if (high.length > 0) high[to]! |= high[from]!;
}

export function hasClass({ low, high }: ClassMasks, node: number, bit: number): boolean {
  return ((bit < bitsEach ? low[node]! >>> bit : high[node]! >>> (bit - bitsEach)) & 1) === 1;
}

/** Adds the classes of a table's record to the set of a node. */
export function rowMasks(table: MergedTable, masks: ClassMasks): (record: number, node: number) => void {
  const { records } = table;
  const marks = masks.names.map((name) =>
    marksOf(records, (gathered) => {
      const { column, validator } = table.plan.gathered[gathered]!;
      return validator !== -1 && table.findings[column]![0]!.class === name;
    }),
  );
  const bits = marks.flatMap((held, bit) => (held.some((word) => word !== 0) ? [bit] : []));
  /** Rows of a table hold few different sets: the last one is often the next one's. */
  let known = -1;
  let low = 0;
  let high = 0;
  return (record, node) => {
    const mark = records.marks[record]!;
    if (mark !== known || records.moreMarks.length > 0) {
      low = 0;
      high = 0;
      for (const bit of bits) {
        if (!hasMark(records, record, marks[bit]!)) continue;
        if (bit < bitsEach) low |= 1 << bit;
        else high |= 1 << (bit - bitsEach);
      }
      known = mark;
    }
    masks.low[node]! |= low;
    if (high !== 0) masks.high[node]! |= high;
  };
}
