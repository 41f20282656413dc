// What a thread lends to those who take rows: its memory, its decoder, and what it knows of tables.

import type { Kernel } from '../kernel/index.ts';
import type { ReaderPlan, TableSchema, ValueDecoder } from '../read/index.ts';
import type { RowGatherer, TablePlan } from '../resolve/index.ts';
import type { HeldRows } from './held-rows.ts';
import type { TableName } from './read-job.ts';
import type { ClassifyTable, TableEntry } from './table-entry.ts';
import type { ValueOutlet } from './values/value-outlet.ts';

export interface SinkContext {
  kernel: Kernel;
  decoder: ValueDecoder;
  gatherer: RowGatherer;
  classify: ClassifyTable;
  held: HeldRows;
  /** Scratch of `mentionBytes` for text around an `@`. */
  mentionScratch: number;
  /** Scratch of `nestedBytes` for packed values that are opened. */
  nestedScratch: number;
  /** Scratch of `documentBytes` for a row that is made of a document. */
  documentScratch: number;
  /** The leaf that is read, and what its rows are ranked by. */
  leaf: string;
  rankSeed: number;
  plan: ReaderPlan;
  /** Buffers for records, to be used again. */
  buffers: Uint32Array<ArrayBuffer>[];
  /** Tables over all stretches of this worker, by `tableKey`. */
  tables: Map<string, TableEntry>;
  /** Plans settled by an earlier pass; tables not among them are passed over when given. */
  settled: Map<string, { columns: (string | null)[]; plan: TablePlan }> | null;
  today: Date;
  schemaOf(name: TableName): TableSchema | undefined;
  /** Whether the thread has been told the schema before. */
  knows(name: TableName): boolean;
  publish(entry: TableName & { schema: TableSchema }): void;
  /** Where values are given back instead of rows being tallied. */
  values: ValueOutlet | null;
}
