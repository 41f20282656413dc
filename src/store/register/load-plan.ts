// What a bulk load takes. In: nothing. Out: types, and how rows that stand as lists become a batch.

import type { RegisterTables } from './register-tables.ts';

export type RowValue = Uint8Array | number | string | null;

export interface LoadColumn {
  name: string;
  type: 'bytes' | 'integer' | 'text';
}

export interface LoadPlan {
  breach: number;
  /** A name for this part of the breach: what is done of it is known by it. One table has the rows of one step. */
  step: string;
  table: keyof RegisterTables;
  columns: readonly LoadColumn[];
  /** Of what is loaded: the rows of another digest are thrown away and loaded anew. */
  digest: string;
  rowCount: number;
}

/** Rows that may be read in any order, again and again until the load has taken them. */
export interface RowBatch {
  count: number;
  /** All of them, roughly: bounds what is held. */
  sizeBytes: number;
  /** Writes the values of a row, in the order of the plan's columns. Bytes among them stay as they are. */
  read(row: number, values: RowValue[]): void;
}

/** Some rows of a batch. */
export interface BatchPart {
  batch: RowBatch;
  from: number;
  to: number;
}

export interface LoadTarget extends AsyncDisposable {
  /** Of one transaction, at most. */
  rowsAtOnce: number;
  /** One transaction: the rows, and how many are done with them. Throws REGISTER_BUSY where another load is ahead. */
  load(parts: readonly BatchPart[], done: { before: number; after: number }): Promise<void>;
  /** After the last one. */
  end(): Promise<void>;
}

export type RowList = readonly (readonly RowValue[])[];

export function listBatch(list: RowList): RowBatch {
  let sizeBytes = 0;
  for (const row of list)
    for (const value of row) sizeBytes += typeof value === 'number' || value === null ? 8 : value.length + 8;
  return {
    count: list.length,
    sizeBytes,
    read(row, values) {
      const from = list[row]!;
      for (let i = 0; i < from.length; i++) values[i] = from[i]!;
    },
  };
}
