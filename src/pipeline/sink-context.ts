// What a thread lends to those who take rows: its memory, its decoder, and what it knows of tables.

import type { Kernel } from '../kernel/index.ts';
import type { TableSchema, ValueDecoder } from '../read/index.ts';
import type { RowGatherer, TablePlan } from '../resolve/index.ts';
import type { HeldRows } from './held-rows.ts';
import type { TableName } from './read-job.ts';
import type { ClassifyTable, TableEntry } from './table-entry.ts';

export interface SinkContext {
  kernel: Kernel;
  decoder: ValueDecoder;
  gatherer: RowGatherer;
  classify: ClassifyTable;
  held: HeldRows;
  /** Scratch of `mentionBytes` for text around an `@`. */
  mentionScratch: number;
  input: number;
  /** Buffers for records, to be used again. */
  buffers: Uint32Array<ArrayBuffer>[];
  /** Tables of this input, over all stretches of this worker, by `tableKey`. */
  tables: Map<string, TableEntry>;
  /** Plans settled by an earlier pass; tables not among them are passed over when given. */
  settled: Map<string, { columns: (string | null)[]; plan: TablePlan }> | null;
  schemaOf(name: TableName): TableSchema | undefined;
  publish(entry: TableName & { schema: TableSchema }): void;
}
