// How the bytes of a leaf are read: by which reader, and what that reader has to know. It travels between
// threads and processes, so it is plain data.

import type { CsvDialect } from './csv/csv-dialect.ts';
import type { FixedLayout } from './fixed/fixed-layout.ts';
import type { JsonShape } from './json/json-shape.ts';
import type { DialectName } from './sql/dialect.ts';

export interface SqlPlan {
  kind: 'sql';
  dialect: DialectName;
  backslashEscapes: boolean;
}

export type ReaderPlan =
  | SqlPlan
  | CsvDialect
  | FixedLayout
  | JsonShape
  /** Frames of records, made by the unpacking process. */
  | { kind: 'records' }
  /** A document short enough to be understood as one. */
  | { kind: 'document' }
  /** Searched for addresses only; `reason` says why. */
  | { kind: 'text'; reason: string };
