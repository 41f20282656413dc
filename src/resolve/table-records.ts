// All records of one table, column by column, put together from what the threads gathered of it.
// In: parts in pages. Out: for each gathered value flat arrays over the whole table, and which values each row has.
// The pages are given back one by one, so that the records are in memory once.

import { keptForms, keptHead, type KeptForm } from './record-layout.ts';
import type { RecordPart } from './record-pages.ts';
import { type Normal, recordFlags, type TablePlan } from './table-plan.ts';

/** What was kept of one gathered value: 0 in both arrays where a row has none. */
export interface RecordColumn {
  /** A fingerprint, a number, or the lower half of a hash; of a full name the first name's fingerprint. */
  low: Uint32Array;
  /** The upper half of a hash; of a full name the last name's fingerprint; else null. */
  high: Uint32Array | null;
  /** Of an identifier of a person: fingerprints of its two halves, also where its check failed. */
  firstHalves: Uint16Array | null;
  secondHalves: Uint16Array | null;
}

export interface TableRecords {
  count: number;
  /** `recordFlags`, and above them a bit for each of the first gathered values that the row has. */
  marks: Uint32Array;
  /** A bit for each further gathered value, 32 to an array. */
  moreMarks: Uint32Array[];
  /** How first and last name sound; 0 unknown, and empty where no row has a name. */
  firstSounds: Uint16Array;
  lastSounds: Uint16Array;
  columns: RecordColumn[];
}

/** A part, and for each gathered value of the table's plan its place in the part's own. */
export interface PlacedPart {
  part: RecordPart;
  places: Int32Array;
}

const flagBits = 9;
const firstMarks = 32 - flagBits;
export const flagMask = (1 << flagBits) - 1;

export const noRecords: TableRecords = {
  count: 0,
  marks: new Uint32Array(0),
  moreMarks: [],
  firstSounds: new Uint16Array(0),
  lastSounds: new Uint16Array(0),
  columns: [],
};

/** Takes the pages of the parts, which hold nothing afterwards. */
export function layRecords(plan: TablePlan, parts: PlacedPart[]): TableRecords {
  const count = parts.reduce((sum, { part }) => sum + part.count, 0);
  const forms = plan.gathered.map((_, i) => formIn(parts, i));
  const named = plan.gathered.some(({ normal }) => isName(normal)) ? count : 0;
  const records = createRecords(forms, count, named);
  let first = 0;
  for (const { part, places } of parts) {
    const { width, wordOf, pageRecords } = part.layout;
    for (let begin = 0; begin < part.count; begin += pageRecords) {
      const page = part.pages.shift()!;
      const size = Math.min(pageRecords, part.count - begin);
      layHead(records, page, width, first, size);
      for (let i = 0; i < forms.length; i++)
        layColumn(records, i, page, width, wordOf[places[i]!]!, first, size);
      if (page.byteLength === page.buffer.byteLength) page.buffer.transfer(0);
      first += size;
    }
    part.count = 0;
  }
  return records;
}

/** With no value in any row. `named`: rows of which it is kept how their names sound, all or none. */
export function createRecords(forms: readonly KeptForm[], count: number, named: number): TableRecords {
  return {
    count,
    marks: new Uint32Array(count),
    moreMarks: Array.from(
      { length: Math.ceil(Math.max(0, forms.length - firstMarks) / 32) },
      () => new Uint32Array(count),
    ),
    firstSounds: new Uint16Array(named),
    lastSounds: new Uint16Array(named),
    columns: forms.map((form) => ({
      low: new Uint32Array(count),
      high: keptForms[form] > 1 ? new Uint32Array(count) : null,
      firstHalves: form === 'tornHash' ? new Uint16Array(count) : null,
      secondHalves: form === 'tornHash' ? new Uint16Array(count) : null,
    })),
  };
}

function formIn(parts: PlacedPart[], gathered: number): KeptForm {
  const [first] = parts;
  return first ? first.part.layout.forms[first.places[gathered]!]! : 'hash';
}

function isName(normal: Normal): boolean {
  return normal === 'first name' || normal === 'last name' || normal === 'full name';
}

function layHead(
  { marks, firstSounds, lastSounds }: TableRecords,
  page: Uint32Array,
  width: number,
  first: number,
  size: number,
): void {
  const isNamed = firstSounds.length > 0;
  for (let i = 0, at = 0; i < size; i++, at += width) {
    marks[first + i] = page[at + keptHead.flags]! & flagMask;
    if (!isNamed) continue;
    const sounds = page[at + keptHead.sounds]!;
    firstSounds[first + i] = sounds;
    lastSounds[first + i] = sounds >>> 16;
  }
}

function layColumn(
  records: TableRecords,
  gathered: number,
  page: Uint32Array,
  width: number,
  word: number,
  first: number,
  size: number,
): void {
  const { low, high, firstHalves, secondHalves } = records.columns[gathered]!;
  const { bit, words: marks } = markOf(records, gathered);
  for (let i = 0, at = word; i < size; i++, at += width) {
    const record = first + i;
    const a = page[at]!;
    const b = high === null ? 0 : page[at + 1]!;
    if (firstHalves !== null) {
      firstHalves[record] = page[at + 2]!;
      secondHalves![record] = page[at + 2]! >>> 16;
    }
    if (a === 0 && b === 0) continue;
    low[record] = a;
    if (high !== null) high[record] = b;
    marks[record]! |= bit;
  }
}

/** Where it is noted which rows have a gathered value. */
export function markOf(records: TableRecords, gathered: number): { words: Uint32Array; bit: number } {
  if (gathered < firstMarks) return { words: records.marks, bit: 1 << (flagBits + gathered) };
  const further = gathered - firstMarks;
  return { words: records.moreMarks[further >> 5]!, bit: 1 << (further & 31) };
}

/** The values of a plan for which `wanted` holds, as marks: in the order of `marks` and `moreMarks`. */
export function marksOf(records: TableRecords, wanted: (gathered: number) => boolean): Uint32Array {
  const marks = new Uint32Array(1 + records.moreMarks.length);
  records.columns.forEach((_, gathered) => {
    if (!wanted(gathered)) return;
    if (gathered < firstMarks) marks[0]! |= 1 << (flagBits + gathered);
    else marks[1 + ((gathered - firstMarks) >> 5)]! |= 1 << ((gathered - firstMarks) & 31);
  });
  return marks;
}

/** Whether the row has one of the values that `marks` names. */
export function hasMark(records: TableRecords, record: number, marks: Uint32Array): boolean {
  if ((records.marks[record]! & marks[0]!) !== 0) return true;
  for (let i = 1; i < marks.length; i++)
    if ((records.moreMarks[i - 1]![record]! & marks[i]!) !== 0) return true;
  return false;
}

export function hasFlag(records: TableRecords, record: number, flag: keyof typeof recordFlags): boolean {
  return (records.marks[record]! & recordFlags[flag]) !== 0;
}
