// The letters of an approved plan as files for a print house. In: a case, a folder. Out: PDFs of some hundred letters, the
// list of each, a manifest of all with their hashes. What a batch holds is in the ledger before it is written, and its
// letters are handed over when it is on the disk: stopped or killed at any moment, the same call ends the batch it was at,
// and no letter is in two.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { makeFolder } from '../../../base/files/index.ts';
import { appendCustody, type CustodyEntry } from '../../../custody/index.ts';
import { createNoticeReferences, type LetterWindow, sheetsOf, windowOf } from '../../../notify/index.ts';
import { parseRecipient } from '../../../store/age/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import {
  holdSender,
  listPauses,
  mostlyIn,
  type Notices,
  openNotices,
  plannedLetters,
  unfinishedBatches,
} from '../../../store/notices/index.ts';
import { approvedPlan } from '../approved-plan.ts';
import { endBatch, rewriteBatch, takeBatch, writeTaken } from './batch-steps.ts';
import { letterSender } from './letter-texts.ts';
import { manifestName, writeManifests } from './letter-manifest.ts';
import { createLetterRun, type LetterRun, type MadeLetters } from './letter-run.ts';
import { orderLetters } from './order-letters.ts';
import { refuseOtherFolder } from './unfinished-batches.ts';

export interface LettersRequest {
  out: string;
  /** Letters of one file, at most. */
  batch: number;
  /** Only letters to this country. */
  country: string | null;
  /** Null: the window that is usual where the letter goes. */
  window: LetterWindow | null;
  isLarge: boolean;
  /** Null: where most of the letters go. */
  postedIn: string | null;
  /** An age recipient the files are sealed to. */
  recipient: string | null;
  /** A batch that was written and is lost: it alone is written once more. */
  again: number | null;
}

export interface LettersOptions {
  who: string;
  now?: () => number;
  signal?: AbortSignal;
  onProgress?: (progress: { letters: number; of: number; pages: number }) => void;
}

/**
 * Throws NOTICES_NONE, NOTICES_NOT_APPROVED, NOTICES_PAUSED, SENDER_RUNNING, LETTERS_UNFINISHED, RECIPIENT,
 * OUTPUT_NOT_WRITABLE, USAGE.
 */
export async function makeLetters(
  home: InstanceHome,
  record: CaseRecord,
  request: LettersRequest,
  { who, now = Date.now, signal, onProgress = () => {} }: LettersOptions,
): Promise<MadeLetters> {
  using notices = openNotices(record);
  const { db, secret } = notices;
  using _writing = holdSender(record, db, { who, now: new Date(now()), kind: 'letters' });
  const { plan, variants } = approvedPlan(notices, record.case);
  refusePaused(db, record.case);
  const recipients = request.recipient === null ? [] : [parseRecipient(request.recipient)];
  if (request.again === null) refuseOtherFolder(db, record, request.out);
  prepareFolder(request.out, record.case);
  const enter = (result: CustodyEntry['result'], more: Partial<CustodyEntry> = {}) => {
    const on = `plan ${plan.plan} ${plan.textsHash ?? ''}`.trim();
    const entry = { who, case: record.case, what: 'notify.letters', on, result, ...more };
    appendCustody(home, entry, record.key);
  };
  enter('begun');
  const run = createLetterRun({
    db,
    plan,
    variants,
    recipients,
    now,
    out: request.out,
    references: createNoticeReferences(secret),
  });
  run.made.withoutSender = variants.every(
    ({ controller }) => letterSender(plan, controller).post.length === 0,
  );
  try {
    if (request.again === null) await makeAll(run, request, { signal, onProgress });
    else await rewriteBatch(run, request.again);
    run.made.manifest = await writeManifests(run, record.case);
  } catch (error) {
    enter('failed', { counts: countsOf(run.made) });
    throw error;
  }
  const { manifest } = run.made;
  enter('done', {
    counts: countsOf(run.made),
    details: { out: request.out, manifest: manifest?.sha256 ?? '' },
  });
  return run.made;
}

async function makeAll(
  run: LetterRun,
  request: LettersRequest,
  { signal, onProgress }: Required<Pick<LettersOptions, 'onProgress'>> & { signal: AbortSignal | undefined },
): Promise<void> {
  const { db, plan, made } = run;
  for (const batch of unfinishedBatches(db)) {
    signal?.throwIfAborted();
    await endBatch(run, batch);
    made.ended++;
  }
  const postedIn = request.postedIn ?? mostlyIn(db, plan.plan);
  const windowFor = (country: string | null): LetterWindow => request.window ?? windowOf(country ?? postedIn);
  const planned = plannedLetters(db, plan.plan, request.country);
  const day = new Date(run.now()).toISOString();
  const sheets = (variant: number, country: string | null): number | null => {
    const look = { window: windowFor(country), isLarge: request.isLarge, day: day.slice(0, 10) };
    const letter = run.texts.laidOut(variant, look);
    if (letter !== null) return sheetsOf(letter);
    notSet.add(variant);
    return null;
  };
  const notSet = new Set<number>();
  let done = 0;
  for (const { country, sends } of orderLetters(planned, sheets, request.batch)) {
    signal?.throwIfAborted();
    const taken = takeBatch(run, sends, {
      country,
      postedIn,
      window: windowFor(country),
      isLarge: request.isLarge,
      at: day,
    });
    if (taken !== null) await writeTaken(run, taken);
    done += sends.length;
    onProgress({ letters: done, of: planned.sends.length, pages: made.pages });
  }
  made.notSet = [...notSet].map((variant) => ({
    variant,
    language: run.texts.variantOf(variant).text.language,
    letters: planned.variants.reduce((sum, one) => sum + Number(one === variant), 0),
  }));
}

function countsOf({ letters, pages, sheets, batches, unprintable }: MadeLetters): Record<string, number> {
  return { letters, pages, sheets, batches, unprintable };
}

function refusePaused(db: Notices['db'], id: string): void {
  const pause = listPauses(db).find(({ domain }) => domain === null);
  if (pause !== undefined)
    throw new TocsinError('NOTICES_PAUSED', `the notices of the case ${id} are paused by ${pause.who}`);
}

/** What a run that was killed leaves: letters in clear, which nobody will ask for. */
const leftOver = /^\.(?:letters-\d+-|manifest\.).*\.partial$/u;

/** Files of two cases would take each other's place. */
function prepareFolder(out: string, id: string): void {
  try {
    makeFolder(out, { mode: 0o700 });
    for (const name of readdirSync(out)) if (leftOver.test(name)) rmSync(join(out, name), { force: true });
  } catch (cause) {
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `no folder can be made or written here: ${out}`, { cause });
  }
  let other: unknown;
  try {
    other = (JSON.parse(readFileSync(join(out, manifestName), 'utf8')) as { case?: unknown }).case;
  } catch {
    return;
  }
  if (other !== id)
    throw new TocsinError('OUTPUT_NOT_WRITABLE', `the folder holds the letters of another case: ${out}`, {
      hint: 'name a folder of its own with --out',
    });
}
