// `tocsin examine --case` without its arguments: files are examined into a case, the custody log says who did it and what
// it came to, and what the case was split and joined by is done again for the new people. In: the instance, a case, paths.
// Out: the report on the files, and what the case then holds. In the log there are counts; paths are sealed.

import { createHash } from 'node:crypto';
import { isTocsinError, type TocsinError } from '../../base/index.ts';
import { appendCustody, type CustodyEntry } from '../../custody/index.ts';
import { caseState } from '../../register/index.ts';
import { type CaseRecord, type InstanceHome, readEvents } from '../../store/index.ts';
import { refuseClosed } from '../cases/refuse-closed.ts';
import { enterRead, findDelivered, findUnread } from '../evidence/case-evidence.ts';
import { copyFound, type TakeFilesOptions } from '../evidence/take-files.ts';
import { readableInputs } from '../examine.ts';
import { joinAgain } from '../directory/index.ts';
import { examineIntoCase, type IntoCaseOptions, type KeptExamination } from '../keep-case.ts';
import { splitAgain } from '../split/index.ts';

export interface TakeDeliveryOptions extends Omit<IntoCaseOptions, 'asOf' | 'found' | 'enter' | 'reopen'> {
  /** Name of the acting user. */
  who: string;
  /** Who handed the files over. */
  source?: string | null;
  /** Whether sealed copies of the files are kept in the case. */
  copy?: boolean;
  /** Told how much of the files has been copied, 0 to 1. */
  onCopying?: (done: number) => void;
}

export interface TakenDelivery extends KeptExamination {
  /** What could not be done again for the people as they are now: it is as it was before this delivery, and says so. */
  outdated: { what: 'split' | 'directory'; error: TocsinError }[];
}

/** Throws as `examineIntoCase`; the case is then as it was. */
export async function takeDelivery(
  home: InstanceHome,
  record: CaseRecord,
  paths: string[],
  { who, ...options }: TakeDeliveryOptions,
): Promise<TakenDelivery> {
  refuseClosed(record, 'nothing is examined into it');
  const log = (entry: Pick<CustodyEntry, 'result' | 'on' | 'counts' | 'hashes' | 'details'>) =>
    appendCustody(home, { who, case: record.case, what: 'examine', ...entry }, record.key);
  log({ result: 'begun', details: pathsOf(paths) });
  const asOf = whenItHappened(record);
  let examined: KeptExamination;
  try {
    const { source = null, copy = false, onCopying, ...rest } = options;
    const found = paths.length > 0 ? readableInputs(paths) : await findUnread(home, record, who);
    if (copy) await copyFound(home, record, found, { who, source, ...copying(rest.signal, onCopying) });
    examined = await examineIntoCase(paths, record, {
      ...rest,
      found,
      enter: (files) => enterRead(home, record, files, { who, source }),
      reopen: (inputs) => findDelivered(home, record, inputs, who),
      ...(asOf ? { asOf } : {}),
    });
  } catch (error) {
    log({ result: 'failed', details: { code: isTocsinError(error) ? error.code : 'unknown' } });
    throw error;
  }
  log({ result: 'done', ...outcomeOf(examined), details: pathsOf(paths) });
  return { ...examined, outdated: await doAgain(home, record, who, options.signal) };
}

/** Paths that an entry names; the files themselves are evidence, each with its own. */
const maxNamed = 100;

function pathsOf(paths: readonly string[]): { paths: readonly string[]; furtherPaths?: number } {
  if (paths.length <= maxNamed) return { paths };
  return { paths: paths.slice(0, maxNamed), furtherPaths: paths.length - maxNamed };
}

function copying(
  signal: AbortSignal | undefined,
  onProgress: TakeDeliveryOptions['onCopying'],
): Pick<TakeFilesOptions, 'signal' | 'onProgress'> {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}

/** The first day on which it happened: who was a minor then is counted as one. */
function whenItHappened(record: CaseRecord): Date | null {
  const { happened } = caseState(readEvents(record)).facts;
  const day = happened === null ? Number.NaN : Date.parse(happened.from);
  return Number.isNaN(day) ? null : new Date(day);
}

function outcomeOf({ report, kept }: KeptExamination): Pick<CustodyEntry, 'on' | 'counts' | 'hashes'> {
  const hash = createHash('sha256');
  for (const sha256 of report.inputs.map((input) => input.sha256).toSorted()) hash.update(`${sha256}\n`);
  return {
    on: `D${kept.delivery}`,
    counts: {
      files: report.inputs.length,
      bytes: report.inputs.reduce((sum, { bytes }) => sum + bytes, 0),
      replaced: kept.replaced.length,
      readAgain: kept.again.length,
      deliveries: kept.deliveries,
      people: kept.people.count,
    },
    /** Of the SHA-256 of the files, sorted, a line each. */
    hashes: { files: hash.digest('hex') },
  };
}

async function doAgain(
  home: InstanceHome,
  record: CaseRecord,
  who: string,
  signal: AbortSignal | undefined,
): Promise<TakenDelivery['outdated']> {
  const stop = signal ? { signal } : {};
  const outdated: TakenDelivery['outdated'] = [];
  const attempt = async (what: 'split' | 'directory', work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!isTocsinError(error)) throw error;
      outdated.push({ what, error });
    }
  };
  await attempt('split', () => splitAgain(home, record, { who, ...stop }));
  await attempt('directory', () => joinAgain(record, { home, who, what: 'directory' }, stop));
  return outdated;
}
