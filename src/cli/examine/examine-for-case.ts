// `tocsin examine --case`: files are examined into a case, which is opened where it is new. Says on stderr what the case
// then holds. Resolves to the report on the files.

import {
  acting,
  type ExamineOptions,
  readableInputs,
  takeDelivery,
  type TakenDelivery,
} from '../../pipeline/index.ts';
import { type ExposureReport, visibleText } from '../../report/index.ts';
import { type CaseRecord, type InstanceHome, openHome } from '../../store/index.ts';
import { caseFor, caseOf } from '../case-for.ts';
import { hintText } from '../hint-text.ts';
import type { createProgressLine } from './progress-line.ts';

export interface ForCaseFlags {
  /** Id or name. */
  case: string;
  keepEvidence?: boolean;
  source?: string | null;
}

/** Without paths the evidence of the case that was not examined yet. */
export interface CaseFlags {
  /** Id or name. */
  case: string;
  keepEvidence?: boolean;
  source?: string;
}

/** Without a path, the evidence of the case is read that was not examined yet. */
export async function examineForCase(
  paths: string[],
  { case: named, keepEvidence = false, source = null }: ForCaseFlags,
  options: ExamineOptions,
  progress: ReturnType<typeof createProgressLine>,
): Promise<ExposureReport> {
  const home = openHome();
  const { who } = acting(home, 'examine');
  const record = paths.length > 0 ? await caseToFill(paths, named, home, who) : await caseOf(named, home);
  const taken = await takeDelivery(home, record, paths, {
    ...options,
    who,
    source,
    copy: keepEvidence,
    onCopying: (done) => progress.showShare('copying the evidence', done),
    onKeeping: progress.showKeeping,
    onAgain(delivery) {
      progress.clear();
      process.stderr.write(
        `reading the files of delivery ${delivery} again: these files say more of its rows\n`,
      );
    },
  });
  progress.clear();
  for (const line of keptLines(record.case, taken)) process.stderr.write(`${line}\n`);
  for (const { what, error } of taken.outdated)
    process.stderr.write(
      `the ${what} of the case is older than this delivery: ${visibleText(error.message)}\n${hintText(visibleText(error.hint ?? `then run tocsin ${what} again`))}\n`,
    );
  return taken.report;
}

/** A mistyped path opens no case. */
async function caseToFill(
  paths: string[],
  named: string,
  home: InstanceHome,
  who: string,
): Promise<CaseRecord> {
  readableInputs(paths);
  const { record, isNew } = await caseFor(named, home, who);
  if (isNew) process.stderr.write(`opened the case ${record.case}\n`);
  return record;
}

function keptLines(id: string, { kept }: TakenDelivery): string[] {
  const { delivery, replaced, alsoIn, gone, people, deliveries } = kept;
  const files = new Set(alsoIn.map(({ path }) => path)).size;
  const lines = [`kept in the case ${id} as delivery ${delivery}`];
  if (replaced.length > 0)
    lines.push(
      `  in place of ${replaced.map((other) => `delivery ${other.delivery}`).join(', ')} of the same files`,
    );
  if (files > 0)
    lines.push(
      `  ${files === 1 ? 'one of the files is' : `${files} of the files are`} in an earlier delivery too: people are counted once`,
    );
  if (deliveries > 1)
    lines.push(`  people in the ${deliveries} deliveries of the case together: ${boundsText(people)}`);
  for (const early of gone)
    lines.push(`  examine the files of delivery ${early} again: these files say more of its rows`);
  return lines;
}

function boundsText({ count, min, max }: TakenDelivery['kept']['people']): string {
  const [middle, low, high] = [count, min, max].map((number) => number.toLocaleString('en'));
  return min === max ? middle! : `${middle} (${low} to ${high})`;
}
