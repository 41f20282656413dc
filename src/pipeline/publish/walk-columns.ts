// Walks over the evidence of a case once more for the values of some columns, whoever's they are, and for what texts
// mention: nothing is resolved for it, and no row is known again. In: a case, which columns of each table, and what is
// looked for in texts. Out: batches in no order, values in memory only.

import { availableParallelism } from 'node:os';
import type { ValidatorName } from '../../recognise/index.ts';
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
  /** Columns that are searched for what their texts mention; none where it is left out. */
  searched?: number[];
}

/** What is looked for in texts: those of the searched columns, and text outside of all rows. */
export interface WantedMentions {
  sorts: ValidatorName[];
  /** Deliveries that have addresses outside of all rows. */
  inText: ReadonlySet<number>;
  /** Called with one batch at a time and awaited: each row is one identifier, as it stands there. */
  visit: (batch: ValueBatch, sort: ValidatorName) => Promise<void> | void;
}

export interface WalkColumnsOptions {
  /** Who reads the evidence, and what for. */
  readFor: ReadFor;
  mentions?: WantedMentions;
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
  { readFor, mentions, workers = availableParallelism(), signal, onProgress }: WalkColumnsOptions,
): Promise<void> {
  const readings: { delivery: Delivery; asked: WantedTable<Wanted>[]; evidence: FoundEvidence }[] = [];
  for (const delivery of deliveries) {
    const asked = tables.filter(
      (table) =>
        table.delivery === delivery.delivery &&
        (table.columns.length > 0 || (table.searched ?? []).length > 0),
    );
    const parts = asked.map(({ table }) => ({ delivered: { sources: table.sources } }));
    if (mentions?.inText.has(delivery.delivery)) parts.push({ delivered: { sources: delivery.texts } });
    if (parts.length === 0) continue;
    readings.push({ delivery, asked, evidence: await findEvidence(record, delivery, parts, readFor) });
  }
  const totalBytes = readings.reduce((sum, { evidence }) => sum + bytesOf(evidence), 0);
  let before = 0;
  for (const { delivery, asked, evidence } of readings) {
    const hashing = hashInputs(evidence.unchanged.map(({ place }) => place));
    try {
      await readValues(
        evidence.inputs,
        asked.map(({ table: { names, columns, plan }, columns: wanted, searched = [] }) => ({
          names,
          columns,
          plan,
          wanted,
          slots: null,
          searched,
        })),
        (packed) => {
          const batch = openBatch(packed, -1, () => -1);
          const table = asked[packed.asked];
          if (table !== undefined) return visit(batch, table);
          return mentions?.visit(batch, mentions.sorts[packed.asked - asked.length]!);
        },
        {
          workers,
          today: delivery.at,
          seed: [...delivery.seed],
          schemas: delivery.schemas,
          unpack: { ...delivery.unpack, roots: rootsOf(evidence.inputs), ocrPages: usualOcrPages },
          ...(mentions === undefined
            ? {}
            : { mentions: { sorts: mentions.sorts, isTextAsked: mentions.inText.has(delivery.delivery) } }),
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
