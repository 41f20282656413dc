// What happens to sends, entered: the state of each, the event that led to it, who is told by it and the counts, all in one
// transaction that is on the disk when it returns. In: an open ledger and what happened. Out: rows changed. What may not
// happen in a state changes nothing.

import type Database from 'better-sqlite3-multiple-ciphers';
import { bumpDomain, type DomainCounts, flushDomains } from './domain-rows.ts';
import { maskAddresses } from './mask-addresses.ts';
import {
  isOpen,
  isTold,
  nextSendState,
  personState,
  type RecipientState,
  type Channel,
  type SendEvent,
  type SendState,
} from './send-states.ts';
import { createTally, type Tally } from './tally-rows.ts';

export interface SendMove {
  send: number;
  what: SendEvent;
  /** ms since 1970. */
  at: number;
  connection?: number | null;
  /** Such as `550 5.1.1`. */
  code?: string | null;
  /** Addresses in it are masked. */
  reply?: string | null;
  /** When a deferred one is due again; else at once. */
  dueAt?: number;
  /** It was refused because of who sends: counted for the domain. */
  isPolicy?: boolean;
}

export interface Moved {
  from: SendState;
  to: SendState;
  /** The channel that is taken after a bounce; null where none is left, or none is needed. */
  next: Channel | null;
}

export interface SendMoves {
  /** Null where that cannot happen to the send in its state, or there is no such send; nothing is changed then. */
  move: (move: SendMove) => Moved | null;
}

/** All of it or nothing. Within a transaction of the caller's it becomes part of that one. */
export function changeSends<T>(db: Database.Database, work: (moves: SendMoves) => T): T {
  const statements = statementsOf(db);
  const change = () => {
    const tally = createTally();
    const domains: DomainCounts = new Map();
    const result = work({ move: (move) => moveSend(statements, tally, domains, move) });
    tally.flush(db);
    flushDomains(db, domains);
    return result;
  };
  return db.inTransaction ? change() : db.transaction(change).immediate();
}

interface SendRow {
  plan: number;
  recipient: number;
  channel: Channel;
  state: SendState;
  domain: number | null;
}

interface RecipientRow {
  person: number;
  channels: string;
  state: RecipientState;
  email: string | null;
}

function prepare(db: Database.Database) {
  return {
    send: db.prepare<[number]>('SELECT plan, recipient, channel, state, domain FROM send WHERE send = ?'),
    recipient: db.prepare<[number]>(
      'SELECT person, channels, state, email FROM recipient WHERE recipient = ?',
    ),
    lease: db.prepare<[SendState, number, number]>(
      'UPDATE send SET state = ?, at = ?, attempts = attempts + 1 WHERE send = ?',
    ),
    planAgain: db.prepare<[SendState, number, string | null, string | null, number, number]>(
      'UPDATE send SET state = ?, at = ?, code = ?, reply = ?, due_at = ? WHERE send = ?',
    ),
    end: db.prepare<[SendState, number, string | null, string | null, number]>(
      'UPDATE send SET state = ?, at = ?, code = ?, reply = ? WHERE send = ?',
    ),
    event: db.prepare<[number, number, SendEvent, number | null, string | null, string | null]>(
      'INSERT INTO event (send, at, what, connection, code, reply) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    insertSend: db.prepare<[number, number, Channel, number | null, number, number]>(
      `INSERT OR IGNORE INTO send (plan, recipient, channel, state, domain, due_at, at)
       VALUES (?, ?, ?, 'planned', ?, ?, ?)`,
    ),
    otherSends: db
      .prepare<[number, number]>('SELECT state FROM send WHERE recipient = ? AND send <> ?')
      .pluck(),
    setRecipient: db.prepare<[RecipientState, number]>('UPDATE recipient SET state = ? WHERE recipient = ?'),
    setChannels: db.prepare<[string, number]>('UPDATE recipient SET channels = ? WHERE recipient = ?'),
    setWhy: db.prepare<[string, number]>('UPDATE recipient SET why = ? WHERE recipient = ?'),
    notices: db
      .prepare<[number, number]>('SELECT state FROM recipient WHERE plan = ? AND person = ?')
      .pluck(),
    addDomain: db.prepare<[string]>('INSERT OR IGNORE INTO domain (name) VALUES (?)'),
    domain: db.prepare<[string]>('SELECT domain FROM domain WHERE name = ?').pluck(),
  };
}

