// The people.csv of a package: rows come in any order, people go out one a line. In: rows of one controller, by the
// place of their person among its people. Out: lines in that order, with their count, size and SHA-256. Rows wait in
// sealed spools, each for a range of people, so that memory does not grow with their number.

import { createHash } from 'node:crypto';
import { csvLine } from './csv-line.ts';
import { createSpool, type Spool } from './sealed-spool.ts';

export interface PeopleFileOptions {
  /** Where the spools rest. */
  folder: string;
  /** Of the controller. */
  people: number;
  /** Titles of the fields that rows fill. */
  fields: readonly string[];
  /** The person's number in the case, as lists of codes for letters have it. */
  numberOf: (place: number) => number;
  /** What is said of the person at `place` beside his values. */
  classesOf: (place: number) => readonly string[];
  tableOf: (part: number) => string;
}

export interface PeopleFile {
  /**
   * A row of the person at `place`: for each field of which it has values, these. `part` is null for identifiers that are
   * the controller's own knowledge: they stand for somebody of whom no row gives a value.
   */
  add(place: number, part: number | null, values: readonly { field: number; value: string }[]): void;
  finish(): FinishedPeople;
  [Symbol.dispose](): void;
}

export interface FinishedPeople {
  content: Spool;
  sha256: string;
  /** People whose line has values of their rows. */
  complete: number;
  /** People whose line has identifiers of the controller's own lists only. */
  byIdentifier: number;
  /** People of whom nothing tells who they are: they have no line. */
  withoutLine: number;
  /** Values that were left out because a person had too many of a field, or cut because they were too long. */
  leftOut: number;
}

/** A spool for so many people: what they lost is in memory at once, some megabytes. */
const peoplePerSpool = 100_000;
const maxSpools = 128;

/** Of one field, for one person: more are the same thing written again and again. */
const maxValues = 50;
const maxValueLength = 2000;

/** In the place of a field: the row has no value of any. */
const noField = 255;

/** In the place of a part: the value is one of the controller's own lists. */
const noPart = 0xffff_ffff;

/** Place, part, field and length. */
const headBytes = 13;

export const fixedTitles = ['Person', 'Data classes', 'Seen in', 'Values left out'] as const;

export function createPeopleFile(options: PeopleFileOptions): PeopleFile {
  const { folder, people, fields } = options;
  const count = Math.min(maxSpools, Math.max(1, Math.ceil(people / peoplePerSpool)));
  const perSpool = Math.max(1, Math.ceil(people / count));
  const spools: Spool[] = [];
  for (let i = 0; i < count; i++) spools.push(createSpool(folder, 64 << 10));
  const content = createSpool(folder);
  let leftOut = 0;

  function put(place: number, part: number, field: number, value: string): void {
    const isLong = value.length > maxValueLength;
    if (isLong) leftOut++;
    const written = isLong ? `${value.slice(0, maxValueLength)}…` : value;
    const length = Buffer.byteLength(written);
    const bytes = Buffer.allocUnsafe(headBytes + length);
    bytes.writeUInt32LE(place, 0);
    bytes.writeUInt32LE(part, 4);
    bytes.writeUInt8(field, 8);
    bytes.writeUInt32LE(length, 9);
    bytes.write(written, headBytes);
    spools[Math.floor(place / perSpool)]!.write(bytes);
  }

  return {
    add(place, part, values) {
      if (values.length === 0) put(place, part ?? noPart, noField, '');
      for (const { field, value } of values) put(place, part ?? noPart, field, value);
    },
    finish() {
      const hash = createHash('sha256');
      const write = (line: string) => {
        const bytes = Buffer.from(line);
        hash.update(bytes);
        content.write(bytes);
      };
      write(csvLine([...fixedTitles, ...fields].map((title) => [title])));
      const counts = { complete: 0, byIdentifier: 0, withoutLine: 0 };
      for (const [i, spool] of spools.entries()) {
        const first = i * perSpool;
        const rows = rowsOf(spool, first, Math.max(0, Math.min(perSpool, people - first)));
        for (const [at, entries] of rows.entries()) {
          const place = first + at;
          const sort = sortOf(entries);
          counts[sort]++;
          if (sort === 'withoutLine') continue;
          const { line, omitted } = personLine(place, entries, options);
          leftOut += omitted;
          write(line);
        }
        spool[Symbol.dispose]();
      }
      return { content, sha256: hash.digest('hex'), ...counts, leftOut };
    },
    [Symbol.dispose]() {
      for (const spool of spools) spool[Symbol.dispose]();
      content[Symbol.dispose]();
    },
  };
}

interface RowEntry {
  part: number;
  field: number;
  value: string;
}

/** By person of the spool's range, what his rows held. */
function rowsOf(spool: Spool, first: number, people: number): RowEntry[][] {
  const rows: RowEntry[][] = Array.from({ length: people }, () => []);
  const bytes = Buffer.concat([...spool.read()]);
  for (let at = 0; at < bytes.length;) {
    const place = bytes.readUInt32LE(at);
    const end = at + headBytes + bytes.readUInt32LE(at + 9);
    rows[place - first]!.push({
      part: bytes.readUInt32LE(at + 4),
      field: bytes.readUInt8(at + 8),
      value: bytes.toString('utf8', at + headBytes, end),
    });
    at = end;
  }
  return rows;
}

function sortOf(entries: readonly RowEntry[]): 'complete' | 'byIdentifier' | 'withoutLine' {
  const telling = entries.filter(({ field }) => field !== noField);
  if (telling.length === 0) return 'withoutLine';
  return telling.some(({ part }) => part !== noPart) ? 'complete' : 'byIdentifier';
}

function personLine(
  place: number,
  entries: readonly RowEntry[],
  { fields, numberOf, classesOf, tableOf }: PeopleFileOptions,
): { line: string; omitted: number } {
  const values = fields.map(() => new Set<string>());
  const tables = new Set<string>();
  let omitted = 0;
  const isComplete = sortOf(entries) === 'complete';
  for (const { part, field, value } of entries) {
    if (part !== noPart) tables.add(tableOf(part));
    else if (isComplete) continue;
    const known = values[field];
    if (known === undefined || known.has(value)) continue;
    if (known.size >= maxValues) omitted++;
    else known.add(value);
  }
  const line = csvLine([
    [String(numberOf(place))],
    classesOf(place),
    [...tables].toSorted(),
    [String(omitted)],
    // rows come in no fixed order
    ...values.map((known) => [...known].toSorted()),
  ]);
  return { line, omitted };
}
