// A delivery: what one examination of files into a case has left of them, as the case keeps it. Whatever resolving and
// the vault need and no value of the leak: names of files, tables and columns, plans, findings, and keyed hashes.

import type { ClassFinding } from '../../recognise/index.ts';
import type { TableSchema } from '../../read/index.ts';
import type { Mentions, TablePlan, TableRecords } from '../../resolve/index.ts';
import type { InputSchema, TableName } from '../read-job.ts';
import type { UnpackSettings } from '../unpack-settings.ts';

export interface DeliveredInput {
  path: string;
  /** 64 hex digits; '' where the file could not be read to its end. */
  sha256: string;
  bytes: number;
  /** The files that it lies in, in their order: more than itself where an archive was split. */
  parts: string[];
  /** The input that it is read as a part of, or null. */
  partOf: string | null;
}

/** What is known of a delivery without its rows. */
export interface DeliveryHead {
  /** ISO 8601. */
  at: string;
  /** What its hashes are keyed by: the seed of the case. */
  seed: readonly [number, number];
  inputs: DeliveredInput[];
  /** How archives in it were opened; passwords are sealed with the rest. Values are read back the same way. */
  unpack: Pick<UnpackSettings, 'passwords' | 'maxUnpackedBytes'>;
  /** Places that could not be read as rows. */
  skipped: number;
  partial: { path: string; note: string }[];
  tables: DeliveredTable[];
  /** Files with text outside of rows. */
  texts: string[];
  /** Schemas that its files state. */
  schemas: (InputSchema & { schema: TableSchema })[];
}

export interface DeliveredTable {
  /** As the report of the delivery calls it. */
  shown: string;
  /** The table's own name. */
  name: string;
  /** The parts that the reading threads know; the first one stands for the table. */
  names: TableName[];
  /** The leaf whose own database it is in, or '' where files of one folder or database belong together. */
  ownLeaf: string;
  /** The database or folder, and in it the table, lower-case. */
  database: string;
  table: string;
  /** Leaves that hold rows of it. */
  sources: string[];
  /** Null where nothing names one. */
  columns: (string | null)[];
  schema: TableSchema | null;
  rows: number;
  unreadRows: number;
  weakDoubles: number;
  filled: number[];
  /** By column, best first; those that hold only where a table is about people among them. */
  findings: ClassFinding[][];
  /** How its rows were gathered. */
  plan: TablePlan;
  /** For each gathered column of the plan, values by kind. */
  kinds: number[][];
  /** Columns that may hold special data, should the table be about people. */
  special: { column: string; category: string }[];
}

/** The rows of a delivery, table by table as in its head. */
export interface DeliveryRows {
  records: TableRecords[];
  mentions: Mentions[][];
  /** Addresses in parts that were not read as rows, low and high words in turn. */
  textEmails: Uint32Array<ArrayBuffer>;
}

/** A delivery that a case holds. */
export interface Delivery extends DeliveryHead {
  /** Ascending in the order in which they came. */
  delivery: number;
}
