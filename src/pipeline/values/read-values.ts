// Reads inputs once more, in the same threads as an examination, and gives back values instead of tallying rows.
// In: inputs, tables with the plan their rows were gathered by, and the columns wanted. Out: batches, one at a time to
// whoever takes them; threads wait while too much is on its way. Nothing is written anywhere.

import type { TableSchema } from '../../read/index.ts';
import type { RecordSlots, TablePlan } from '../../resolve/index.ts';
import type { FoundInput } from '../find-inputs.ts';
import { type InputSchema, tableKey, type TableName } from '../read-job.ts';
import { readInputs, type ReadOptions } from '../read-inputs.ts';
import type { PackedValues } from './value-batch.ts';
import { type AskedMentions, countTaken, type ValueJob } from './value-job.ts';

export interface AskedValues {
  /** Under which the threads know the parts of the table. */
  names: TableName[];
  columns: (string | null)[];
  plan: TablePlan;
  /** Columns whose values are wanted. */
  wanted: number[];
  /** Null where nobody asks whose the rows are. */
  slots: RecordSlots | null;
  /** Columns that are searched for what their texts mention; none where it is left out. */
  searched?: number[];
}

export interface ReadValuesOptions extends Pick<
  ReadOptions,
  'workers' | 'today' | 'seed' | 'unpack' | 'stretchBytes' | 'windowBytes' | 'maxRowBytes' | 'twin'
> {
  schemas: (InputSchema & { schema: TableSchema })[];
  mentions?: AskedMentions;
  signal?: AbortSignal;
  onProgress?: (bytes: number) => void;
}

/** Rejects with what `take` throws; the threads have ended by then. */
export async function readValues(
  inputs: FoundInput[],
  asked: AskedValues[],
  take: (batch: PackedValues) => Promise<void> | void,
  { mentions, signal, onProgress, ...options }: ReadValuesOptions,
): Promise<void> {
  const job: ValueJob = {
    tables: asked.map(({ names, wanted, slots, searched = [] }) => ({
      keys: names.map(tableKey),
      columns: wanted,
      slots,
      searched,
    })),
    mentions: mentions ?? null,
    flow: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
  const failed = new AbortController();
  const stop = () => failed.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  let last: Promise<void> = Promise.resolve();
  const takeNext = async (batch: PackedValues) => {
    if (failed.signal.aborted) return;
    try {
      await take(batch);
    } catch (error) {
      failed.abort(error);
    } finally {
      countTaken(job.flow, batch.bytes.byteLength);
    }
  };
  try {
    await readInputs(inputs, {
      ...options,
      settled: asked.flatMap(({ names, columns, plan }) => names.map((name) => ({ ...name, columns, plan }))),
      values: { job, take: (batch) => void (last = last.then(() => takeNext(batch))) },
      signal: failed.signal,
      onProgress: ({ bytes }) => onProgress?.(bytes),
    });
    await last;
    failed.signal.throwIfAborted();
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
