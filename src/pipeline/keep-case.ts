// Examines files into a case: what was found is kept as a delivery, all deliveries of the case are resolved together, and
// its vault is written anew, whole or not at all. In: paths, a case and the usual options. Out: the report on these
// files, and what the case then holds. No value of the leak is kept.

import { statSync } from 'node:fs';
import { isTocsinError, TocsinError } from '../base/index.ts';
import type { ExposureReport } from '../report/index.ts';
import {
  beginLoad,
  type CaseRecord,
  type CountedPeople,
  type DeliveryInput,
  type DeliveryPlace,
  type KeptDelivery,
  placeDelivery,
  type VaultLoad,
} from '../store/index.ts';
import type { Delivery } from './deliveries/delivery.ts';
import { deliveryHead, deliveryRows } from './deliveries/delivery-of.ts';
import { knownOf } from './deliveries/known-of.ts';
import { resolvedAlone } from './deliveries/resolved-alone.ts';
import type { ResolvedCase } from './deliveries/resolved-case.ts';
import { resolveDeliveries } from './deliveries/resolve-case.ts';
import { keepDelivery, readDeliveryHead } from './deliveries/sealed-delivery.ts';
import { readTooEarly } from './deliveries/too-early.ts';
import { vaultSource } from './deliveries/vault-source.ts';
import type { ReadFile } from './evidence/case-evidence.ts';
import { examine, type ExamineOptions, readableInputs } from './examine.ts';
import { findInputs, type FoundFiles } from './find-inputs.ts';
import type { Findings } from './findings.ts';
import { caseState } from './resume/case-state.ts';

export interface KeptExamination {
  report: ExposureReport;
  kept: KeptAs;
}

export interface KeptAs extends DeliveryPlace {
  /** How many the case then holds. */
  deliveries: number;
  /** Of the whole case. */
  people: CountedPeople;
  /** Deliveries that were read before these files told what some of their columns hold, and were read again. */
  again: number[];
  /** Those of them whose files are not there any more as they were read. */
  gone: number[];
}

/** Where runs are kept, this is in the case. */
export type IntoCaseOptions = Omit<ExamineOptions, 'seed' | 'keep' | 'known' | 'conclude'> & {
  /** Given the files that were read, each with its hash, before anything of them is kept. */
  enter?: (files: ReadFile[]) => void;
  /** Where the files of an earlier delivery can be read as they were; null where they cannot. */
  reopen?: (inputs: DeliveryInput[]) => Promise<FoundFiles | null>;
  /** Told how far the writing is, 0 to 1. */
  onKeeping?: (done: number) => void;
  /** Told of each delivery whose files are read again: these files tell more of what its rows hold. */
  onAgain?: (delivery: number) => void;
};

/**
 * The case is then as if all its files had been examined together, in whatever order they came: what was read before
 * its schema was known is read again, where its files are still there.
 */
export async function examineIntoCase(
  paths: string[],
  record: CaseRecord,
  given: IntoCaseOptions,
): Promise<KeptExamination> {
  const options = given.stateFolder === undefined ? given : { ...given, ...caseState(record) };
  const examined = await keepOne(options.found ?? readableInputs(paths), record, options);
  const { tooEarly, ...kept } = examined.kept;
  for (const early of tooEarly) {
    const found = await (options.reopen ?? filesOf)(early.inputs);
    if (found === null) {
      kept.gone.push(early.delivery);
      continue;
    }
    options.onAgain?.(early.delivery);
    try {
      const again = await keepOne(found, record, { ...options, insteadOf: early.delivery });
      kept.again.push(early.delivery);
      kept.people = again.kept.people;
    } catch (error) {
      if (!isTocsinError(error) || error.code !== 'EVIDENCE_CHANGED') throw error;
      kept.gone.push(early.delivery);
    }
  }
  return { report: examined.report, kept };
}

/** The files of a delivery where they lay; null where one is gone or of another size. */
function filesOf(inputs: DeliveryInput[]): FoundFiles | null {
  return inputs.every(isThere) ? findInputs(inputs.map(({ path }) => path)) : null;
}

