// What the reading threads share: the job as it is handed to each, and the words they tell one another by.

import type { MessagePort } from 'node:worker_threads';
import type { TableSchema } from '../read/index.ts';
import type { TablePlan, TallyPart } from '../resolve/index.ts';

/** One input as a worker needs it. Streamed inputs come through the worker's pipe instead of from the file. */
export interface JobInput {
  path: string;
  /** Bytes to read; what is appended meanwhile is left out. */
  bytes: number;
  streamed: boolean;
  isSql: boolean;
  charset: string;
  backslashEscapes: boolean;
  /** Why the input is scanned as text, where it is no SQL. */
  textReason: string;
}

/** Stretches, in file order: the input, where it begins, where the next one does. */
export interface JobStretches {
  input: Int32Array;
  from: Float64Array;
  to: Float64Array;
  /** True where `from` is known to be a statement boundary, as for the first stretch of an input. */
  exact: Uint8Array;
  /** For exact stretches, the database that is in use where they begin; '' where the dump names none. */
  databases: string[];
}

export interface ReadJob {
  inputs: JobInput[];
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
  /** Folder of the process's compile cache, if it has one. */
  compileCache: string | null;
  schemas: InputSchema[];
  /** Plans of a first pass, by input and lower-case table name: only those tables are tallied. */
  settled: (TableName & { columns: (string | null)[]; plan: TablePlan })[] | null;
}

export const control = { next: 0, wake: 1, stretches: 2 } as const;

/** States of a stretch. */
export const stretchState = { open: 0, read: 1, final: 2 } as const;

export const sketchBits = 1 << 23;

/** A table of one input: the database in use ('' where the dump names none) and its name, both lower-case. */
export interface TableName {
  input: number;
  database: string;
  table: string;
}

export function tableKey({ input, database, table }: TableName): string {
  return JSON.stringify([input, database, table]);
}

/** `schema` null: the input states no schema for the table before the place where it was asked for. */
export interface InputSchema extends TableName {
  schema: TableSchema | null;
}

/** From `stretch` on, `database` is in use. */
export interface DatabaseSwitch {
  stretch: number;
  database: string;
}

export interface SkippedPart {
  offset: number;
  bytes: number;
  reason: string;
}

/** What a worker has in the end. */
export interface WorkerResult {
  kind: 'result';
  tables: (TableName & { part: TallyPart })[];
  schemas: (TableName & { schema: TableSchema })[];
  skipped: { input: number; part: SkippedPart }[];
  textEmails: { input: number; hashes: Uint32Array<ArrayBuffer> }[];
  /** For each stretch this worker confirmed: where it began, and the tables it held rows of. */
  confirmed: { stretch: number; from: number; database: string; tables: TableName[] }[];
}

/** `feed`: the worker is about to read a streamed input from its pipe. */
export type WorkerMessage = WorkerResult | { kind: 'feed'; input: number };
