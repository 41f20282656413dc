// Walks over a case's evidence once more: for each row of the tables asked for, the person it is about and the values
// of the columns asked for. In: a case as it was resolved, and what is wanted. Out: batches. The rows are known again
// by the keyed hashes they were gathered as, so that nothing of the leak had to be kept for it. Values stay in memory.

import { availableParallelism } from 'node:os';
import { type AlikeRecords, indexRecords, type RecordIndex } from '../../resolve/index.ts';
import type { CaseRecord } from '../../store/index.ts';
import type { Delivery } from '../deliveries/delivery.ts';
import type { CasePart, ResolvedCase } from '../deliveries/resolved-case.ts';
import { rootsOf } from '../evidence/evidence-inputs.ts';
import { hashInputs } from '../hash-inputs.ts';
import { usualOcrPages } from '../unpack-settings.ts';
import { evidenceChanged, findEvidence, type FoundEvidence, type ReadFor } from './find-evidence.ts';
import { type AskedValues, readValues, type ReadValuesOptions } from './read-values.ts';
import { openBatch, type PackedValues, type ValueBatch } from './value-batch.ts';

export interface WantedPart {
  /** Index in `ResolvedCase.parts`. */
  part: number;
  /** Indexes in the part's own columns. */
  columns: number[];
}

export interface WalkOptions {
  /** Who reads the evidence, and what for. */
  readFor: ReadFor;
  workers?: number;
  signal?: AbortSignal;
  onProgress?: (progress: { bytes: number; totalBytes: number }) => void;
  /** For tests: other sizes than the usual ones never change what is given. */
  tuning?: Pick<ReadValuesOptions, 'stretchBytes' | 'windowBytes' | 'maxRowBytes' | 'twin'>;
}

export interface WalkOutcome {
  rows: number;
  /** Rows that say the same as others of somebody else's: they are given as nobody's. */
  unsure: number;
  /** For each part that was asked for, which of its records say the same. */
  alike: AlikeRecords[];
}

/**
 * `visit` is called with one batch at a time and awaited; batches come in no order. EVIDENCE_CHANGED, before or at the
 * end of the walk, where a file is gone or no longer the one that was examined: what was given until then is void.
 */
export async function walkValues(
  record: CaseRecord,
  resolved: ResolvedCase,
  wanted: WantedPart[],
  visit: (batch: ValueBatch) => Promise<void> | void,
  options: WalkOptions,
): Promise<WalkOutcome> {
  const outcome: WalkOutcome = { rows: 0, unsure: 0, alike: [] };
  const readings: Reading[] = [];
  for (const [number, asked] of Map.groupBy(wanted, ({ part }) => resolved.parts[part]!.delivery)) {
    const delivery = resolved.deliveries.find((known) => known.delivery === number)!;
    const parts = asked.map(({ part }) => resolved.parts[part]!);
    readings.push({
      asked,
      delivery,
      evidence: await findEvidence(record, delivery, parts, options.readFor),
    });
  }
  const totalBytes = readings.reduce((sum, { evidence }) => sum + bytesOf(evidence), 0);
  let before = 0;
  const alike = new Map<WantedPart, AlikeRecords>();
  for (const reading of readings) {
    const indexes = await walkDelivery(resolved, reading, visit, outcome, {
      ...options,
      tell: (bytes) => options.onProgress?.({ bytes: before + bytes, totalBytes }),
    });
    reading.asked.forEach((asked, i) => alike.set(asked, indexes[i]!.alike));
    before += bytesOf(reading.evidence);
  }
  outcome.alike = wanted.map((asked) => alike.get(asked)!);
  return outcome;
}

interface Reading {
  asked: WantedPart[];
  delivery: Delivery;
  evidence: FoundEvidence;
}

async function walkDelivery(
  resolved: ResolvedCase,
  { asked, delivery, evidence }: Reading,
  visit: (batch: ValueBatch) => Promise<void> | void,
  outcome: WalkOutcome,
  { workers, tuning, signal, tell }: Omit<WalkOptions, 'readFor'> & { tell: (bytes: number) => void },
): Promise<RecordIndex[]> {
  const indexes = asked.map(({ part }) => indexPart(resolved, resolved.parts[part]!));
  const tables = asked.map(({ part, columns }, i): AskedValues => {
    const { names, columns: all, plan } = resolved.parts[part]!.delivered;
    return { names, columns: all, plan, wanted: columns, slots: indexes[i]!.slots };
  });
  const hashing = hashInputs(evidence.unchanged.map(({ place }) => place));
  try {
    const take = async (packed: PackedValues) => {
      const { part } = asked[packed.asked]!;
      const { alike } = indexes[packed.asked]!;
      outcome.rows += packed.records.length;
      if (alike.hasUnsure)
        for (const record of packed.records) if (record >= 0 && alike.isUnsure(record)) outcome.unsure++;
      await visit(openBatch(packed, part, personOf(resolved, part, alike)));
    };
    await readValues(evidence.inputs, tables, take, {
      ...tuning,
      workers: workers ?? availableParallelism(),
      // what may be a date of birth depends on the day on which it was read
      today: delivery.at,
      seed: [...delivery.seed],
      schemas: delivery.schemas,
      unpack: { ...delivery.unpack, roots: rootsOf(evidence.inputs), ocrPages: usualOcrPages },
      ...(signal ? { signal } : {}),
      onProgress: tell,
    });
    const hashes = await hashing.done;
    evidence.unchanged.forEach(({ path, sha256 }, i) => {
      if (hashes[i] !== sha256) throw evidenceChanged(path);
    });
    return indexes;
  } finally {
    await hashing.stop();
  }
}

function bytesOf({ inputs }: FoundEvidence): number {
  return inputs.reduce((sum, { bytes }) => sum + bytes, 0);
}

function indexPart({ tables, index }: ResolvedCase, part: CasePart): RecordIndex {
  const { table, first, count, gatheredOf, delivered } = part;
  return indexRecords({ table: tables[table]!, first, count, plan: delivered.plan, gatheredOf }, (record) =>
    index.personOf(table, record),
  );
}

function personOf(
  { parts, index }: ResolvedCase,
  part: number,
  { isUnsure }: AlikeRecords,
): (record: number) => number {
  const { table } = parts[part]!;
  return (record) => (isUnsure(record) ? -1 : index.personOf(table, record));
}
