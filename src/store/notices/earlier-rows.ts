// What earlier plans of a case told, for a later one. In: an open ledger. Out: by recipient whether he was told and by
// which variant, the hashes he is known by, and which recipients of a later plan are the same people. Nine bytes a
// recipient while it works.

import { BulkInsert } from '../index.ts';
import type { Notices } from './open-notices.ts';
import { isBegun, listPlans } from './plan-rows.ts';

type Ledger = Notices['db'];

/** By the recipient's number; in `variants` 0 where there is none of that number. */
export interface EarlierRecipients {
  /** The same number for the recipients of one person in one plan, from 0 on in the order of the plans. */
  units: Uint32Array;
  /** By unit. */
  planOfUnit: Uint32Array;
  variants: Uint32Array;
  isTold: Uint8Array;
  /** Of these, who read or heard what was lost: a text message says no more than that something was. */
  isNamed: Uint8Array;
  /** Not told, and in a list of those who telephone, which is in use. */
  isCalled: Uint8Array;
  /** The last event that was taken into account. */
  lastEvent: number;
}

/** Of plans that were begun. To be called within one transaction, so that what happens meanwhile belongs to neither. */
export function readEarlier(db: Ledger): EarlierRecipients {
  const plans = listPlans(db).flatMap(({ plan }) => (isBegun(db, plan) ? plan : []));
  const isOfThese = `plan IN (${plans.join(',')})`;
  const lastEvent = db.prepare('SELECT coalesce(max(event), 0) FROM event').pluck().get() as number;
  const most = db.prepare('SELECT coalesce(max(recipient), 0) + 1 FROM recipient').pluck().get() as number;
  const variants = new Uint32Array(most);
  const isTold = new Uint8Array(most);
  const isNamed = new Uint8Array(most);
  const states = db
    .prepare(`SELECT recipient, variant, state = 'told', state = 'told' AND EXISTS (
         SELECT 1 FROM send WHERE send.recipient = recipient.recipient AND channel <> 's'
           AND send.state IN ('handed', 'delivered', 'complained'))
       FROM recipient WHERE ${isOfThese}`)
    .raw()
    .iterate();
  for (const [recipient, variant, told, named] of states as IterableIterator<
    [number, number, number, number]
  >) {
    variants[recipient] = variant;
    isTold[recipient] = told;
    isNamed[recipient] = named;
  }
  const isCalled = new Uint8Array(most);
  const calls = db
    .prepare(`SELECT recipient FROM send WHERE ${isOfThese} AND channel = 'c' AND state = 'leased'`)
    .pluck()
    .iterate();
  for (const recipient of calls as IterableIterator<number>) isCalled[recipient] = 1 - isTold[recipient]!;
  return { ...readUnits(db, most, isOfThese), variants, isTold, isNamed, isCalled, lastEvent };
}

/** By the index of plan and person, which holds all that is asked for. */
function readUnits(
  db: Ledger,
  most: number,
  isOfThese: string,
): Pick<EarlierRecipients, 'units' | 'planOfUnit'> {
  const units = new Uint32Array(most);
  const planOfUnit = new Uint32Array(most);
  let [unit, lastPlan, lastPerson] = [-1, -1, -1];
  const rows = db
    .prepare(`SELECT plan, person, recipient FROM recipient WHERE ${isOfThese} ORDER BY plan, person`)
    .raw()
    .iterate();
  for (const [plan, person, recipient] of rows as IterableIterator<[number, number, number]>) {
    if (plan !== lastPlan || person !== lastPerson) planOfUnit[++unit] = plan;
    [lastPlan, lastPerson] = [plan, person];
    units[recipient] = unit;
  }
  return { units, planOfUnit: planOfUnit.subarray(0, unit + 1) };
}

/** Sorts of identifier that people of the ledger are known by. */
export function knownBySorts(db: Ledger): string[] {
  return db.prepare('SELECT DISTINCT sort FROM known_by ORDER BY sort').pluck().all() as string[];
}

/** Hashes of one sort as two words, in ascending order of the signed 64 bits, each with a recipient. */
export function knownBy(
  db: Ledger,
  sort: string,
): IterableIterator<[high: number, low: number, recipient: number]> {
  return db
    .prepare(
      `SELECT (hash >> 32) & 4294967295, hash & 4294967295, recipient FROM known_by WHERE sort = ?
       ORDER BY hash, recipient`,
    )
    .raw()
    .iterate(sort) as IterableIterator<[number, number, number]>;
}

export interface EarlierWriter {
  add(recipient: number, before: readonly number[]): void;
  end(): void;
}

/** Whom recipients of a new plan are, in ascending order of these. */
export function writeEarlierLinks(db: Ledger): EarlierWriter {
  const rows = new BulkInsert(db, 'earlier', 2);
  return {
    add: (recipient, before) => {
      for (const one of before.toSorted((a, b) => a - b)) rows.add(recipient, one);
    },
    end: () => rows.end(),
  };
}

