// Whether everybody is told or accounted for, and who may have been told twice. In: the ledger of a case, and, where there
// is one, what the mail server says. Out: the account, with every fault. It reads all rows in one reading and holds some
// bytes for each send.

import { TocsinError } from '../../../base/index.ts';
import type { CaseRecord } from '../../../store/index.ts';
import {
  countedTally,
  createSendTokens,
  currentPlan,
  inOneReading,
  isSending,
  lastSend,
  listPlans,
  type Notices,
  openNotices,
  readTally,
  recipientSends,
  type SendHistory,
  sendHistories,
  type SendState,
  sendStates,
} from '../../../store/notices/index.ts';
import { createMessageIds } from '../message-ids.ts';
import { peopleStanding, toldBefore } from '../people-standing.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkSend } from './check-send.ts';
import { gatherFaults, type LedgerFault, type LedgerFaults } from './ledger-faults.ts';
import { readSink, type SunkSends } from './read-sink.ts';

export interface Reconciled {
  plan: number;
  people: number;
  told: number;
  open: number;
  unreachable: number;
  notTold: number;
  superseded: number;
  /** People of whom nothing is known to happen any more, and mails that the mail server does not have. */
  lost: number;
  duplicates: {
    /** Mails that may have gone out once more than they should: no answer came when the connection or the run ended. */
    possible: number;
    /** At most so many of one connection at one time. */
    perConnection: number;
    /** Their Message-IDs. */
    sends: string[];
  };
  /** Of all plans of the case, over all channels. */
  sends: number;
  byState: Record<SendState, number>;
  sink: ReconciledSink | null;
  consistent: boolean;
  faults: LedgerFault[];
}

export interface ReconciledSink {
  /** Mails of the case that it has, each counted once. */
  mails: number;
  /** Mails of others. */
  others: number;
  lost: number;
  extra: number;
  /** That it has more than once. */
  twice: { count: number; sends: string[] };
}

/** `sink`: a file. Throws NOTICES_NONE, INPUT_NOT_FOUND, and SENDER_RUNNING where a sink is to be compared meanwhile. */
export async function reconcileNotices(
  record: CaseRecord,
  { sink = null }: { sink?: string | null } = {},
): Promise<Reconciled> {
  using notices = openNotices(record);
  const { db } = notices;
  const isRunning = isSending(record);
  if (sink !== null && isRunning)
    throw new TocsinError(
      'SENDER_RUNNING',
      'what the mail server has can be compared once the sending has ended',
    );
  const { sendOf } = createSendTokens(notices.secret);
  const sunk = sink === null ? null : await readSink(sink, { most: lastSend(db), sendOf });
  return inOneReading(db, () => {
    const faults = gatherFaults();
    const sends = checkSends(notices, faults, { sunk, isRunning });
    for (const recipient of recipientSends(db)) checkRecipient(recipient, faults);
    checkCounts(db, faults);
    const current = currentPlan(db)!;
    const { plan } = current;
    const { told, open, unreachable, notTold, superseded } = peopleStanding(db, current);
    const list = faults.list();
    return {
      plan,
      people: told + open + unreachable + notTold + superseded,
      told,
      open,
      unreachable,
      notTold,
      superseded,
      lost: list
        .filter(({ what }) => what === 'open' || what === 'sink lost')
        .reduce((sum, { count }) => sum + count, 0),
      ...sends,
      consistent: list.length === 0,
      faults: list,
    };
  });
}

/** Message-IDs that are listed; all are counted. */
const mostListed = 100_000;

function checkSends(
  notices: Pick<Notices, 'db' | 'secret'>,
  faults: LedgerFaults,
  { sunk, isRunning }: { sunk: SunkSends | null; isRunning: boolean },
): Pick<Reconciled, 'duplicates' | 'sends' | 'byState' | 'sink'> {
  const possible = createPossible();
  const sink = sunk === null ? null : createSinkCheck(sunk, faults);
  const byState = Object.fromEntries(sendStates.map((state) => [state, 0])) as Record<SendState, number>;
  const histories = sendHistories(notices.db);
  let step = histories.next();
  for (; !step.done; step = histories.next()) {
    const history = step.value;
    byState[history.state] += 1;
    const { uncertain, handed } = checkSend(history, faults);
    // nobody sends: no answer will come any more; a letter is in a file or not
    const isLeft = history.state === 'leased' && 'es'.includes(history.channel) && !isRunning;
    possible.add(history, isLeft);
    if (history.channel === 'e')
      sink?.add(history.send, { least: handed, most: handed + uncertain + (isLeft ? 1 : 0) });
  }
  if (step.value.strayEvents > 0) faults.add('stray', step.value.strayEvents);
  const { count, perConnection, sends } = possible;
  if (perConnection() > 1) faults.add('connection', perConnection());
  const messageId = createMessageIds(notices);
  return {
    duplicates: { possible: count(), perConnection: perConnection(), sends: sends.map(messageId) },
    sends: Object.values(byState).reduce((sum, some) => sum + some, 0),
    byState,
    sink: sink?.result(messageId) ?? null,
  };
}

/** Mails without an answer, and how many of them one connection had at one moment. */
function createPossible() {
  const sends: number[] = [];
  const together = new Map<string, number>();
  let count = 0;
  let most = 0;
  const tell = (send: number, when: string) => {
    count += 1;
    if (sends.length < mostListed && sends.at(-1) !== send) sends.push(send);
    const now = (together.get(when) ?? 0) + 1;
    together.set(when, now);
    most = Math.max(most, now);
  };
  return {
    sends,
    count: () => count,
    perConnection: () => most,
    add({ send, channel, events }: SendHistory, isLeft: boolean): void {
      let leasedBy: number | null = null;
      for (const { what, at, connection } of events) {
        if (what === 'leased') leasedBy = connection;
        if (what === 'uncertain') tell(send, `${channel} ${at} ${connection ?? leasedBy}`);
      }
      // what no connection has is in a list, which is whole or not there
      if (isLeft && leasedBy !== null) tell(send, `${channel} left ${leasedBy}`);
    },
  };
}

function createSinkCheck({ times, others }: SunkSends, faults: LedgerFaults) {
  const twice: number[] = [];
  let [mails, lost, extra, twiceCount] = [0, 0, 0, 0];
  return {
    add(send: number, { least, most }: { least: number; most: number }): void {
      const there = times[send]!;
      if (there > 0) mails += 1;
      if (there > 1) twiceCount += 1;
      if (there > 1 && twice.length < mostListed) twice.push(send);
      if (there < least) {
        lost += 1;
        faults.add('sink lost', send);
      }
      if (there > most) {
        extra += 1;
        faults.add('sink extra', send);
      }
    },
    result: (messageId: (send: number) => string): ReconciledSink => ({
      mails,
      others,
      lost,
      extra,
      twice: { count: twiceCount, sends: twice.map(messageId) },
    }),
  };
}

function checkCounts(db: Notices['db'], faults: LedgerFaults): void {
  for (const { plan, counts } of listPlans(db)) {
    const counted = countedTally(db, plan);
    if (JSON.stringify(counted) !== JSON.stringify(readTally(db, plan))) faults.add('counts', plan);
    const { people } = counts as { people?: number };
    const known = toldBefore({ counts });
    const inAll = counted.reduce((sum, { what, count }) => (what === 'people' ? sum + count : sum), 0);
    if (people !== undefined && people !== inAll + known) faults.add('people', plan);
  }
}
