// Examines files into a case: what was found person by person goes into the case's vault, whole or not at all.
// In: paths, a case and the usual options. Out: the report, and what the vault then holds. No value of the leak is kept.

import { type ExposureReport, fileState, isTroubled } from '../report/index.ts';
import { beginLoad, type CaseRecord, type KeptAs } from '../store/index.ts';
import { examine, type ExamineOptions } from './examine.ts';
import type { ExaminedPeople } from './examined-people.ts';

export interface KeptExamination {
  report: ExposureReport;
  kept: KeptAs;
}

/** `onKeeping` is told how far the writing is, 0 to 1. */
export async function examineIntoCase(
  paths: string[],
  record: CaseRecord,
  options: Omit<ExamineOptions, 'seed' | 'keep'> & { onKeeping?: (done: number) => void },
): Promise<KeptExamination> {
  // begun before hours of reading: that somebody else writes into the case is told at once
  using load = beginLoad(record);
  const { onKeeping, ...rest } = options;
  const at = (options.now ?? new Date()).toISOString();
  let kept: KeptAs | null = null;
  const report = await examine(paths, {
    ...rest,
    seed: load.seed,
    async keep(examined) {
      kept = await load.keep(readingOf(examined, at), {
        ...(options.signal ? { signal: options.signal } : {}),
        ...(onKeeping ? { onProgress: onKeeping } : {}),
      });
    },
  });
  return { report, kept: kept! };
}

function readingOf(
  examined: ExaminedPeople,
  at: string,
): Parameters<ReturnType<typeof beginLoad>['keep']>[0] {
  const { index, report, tables } = examined;
  return {
    at,
    inputs: report.inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    counted: { people: report.people.count, fewest: report.people.min, most: report.people.max },
    skipped: report.skipped.length,
    partial: [...report.inputs, ...report.inside]
      .filter((file) => isTroubled(fileState(file, false)))
      .map(({ path, note }) => ({ path, note: note ?? '' })),
    special: report.special.map(({ table, column, category }) => ({
      table: tables.findIndex(({ name }) => name === table),
      column,
      category,
    })),
    tables,
    patterns: index.patterns,
    people: index.count,
    flags: (person) => index.flags(person),
    forEachIdentifier: (visit) => index.forEachIdentifier(visit),
    forEachExposure: (visit) => index.forEachExposure(visit),
    forEachMention: (visit) => examined.forEachMention(visit),
  };
}
