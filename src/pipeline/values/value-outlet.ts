// The way out of a reading thread for the values that were asked for. In: batches. Out: messages, as many at a time as
// whoever takes them can bear.

import { documentSchema, numberSchema } from '../document-tables.ts';
import { parseTableKey } from '../read-job.ts';
import type { PackedValues } from './value-batch.ts';
import { countGiven, type ValueJob } from './value-job.ts';

export interface ValueOutlet {
  job: ValueJob;
  /** The place of a table among those asked for, -1 for others. */
  placeOf(key: string): number;
  /** Whether rows are wanted that are made of documents: else these need not be read. */
  asksForDocuments: boolean;
  /** Waits while too much is on its way. */
  give(batch: PackedValues): void;
}

export function createOutlet(
  job: ValueJob,
  post: (batch: PackedValues, transfer: ArrayBuffer[]) => void,
): ValueOutlet {
  const places = new Map(job.tables.flatMap(({ keys }, place) => keys.map((key) => [key, place] as const)));
  const ofDocuments = new Set([documentSchema.name.toLowerCase(), numberSchema.name.toLowerCase()]);
  return {
    job,
    placeOf: (key) => places.get(key) ?? -1,
    asksForDocuments: [...places.keys()].some((key) => ofDocuments.has(parseTableKey(key).table)),
    give(batch) {
      countGiven(job.flow, batch.bytes.byteLength);
      const { offsets, records, ends, bytes } = batch;
      post(batch, [offsets.buffer, records.buffer, ends.buffer, bytes.buffer]);
    },
  };
}
