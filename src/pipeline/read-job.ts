// What the reading threads share: the job as it is handed to each, and the words they tell one another by.

import type { MessagePort } from 'node:worker_threads';
import type { ContainerNote, LeafEnd, LeafHead, TableSchema, UnreadNote } from '../read/index.ts';
import type { TablePlan, TallyPart } from '../resolve/index.ts';
import type { JobInputs } from './job-inputs.ts';
import type { CheckpointJob } from './resume/checkpoint-job.ts';
import type { PackedValues } from './values/value-batch.ts';
import type { ValueJob } from './values/value-job.ts';

/** Stretches, in file order: the input, where it begins, where the next one does. */
export interface JobStretches {
  input: Int32Array;
  from: Float64Array;
  to: Float64Array;
  /** True where `from` is known to be a boundary, as for the first stretch of an input. */
  exact: Uint8Array;
  /** For exact stretches, the state in which they begin, where it is not that of a beginning. */
  states: Map<number, string>;
}

export interface ReadJob {
  inputs: JobInputs;
  stretches: JobStretches;
  /** Int32 words: `control` below, then the state of each stretch. */
  control: SharedArrayBuffer;
  /** Float64: where each stretch ended, then the bytes each worker has read. */
  numbers: SharedArrayBuffer;
  /** One bit for each of 2^23 values of the hash of an address: a sketch of how many were seen. */
  sketch: SharedArrayBuffer;
  pipe: SharedArrayBuffer;
  worker: number;
  /** To each other thread; what is told before a thread has started waits there for it. */
  others: MessagePort[];
  seed: [number, number];
  today: string;
  maxRowBytes: number;
  windowBytes: number;
  twin: boolean;
  schemas: InputSchema[];
  /** Of stretches that an earlier run has read. */
  switches: StateSwitch[];
  checkpoint: CheckpointJob | null;
  /** Plans of a first pass: only those tables are tallied. */
  settled: (TableName & { columns: (string | null)[]; plan: TablePlan })[] | null;
  /** Rows are not tallied, but values of them given back. */
  values: ValueJob | null;
}

export const control = { next: 0, wake: 1, stretches: 2 } as const;

/** States of a stretch. */
export const stretchState = { open: 0, read: 1, final: 2 } as const;

export const sketchBits = 1 << 23;

/**
 * A table: the leaf that states it ('' where it spans several), the database in use there or the folder of a
 * file that is a table ('' where there is none), and its name; database and name are lower-case.
 */
export interface TableName {
  leaf: string;
  database: string;
  table: string;
}

export function tableKey({ leaf, database, table }: TableName): string {
  return JSON.stringify([leaf, database, table]);
}

export function parseTableKey(key: string): TableName {
  const [leaf, database, table] = JSON.parse(key) as [string, string, string];
  return { leaf, database, table };
}

/** `schema` null: the input states no schema for the table before the place where it was asked for. */
export interface InputSchema extends TableName {
  schema: TableSchema | null;
}

/** After `stretch`, another state holds than before it. */
export interface StateSwitch {
  stretch: number;
  state: string;
}

/** What a thread has to know that begins in the middle of an input: the database in use, and the reader's own state. */
export function readingState(database: string, reader: string): string {
  return JSON.stringify([database, reader]);
}

export function parseReadingState(state: string): { database: string; reader: string } {
  const [database, reader] = JSON.parse(state) as [string, string];
  return { database, reader };
}

/** Where an input begins. */
export const initialState = readingState('', '');

export interface SkippedPart {
  offset: number;
  bytes: number;
  reason: string;
}

/** What one leaf, or a part of it, came to. */
export interface LeafCounts {
  leaf: string;
  rows: number;
  documents: number;
  /** The last bytes read, and where they end, of leaves that came through a pipe. */
  tail: { bytes: Uint8Array; end: number } | null;
}

/** A stretch, or a piece of a leaf in one, that has been read and counted. */
export interface Confirmed {
  stretch: number;
  leaf: string;
  from: number;
  end: number;
  /** The states in which it begins and ends. */
  state: string;
  lastState: string;
  /** A piece of a leaf that came through the pipe. */
  isPiece: boolean;
  /** Tables it held rows of. */
  tables: TableName[];
}

/** What a worker has in the end. */
export interface WorkerResult {
  kind: 'result';
  /** `source`: the first leaf in which the thread met the table. */
  tables: (TableName & { source: string; part: TallyPart })[];
  schemas: (TableName & { schema: TableSchema })[];
  skipped: { leaf: string; part: SkippedPart }[];
  /** Hashes of addresses in parts that were not read as rows, low and high words in turn. */
  textEmails: Uint32Array<ArrayBuffer>[];
  /** For each stretch this worker confirmed, and each leaf in it: where it began, and the tables it held rows of. */
  confirmed: Confirmed[];
  leaves: LeafCounts[];
  /** Stretches of unpacked inputs that were gone through to the end. */
  finished: number[];
  /** What was said of inputs that had to be unpacked. */
  unpacked: {
    leaves: { head: LeafHead; end: LeafEnd | null }[];
    containers: ContainerNote[];
    unread: UnreadNote[];
  };
}

/** `feed`: the worker is about to read an input from its pipe. */
export type WorkerMessage =
  | WorkerResult
  | { kind: 'feed'; input: number }
  | { kind: 'values'; batch: PackedValues };