export function keepLastEvent(db: Ledger, plan: number, lastEvent: number): void {
  db.prepare('UPDATE plan SET after_event = ? WHERE plan = ?').run(lastEvent, plan);
}

/** Letters of the channels over which somebody was told. */
export function toldChannels(db: Ledger, recipient: number): string[] {
  return db
    .prepare(
      `SELECT channel FROM send WHERE recipient = ? AND state IN ('handed', 'delivered', 'complained')
       ORDER BY send`,
    )
    .pluck()
    .all(recipient) as string[];
}

const lastBefore = (send: string) => `(
  SELECT what FROM event WHERE event.send = ${send} AND event <= :after ORDER BY event DESC LIMIT 1)`;

/** Whether a send had told somebody by the event `:after`, whatever came of it since. */
const hadTold = (send: string) => `${lastBefore(send)} IN ('handed', 'delivered', 'complained')`;

/** Whether a send was a call in a list by then: whoever telephones goes on with the list. */
const wasInList = (send: string) => `(${send}.channel = 'c' AND ${lastBefore(`${send}.send`)} = 'leased')`;

export interface ReplacedSend {
  send: number;
  channel: string;
  isLeased: 0 | 1;
  /** That it was leased for. */
  connection: number | null;
}

/**
 * Open sends of earlier plans that a plan takes the place of, numbered above `from`: of all who had not been told when it
 * was made. What came back since stays that plan's: this one took its people for told. So do calls of a list in use.
 */
export function replacedSends(db: Ledger, plan: number, from: number, most: number): ReplacedSend[] {
  return db
    .prepare(
      `SELECT send, channel, state = 'leased' AS "isLeased",
         (SELECT connection FROM event WHERE event.send = send.send AND what = 'leased'
          ORDER BY event DESC LIMIT 1) AS connection
       FROM send WHERE send > :from AND plan < :plan AND state IN ('planned', 'leased')
         AND NOT EXISTS (
           SELECT 1 FROM send AS other WHERE other.recipient = send.recipient
             AND (${hadTold('other.send')} OR ${wasInList('other')}))
       ORDER BY send LIMIT :most`,
    )
    .all({ plan, from, most, after: afterEvent(db, plan) }) as ReplacedSend[];
}

/** Recipients of a plan who have been told by an earlier one since it was made: it would tell them once more. */
export function toldMeanwhile(db: Ledger, plan: number): number {
  const after = afterEvent(db, plan);
  const isAnybody = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM event WHERE event > ? AND what IN ('handed', 'delivered', 'complained'))`,
    )
    .pluck()
    .get(after);
  if (isAnybody === 0) return 0;
  return db
    .prepare(
      `SELECT count(DISTINCT recipient.recipient) FROM recipient JOIN earlier USING (recipient)
         JOIN recipient AS known ON known.recipient = earlier.before
       WHERE recipient.plan = :plan AND known.state = 'told' AND NOT EXISTS (
         SELECT 1 FROM send WHERE send.recipient = known.recipient AND ${hadTold('send.send')})`,
    )
    .pluck()
    .get({ plan, after }) as number;
}

/**
 * People of earlier plans whom a plan took for told and who are not: their notice came back since and they have not been
 * told over another channel, so the next plan has them; or they are in a list of calls, and who called has not said yet.
 */
export function cameBack(db: Ledger, plan: number): number {
  return db
    .prepare(
      `SELECT count(*) FROM (
         SELECT recipient.recipient FROM event JOIN send USING (send) JOIN recipient USING (recipient)
         WHERE event > :after AND what IN ('bounced', 'deferred') AND send.plan < :plan
           AND recipient.state IN ('open', 'unreachable') AND ${hadTold('send.send')}
         UNION
         SELECT recipient.recipient FROM send JOIN recipient USING (recipient)
         WHERE send.plan < :plan AND channel = 'c' AND recipient.state IN ('open', 'unreachable')
           AND ${wasInList('send')} AND recipient.recipient NOT IN (
             SELECT before FROM earlier JOIN recipient AS now USING (recipient) WHERE now.plan = :plan))`,
    )
    .pluck()
    .get({ plan, after: afterEvent(db, plan) }) as number;
}

/** People who have been told by any plan, each once: who was told of more later is one. */
export function toldPeople(db: Ledger): number {
  return db
    .prepare(
      `SELECT count(*) FROM (
         SELECT DISTINCT recipient.plan, person FROM recipient WHERE state = 'told' AND NOT EXISTS (
           SELECT 1 FROM earlier JOIN recipient AS known ON known.recipient = earlier.before
           WHERE earlier.recipient = recipient.recipient AND known.state = 'told'))`,
    )
    .pluck()
    .get() as number;
}

function afterEvent(db: Ledger, plan: number): number {
  return db.prepare('SELECT after_event FROM plan WHERE plan = ?').pluck().get(plan) as number;
}
