// What the threads of a run are told and asked, and what they answer: plain data.

import type { MaskPlan, RealValuesPart, TableEvent } from '../../../mask/index.ts';
import type { TableSchema } from '../../../read/index.ts';
import type { StretchKeys, StretchRows, SubsetPlan } from '../subset/index.ts';
import type { ColumnFacts } from './column-facts.ts';
import type { MaskFile } from './mask-file.ts';
import type { Refusal } from './refusal.ts';

export interface MaskJob {
  files: MaskFile[];
  plan: MaskPlan;
  /** 32 bytes, of the recipient. */
  secret: Uint8Array;
  language: 'fr' | 'en' | 'de';
  /** Through which files come that have to be unpacked; null where there are none. */
  pipe: SharedArrayBuffer | null;
  /** The output is searched for survivors. */
  isChecked: boolean;
}

/** Where a stretch is asked for. */
export interface StretchAsk {
  file: number;
  from: number;
  until: number;
  /** Of the reader, where the stretch begins. */
  state: string;
  /** Schemas that this thread has not been told of. */
  schemas: TableSchema[];
  /** How many of all schemas are stated before the stretch. */
  known: number;
}

/**
 * `gather`: a stretch of the first pass. `forget`: what was gathered so far. `take`: what the thread has gathered. `subset`:
 * from here on keys of rows are asked for. `settle`: from here on stretches are masked. `room`: where the masked bytes of one
 * may go; it is handed over.
 */
export type Ask =
  | ({ kind: 'gather'; isExact: boolean } & StretchAsk)
  | { kind: 'forget' }
  | { kind: 'take' }
  | { kind: 'settle'; settled: Settled }
  | { kind: 'subset'; subset: SubsetPlan }
  | ({ kind: 'keys' } & StretchAsk)
  | ({ kind: 'mask'; rows: StretchRows | null; room: ArrayBuffer | null } & StretchAsk);

export interface Answers {
  gather: Gathered;
  forget: null;
  take: RealValuesPart;
  subset: null;
  keys: StretchKeys;
  settle: null;
  mask: Masked;
}

/** What all threads have to know before anything can be replaced. */
export interface Settled {
  real: SharedArrayBuffer;
  facts: ColumnFacts[];
  /** Numbers of files that are not UTF-8 and do not say what they are: letters beyond ASCII would be read as others. */
  asciiOnly: readonly number[];
}

export interface Gathered {
  from: number;
  to: number;
  /** At its end. */
  state: string;
  isUtf8: boolean;
  /** Where it was begun. */
  begun: { state: string; known: number };
  /** What is real in it was taken; not so where a schema was missing at a guess. */
  isTaken: boolean;
  schemas: TableSchema[];
  /** What it says of tables, and where rows rely on it. */
  events: TableEvent[];
  refusals: Refusal[];
  /** Rows by table, and its columns where they are named. */
  tables: { table: string; rows: number; columns: (string | null)[] | null }[];
  statements: [word: string, count: number][];
}

export interface Masked {
  bytes: Uint8Array<ArrayBuffer>;
  /** Values by method; finds in texts stand under `text`. */
  values: [method: string, count: number][];
  finds: number;
  /** Identifiers whose usual replacement is somebody's real number. */
  stoodAside: number;
  survivors: Survivor[];
  refusals: Refusal[];
}

/** Something real in the output. */
export interface Survivor {
  file: string;
  table: string | null;
  column: string | null;
  /** What it is, as `RealSort`. */
  sort: string;
  /** How it is written: plain, base64, hex. */
  form: string;
  count: number;
}
