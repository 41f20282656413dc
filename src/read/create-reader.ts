// The reader for a plan. In: what is to be read and how. Out: one of the readers, behind one face.

import type { ByteWindow } from './byte-window.ts';
import { CsvReader } from './csv/csv-reader.ts';
import { FixedReader } from './fixed/fixed-reader.ts';
import { JsonReader } from './json/json-reader.ts';
import type { ReaderPlan } from './reader-plan.ts';
import { RecordReader } from './records/record-reader.ts';
import type { RowSink } from './row-sink.ts';
import { SqlReader } from './sql/sql-reader.ts';
import { readAsDocument, readAsText } from './text-reader.ts';

export interface RowReader {
  /** What somebody has to know who reads on from where this one stopped; '' where nothing. */
  readonly state: string;
  /**
   * The first place at or after `offset` and before `limit` where reading may begin, if `state` holds there: a guess;
   * `limit` where there is none.
   */
  findStart(offset: number, limit: number, state: string): number;
  /** Reads from `offset`, where `state` holds, to the first boundary at or past `stopAt`; returns where it stopped. */
  read(offset: number, stopAt: number, state: string): number;
}

/** Whether a file of the plan can be read from several places at once. */
export function isSplittable(plan: ReaderPlan): boolean {
  if (plan.kind === 'json') return !plan.sequential;
  return plan.kind === 'sql' || plan.kind === 'csv' || plan.kind === 'fixed';
}

export interface ReaderOptions {
  /**
   * Whoever reads holds what is read until the reader stops: rows of one statement and tables of one document may then be
   * left in the middle, and read on from there.
   */
  pauses?: boolean;
}

export function createReader(
  plan: ReaderPlan,
  window: ByteWindow,
  sink: RowSink,
  { pauses = false }: ReaderOptions = {},
): RowReader {
  switch (plan.kind) {
    case 'sql':
      return new SqlReader(window, sink, { ...plan, pauses });
    case 'csv':
      return stateless(new CsvReader(window, sink, { dialect: plan, table: '' }));
    case 'fixed':
      return stateless(new FixedReader(window, sink, plan));
    case 'json':
      return new JsonReader(window, sink, { shape: plan, table: '', pauses });
    case 'records':
      return new RecordReader(window, sink);
    case 'document':
      return whole((offset) => readAsDocument(window, offset, sink));
    default:
      return whole((offset) => readAsText(window, offset, plan.reason, sink));
  }
}

/** A reader for which every boundary is like any other. */
function stateless(reader: Omit<RowReader, 'state'>): RowReader {
  return {
    state: '',
    findStart: (offset, limit) => reader.findStart(offset, limit, ''),
    read: (offset, stopAt) => reader.read(offset, stopAt, ''),
  };
}

/** A reader that begins at the beginning and reads to the end. */
function whole(read: (offset: number) => number): RowReader {
  return { state: '', findStart: (offset) => offset, read };
}