type Statements = ReturnType<typeof prepare>;

const statementsOfDb = new WeakMap<Database.Database, Statements>();

function statementsOf(db: Database.Database): Statements {
  let statements = statementsOfDb.get(db);
  if (statements === undefined) statementsOfDb.set(db, (statements = prepare(db)));
  return statements;
}

function moveSend(
  statements: Statements,
  tally: Tally,
  domains: DomainCounts,
  { send, what, at, connection = null, code = null, reply = null, dueAt = at, isPolicy = false }: SendMove,
): Moved | null {
  const row = statements.send.get(send) as SendRow | undefined;
  if (row === undefined) return null;
  const { plan, channel, state: from, domain } = row;
  const to = nextSendState(from, what);
  if (to === null) return null;
  const isAnswer = what !== 'leased';
  const recipient = isAnswer ? (statements.recipient.get(row.recipient) as RecipientRow) : null;
  const said = reply === null || reply === '' ? null : maskAddresses(reply, recipient?.email ?? null);
  statements.event.run(send, at, what, connection, code, said);
  if (domain !== null) {
    if (isPolicy) bumpDomain(domains, domain, 'policy');
    if (what === 'handed' && from !== to) bumpDomain(domains, domain, 'handed');
    if (what === 'complained') bumpDomain(domains, domain, 'complained');
  }
  if (from === to) return { from, to, next: null };
  if (to === 'leased') statements.lease.run(to, at, send);
  else if (to === 'planned') statements.planAgain.run(to, at, code, said, dueAt, send);
  else statements.end.run(to, at, code, said, send);
  tally.move(plan, channel, from, to);
  if (recipient === null) return { from, to, next: null };
  const next = leaveChannel(statements, tally, { row, recipient, to, at });
  const left = recipientState(statements, { row, send, to, next });
  if (left !== recipient.state) setRecipient(statements, tally, row, recipient, left);
  if (left === 'unreachable') statements.setWhy.run(to, row.recipient);
  return { from, to, next };
}

/** A channel that did not reach him, or over which he does not want to hear, is not taken again. */
function leaveChannel(
  { setChannels, insertSend, event, addDomain, domain }: Statements,
  tally: Tally,
  {
    row: { plan, recipient: number, channel },
    recipient,
    to,
    at,
  }: { row: SendRow; recipient: RecipientRow; to: SendState; at: number },
): Channel | null {
  if (to !== 'bounced' && to !== 'complained') return null;
  const channels = recipient.channels.replaceAll(channel, '');
  if (channels !== recipient.channels) setChannels.run(channels, number);
  const next = channels[0] as Channel | undefined;
  if (to === 'complained' || next === undefined) return null;
  let receiver: number | null = null;
  if (next === 'e') {
    const name = recipient.email!.slice(recipient.email!.lastIndexOf('@') + 1).toLowerCase();
    addDomain.run(name);
    receiver = domain.get(name) as number;
  }
  const { changes, lastInsertRowid } = insertSend.run(plan, number, next, receiver, at, at);
  if (changes === 0) return null;
  event.run(Number(lastInsertRowid), at, 'planned', null, null, null);
  tally.add(plan, next, 'planned');
  return next;
}

function recipientState(
  { otherSends }: Statements,
  { row, send, to, next }: { row: SendRow; send: number; to: SendState; next: Channel | null },
): RecipientState {
  if (isTold(to)) return 'told';
  if (isOpen(to) || next !== null) return 'open';
  const others = otherSends.all(row.recipient, send) as SendState[];
  if (others.some(isTold)) return 'told';
  if (others.some(isOpen)) return 'open';
  return to === 'superseded' ? 'superseded' : 'unreachable';
}

function setRecipient(
  { notices, setRecipient: set }: Statements,
  tally: Tally,
  { plan, recipient: number }: SendRow,
  { person, state }: RecipientRow,
  left: RecipientState,
): void {
  const before = personState(notices.all(plan, person) as RecipientState[]);
  set.run(left, number);
  const after = personState(notices.all(plan, person) as RecipientState[]);
  tally.move(plan, 'notices', state, left);
  if (after !== before) tally.move(plan, 'people', before, after);
}
