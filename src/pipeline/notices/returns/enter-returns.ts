// Reports go into the ledger. In: the ledger and mails that were read, each with its place. Out: sends that changed, in
// transactions that are on the disk when `take` returns, and every mail counted once. A report is about the send whose
// token it names; a bounce that names no mail at all is about the only one that was sent to its address; all else is about
// none of ours.

import { createHash } from 'node:crypto';
import { type Returned, type ReturnedComplaint, unknownWhys } from '../../../notify/index.ts';
import {
  changeSends,
  createSendTokens,
  findHanded,
  type Notices,
  returnedRows,
  type ReturnedSend,
  type SendMoves,
} from '../../../store/notices/index.ts';
import { applyReturn, isBusy, type ReportedFate } from './apply-return.ts';
import { addPlace, type BounceReport, channelNames } from './bounce-report.ts';
import { pauseHarmed } from './pause-harmed.ts';

export interface PlacedReturn {
  file: string;
  offset: number;
  returned: Returned;
}

type PlacedReport = PlacedReturn & { returned: Extract<Returned, { sort: 'report' | 'complaint' }> };

export interface ReturnsEntry {
  take(placed: readonly PlacedReturn[]): void;
  /** At the end: reports that name no mail are looked for together. */
  takeUnnamed(): void;
  /** The counts as they were with the last transaction. */
  committed(): BounceReport;
}

/** Reports without a name of the mail that wait: each time that they are looked for goes over the ledger once. */
const maxUnnamed = 50_000;

/** Counts into `report` as it goes. */
export function enterReturns(notices: Notices, report: BounceReport, now: () => number): ReturnsEntry {
  const { db, secret } = notices;
  const rows = returnedRows(db);
  const { sendOf } = createSendTokens(secret);
  let unnamed: PlacedReport[] = [];
  let committed = structuredClone(report);
  const touched = new Map<number, NonNullable<ReturnedSend['domain']>>();

  /** What cannot be counted yet waits for `takeUnnamed`. */
  function takeOne(moves: SendMoves, { file, offset, returned }: PlacedReturn): void {
    switch (returned.sort) {
      case 'auto-reply':
        report.autoReplies++;
        return;
      case 'unknown':
        report.unknown++;
        return addPlace(report, file, offset, unknownWhys[returned.why]);
      case 'report':
      case 'complaint': {
        const sends = new Set(returned.tokens.map(sendOf).filter((send) => send !== null));
        if (sends.size > 1) {
          report.unknown++;
          return addPlace(report, file, offset, 'it names several mails');
        }
        const [send] = sends;
        if (send !== undefined) takeReport(moves, send, { file, offset, returned });
        else if (returned.sort === 'complaint' && !returned.isNamed)
          takeUnprovenComplaint(returned, file, offset);
        else if (returned.addresses.length === 0 || !isWorthLooking(returned)) report.notOurs++;
        else unnamed.push({ file, offset, returned });
      }
    }
  }

  function takeReport(moves: SendMoves, number: number, { file, offset, returned }: PlacedReport): void {
    const send = rows.sendOf(number);
    if (send === null || send.channel !== 'e') return void report.notOurs++;
    if (returned.sort === 'complaint' && !returned.isComplaint) return void report.complaintsTakenBack++;
    const fate: ReportedFate =
      returned.sort === 'complaint'
        ? { what: 'complaint', code: null, reply: `feedback: ${returned.feedback}` }
        : { what: returned.outcome, code: returned.code, reply: returned.reply };
    if (isBusy(send, fate)) {
      report.busy++;
      const why = 'about a mail that is being sent this moment: read it again later';
      return addPlace(report, file, offset, why);
    }
    if (!rows.keep(digestOf(number, fate, returned.id), number, fate.what)) return void report.again++;
    const { done, moved } = applyReturn(moves, { send, fate, at: now() });
    count(fate);
    if (send.domain !== null) touched.set(send.domain.domain, send.domain);
    if (done !== 'none') report.sends[done]++;
    else if (fate.what !== 'delayed' && fate.what !== 'relayed') report.withoutEffect++;
    if (done !== 'bounced') return;
    if (moved?.next) report.nextChannel[channelNames[moved.next]]++;
    else if (rows.isUnreachable(send)) report.unreachable++;
  }

  /** Anybody can write that somebody complained, and a complaint says that he was told. */
  function takeUnprovenComplaint({ isComplaint }: ReturnedComplaint, file: string, offset: number): void {
    if (!isComplaint) return void report.complaintsTakenBack++;
    report.complaintsUnproven++;
    addPlace(report, file, offset, 'a complaint that does not name the mail: nothing was changed');
  }

  /** `sends`: mails to its addresses; null for several to one. */
  function takeUnproven(moves: SendMoves, one: PlacedReport, sends: readonly (number | null)[]): void {
    const [send] = sends;
    if (send === undefined) return void report.notOurs++;
    if (one.returned.isNamed) {
      report.notOurs++;
      const why = 'it names another mail, to an address that a notice went to: nothing was changed';
      return addPlace(report, one.file, one.offset, why);
    }
    if (send === null || sends.length > 1) {
      report.unknown++;
      return addPlace(report, one.file, one.offset, 'it names no mail, and several went to its address');
    }
    report.byAddress++;
    takeReport(moves, send, one);
  }

  function count({ what }: ReportedFate): void {
    report[what === 'complaint' ? 'complaints' : what]++;
  }

  function inOneGo(work: (moves: SendMoves) => void): void {
    db.transaction(() => {
      changeSends(db, work);
      report.paused.push(...pauseHarmed(db, [...touched.values()], now()));
    }).immediate();
    touched.clear();
    committed = structuredClone({ ...report, places: [] });
  }

  return {
    committed: () => committed,
    take(placed: readonly PlacedReturn[]): void {
      if (placed.length === 0) return;
      report.messages += placed.length;
      inOneGo((moves) => {
        for (const one of placed) takeOne(moves, one);
      });
      if (unnamed.length >= maxUnnamed) this.takeUnnamed();
    },
    takeUnnamed(): void {
      if (unnamed.length === 0) return;
      const reports = unnamed;
      unnamed = [];
      const found = findHanded(db, new Set(reports.flatMap(({ returned }) => returned.addresses)));
      inOneGo((moves) => {
        for (const one of reports) {
          const sends = new Set(one.returned.addresses.map((address) => found.get(address)));
          sends.delete(undefined);
          takeUnproven(moves, one, [...sends] as (number | null)[]);
        }
      });
    },
  };
}

/**
 * Of one that names another mail, only that an address is gone: it may be a mail of ours whose Message-ID was changed on
 * the way, and somebody should look.
 */
function isWorthLooking(returned: PlacedReport['returned']): boolean {
  return !returned.isNamed || (returned.sort === 'report' && returned.outcome === 'bounced');
}

/** The same report, however it came and whatever it was packed in. */
function digestOf(send: number, { what, code }: ReportedFate, id: string): Buffer {
  return createHash('sha256').update(`${send}\0${what}\0${code}\0${id}`).digest().subarray(0, 16);
}
