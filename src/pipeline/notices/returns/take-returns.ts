// Takes in what came back for the mails of a case. In: a case and a mailbox. Out: the ledger changed, and the report of
// what was in the mailbox. Whatever is in it is entered once, however often it is read and wherever a run is killed; the
// mailbox is left as it is. A report counts for a mail of ours only if it holds what nobody else can make up: the token
// of its Message-ID. Only a bounce that names no mail at all counts by its address, where one mail alone was sent to it: who
// makes one up has somebody told once more, and cannot keep anybody from being told.

import type { Readable } from 'node:stream';
import { appendCustody } from '../../../custody/index.ts';
import { readMailbox, readReturn } from '../../../notify/index.ts';
import type { CaseRecord, InstanceHome } from '../../../store/index.ts';
import { cameBack, currentPlan, openNotices } from '../../../store/notices/index.ts';
import { addPlace, type BounceReport, createBounceReport } from './bounce-report.ts';
import { enterReturns, type PlacedReturn } from './enter-returns.ts';

export interface ReturnsRequest {
  /** A file, a folder, or `-` for standard input. */
  mailbox: string;
  who: string;
}

export interface ReturnsOptions {
  now?: () => number;
  stdin?: Readable;
  signal?: AbortSignal;
  onProgress?: (report: Pick<BounceReport, 'messages' | 'bytes'>) => void;
}

/** Mails of one transaction, about; a megabyte of them may be more. */
const batchMails = 200;
/** Throws NOTICES_NONE, INPUT_NOT_FOUND, INTERRUPTED; what was taken in before stays. */
export async function takeReturns(
  home: InstanceHome,
  record: CaseRecord,
  { mailbox, who }: ReturnsRequest,
  options: ReturnsOptions = {},
): Promise<BounceReport> {
  using notices = openNotices(record);
  const report = createBounceReport(mailbox);
  const taking = enterReturns(notices, report, options.now ?? Date.now);
  let waiting: PlacedReturn[] = [];
  try {
    for await (const { file, mails, bytes, unreadable } of readMailbox(mailbox, options)) {
      report.bytes += bytes;
      if (unreadable !== null) {
        report.unreadableFiles++;
        addPlace(report, file, 0, `the file cannot be read: ${unreadable}`);
      }
      for (const { offset, bytes: mail } of mails) waiting.push({ file, offset, returned: readReturn(mail) });
      if (waiting.length < batchMails) continue;
      taking.take(waiting);
      waiting = [];
      options.onProgress?.(report);
    }
    taking.take(waiting);
    taking.takeUnnamed();
    const plan = currentPlan(notices.db);
    if (plan !== null) report.toPlanAgain = cameBack(notices.db, plan.plan);
  } catch (error) {
    // of a run that was stopped: what it took in stays
    enterCustody(home, record, { who, result: 'failed', report: taking.committed() });
    throw error;
  }
  enterCustody(home, record, { who, result: 'done', report });
  return report;
}

/** Of what is in the ledger, whatever became of the run. */
function enterCustody(
  home: InstanceHome,
  record: CaseRecord,
  { who, result, report }: { who: string; result: 'done' | 'failed'; report: BounceReport },
): void {
  const { messages, sends, nextChannel, unreachable, unknown } = report;
  const next = Object.values(nextChannel).reduce((sum, count) => sum + count, 0);
  appendCustody(
    home,
    {
      who,
      case: record.case,
      what: 'notify.bounces',
      result,
      counts: { messages, ...sends, nextChannel: next, unreachable, unknown },
      details: { mailbox: report.mailbox },
    },
    record.key,
  );
}