function isThere({ path, bytes }: DeliveryInput): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes;
}

interface KeptOne {
  report: ExposureReport;
  kept: KeptAs & { tooEarly: KeptDelivery[] };
}

async function keepOne(
  found: FoundFiles,
  record: CaseRecord,
  options: IntoCaseOptions & { insteadOf?: number },
): Promise<KeptOne> {
  // begun before hours of reading: that somebody else writes into the case is told at once
  using load = beginLoad(record);
  const { onKeeping, insteadOf, ...rest } = options;
  const at = (options.now ?? new Date()).toISOString();
  const heads = knownHeads(record, load, found);
  let place: DeliveryPlace | null = null;
  let kept: KeptOne['kept'] | null = null;
  const keep = async (resolved: ResolvedCase) => {
    const source = vaultSource(resolved);
    await load.keep(source, {
      ...(options.signal ? { signal: options.signal } : {}),
      ...(onKeeping ? { onProgress: onKeeping } : {}),
    });
    const early = readTooEarly(resolved);
    kept = {
      ...place!,
      deliveries: source.deliveries.length,
      people: source.counted,
      again: [],
      gone: [],
      tooEarly: source.deliveries.filter(({ delivery }) => early.includes(delivery)),
    };
  };
  const report = await examine([], {
    ...rest,
    found,
    seed: load.seed,
    known: knownOf(heads.filter(({ delivery }) => delivery !== insteadOf)),
    async keep(examined, findings) {
      options.enter?.(findings.inputs.map((input, i) => ({ input, sha256: findings.hashes[i] ?? null })));
      const head = deliveryHead(findings, examined.report, { at, seed: load.seed });
      place = placeDelivery(load.deliveries, head.inputs);
      if (insteadOf !== undefined && !place.replaced.some(({ delivery }) => delivery === insteadOf))
        throw new TocsinError('EVIDENCE_CHANGED', `the files of delivery ${insteadOf} have changed`);
      keepDelivery(record, place.delivery, head, deliveryRows(findings));
      if (othersOf(load, place).length > 0) giveBack(findings);
      else await keep(resolvedAlone(findings, { ...head, delivery: place.delivery }));
    },
    async conclude() {
      if (kept) return;
      const numbers = [...othersOf(load, place!).map(({ delivery }) => delivery), place!.delivery];
      await keep(resolveDeliveries(record, numbers, load.seed, { asOf: options.asOf ?? new Date(at) }));
    },
  });
  return { report, kept: kept! };
}

/** Deliveries that stay beside the new one. */
function othersOf({ deliveries }: VaultLoad, { replaced }: DeliveryPlace): KeptDelivery[] {
  return deliveries.filter((other) => !replaced.includes(other));
}

/**
 * The heads of the deliveries that the case holds. One that another version kept can only be replaced: DELIVERY_OUTDATED
 * at once, where these files cannot be all of its own.
 */
function knownHeads(record: CaseRecord, { deliveries }: VaultLoad, found: FoundFiles): Delivery[] {
  return deliveries.flatMap(({ delivery, inputs }) => {
    try {
      return { ...readDeliveryHead(record, delivery), delivery };
    } catch (error) {
      if (!(error instanceof TocsinError) || error.code !== 'DELIVERY_OUTDATED') throw error;
      const sizes = new Set(found.inputs.map(({ bytes }) => bytes));
      if (!inputs.every(({ bytes }) => sizes.has(bytes))) throw error;
      return [];
    }
  });
}

/** The rows are on the disk: their memory is given back before all deliveries are resolved. */
function giveBack({ settled }: Findings): void {
  for (const { merged } of settled.tables) {
    const { columns, marks, moreMarks, firstSounds, lastSounds } = merged.records;
    const arrays = columns.flatMap(({ low, high, firstHalves, secondHalves }) => [
      low,
      high,
      firstHalves,
      secondHalves,
    ]);
    for (const words of [marks, ...moreMarks, firstSounds, lastSounds, ...arrays]) {
      const buffer = words?.buffer;
      if (buffer instanceof ArrayBuffer && buffer.byteLength > 0) buffer.transfer(0);
    }
  }
}
