// Walks over the evidence of a case once more for the values of some columns, whoever's they are: nothing is resolved for
// it, and no row is known again. In: a case, and which columns of each table. Out: batches in no order, values in memory
// only.

import { availableParallelism } from 'node:os';
import type { CaseRecord } from '../../store/index.ts';
import type { Delivery, DeliveredTable } from '../deliveries/delivery.ts';
import { readDeliveryHead } from '../deliveries/sealed-delivery.ts';
import { rootsOf } from '../evidence/evidence-inputs.ts';
import { hashInputs } from '../hash-inputs.ts';
import { usualOcrPages } from '../unpack-settings.ts';
import { evidenceChanged, findEvidence, type FoundEvidence, type ReadFor } from '../values/find-evidence.ts';
import { readValues } from '../values/read-values.ts';
import { openBatch, type ValueBatch } from '../values/value-batch.ts';

export interface WantedTable<Wanted> {
  delivery: number;
  table: DeliveredTable;
  /** Columns in the order in which batches have them. */
  columns: number[];
  wanted: Wanted;
}

export interface WalkColumnsOptions {
  /** Who reads the evidence, and what for. */
  readFor: ReadFor;
  workers?: number | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { bytes: number; totalBytes: number }) => void) | undefined;
}

/** Heads of the deliveries of those numbers. */
export function deliveryHeads(record: CaseRecord, numbers: readonly number[]): Delivery[] {
  return numbers.map((delivery) => ({ ...readDeliveryHead(record, delivery), delivery }));
}

/**
 * `visit` is called with one batch at a time and awaited. EVIDENCE_CHANGED, before or at the end of the walk, where a
 * file is gone or no longer the one that was examined: what was given until then is void.
 */
export async function walkColumns<Wanted>(
  record: CaseRecord,
  deliveries: readonly Delivery[],
  tables: readonly WantedTable<Wanted>[],
  visit: (batch: ValueBatch, table: WantedTable<Wanted>) => Promise<void> | void,
  { readFor, workers = availableParallelism(), signal, onProgress }: WalkColumnsOptions,
): Promise<void> {
  const readings: { delivery: Delivery; asked: WantedTable<Wanted>[]; evidence: FoundEvidence }[] = [];
  for (const delivery of deliveries) {
    const asked = tables.filter((table) => table.delivery === delivery.delivery && table.columns.length > 0);
    if (asked.length === 0) continue;
    const parts = asked.map(({ table }) => ({ delivered: table }));
    readings.push({ delivery, asked, evidence: await findEvidence(record, delivery, parts, readFor) });
  }
  const totalBytes = readings.reduce((sum, { evidence }) => sum + bytesOf(evidence), 0);
  let before = 0;
  for (const { delivery, asked, evidence } of readings) {
    const hashing = hashInputs(evidence.unchanged.map(({ place }) => place));
    try {
      await readValues(
        evidence.inputs,
        asked.map(({ table: { names, columns, plan }, columns: wanted }) => ({
          names,
          columns,
          plan,
          wanted,
          slots: null,
        })),
        (packed) =>
          visit(
            openBatch(packed, -1, () => -1),
            asked[packed.asked]!,
          ),
        {
          workers,
          today: delivery.at,
          seed: [...delivery.seed],
          schemas: delivery.schemas,
          unpack: { ...delivery.unpack, roots: rootsOf(evidence.inputs), ocrPages: usualOcrPages },
          ...(signal === undefined ? {} : { signal }),
          onProgress: (bytes) => onProgress?.({ bytes: before + bytes, totalBytes }),
        },
      );
      const hashes = await hashing.done;
      evidence.unchanged.forEach(({ path, sha256 }, i) => {
        if (hashes[i] !== sha256) throw evidenceChanged(path);
      });
    } finally {
      await hashing.stop();
    }
    before += bytesOf(evidence);
  }
}

function bytesOf({ inputs }: FoundEvidence): number {
  return inputs.reduce((sum, { bytes }) => sum + bytes, 0);
}
