// One process sends for a case at a time. In: a case. Out: a lock that is let go with the process, however it ends, or an
// error that says who holds it. Held as a transaction of an empty database beside the ledger: it leaves nothing behind.

import { closeSync, openSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { TocsinError } from '../../base/index.ts';
import type { CaseRecord } from '../index.ts';
import { readControl, writeControl } from './control-rows.ts';

/** Letters, and lists of texts and calls, are made beside mails: each has a lock of its own. */
export type SenderKind = 'sending' | 'listing' | 'letters';

const doing: Readonly<Record<SenderKind, string>> = {
  sending: 'sent',
  listing: 'put in a list or sent',
  letters: 'written as letters',
};

interface Holder {
  /** What he does with the notices. */
  doing?: string;
  pid: number;
  host: string;
  who: string;
  /** ISO 8601. */
  since: string;
}

/** Throws SENDER_RUNNING. */
export function holdSender(
  { case: id, folder }: Pick<CaseRecord, 'case' | 'folder'>,
  db: Database.Database,
  {
    who,
    now,
    kind = 'sending',
    as = doing[kind],
  }: { who: string; now: Date; kind?: SenderKind; as?: string },
): Disposable {
  const control = kind === 'sending' ? 'sender' : `sender ${kind}`;
  const lock = takeLock(folder, kind);
  if (lock === null) {
    const holder = readControl(db, control) as Holder | null;
    const held = holder && `: ${holder.who}, process ${holder.pid} on ${holder.host}, since ${holder.since}`;
    throw new TocsinError(
      'SENDER_RUNNING',
      `the notices of the case ${id} are being ${holder?.doing ?? doing[kind]} already${held ?? ''}`,
    );
  }
  writeControl(db, control, { doing: as, pid: process.pid, host: hostname(), who, since: now.toISOString() });
  return { [Symbol.dispose]: () => void lock.close() };
}

/** For whoever changes by which plan is sent, as he says in `as`: meanwhile nobody sends anything. Throws SENDER_RUNNING. */
export function holdAllSenders(
  record: Pick<CaseRecord, 'case' | 'folder'>,
  db: Database.Database,
  by: { who: string; now: Date; as: string },
): Disposable {
  using held = new DisposableStack();
  for (const kind of Object.keys(doing) as SenderKind[]) held.use(holdSender(record, db, { ...by, kind }));
  return held.move();
}

/** Whether a process is sending for the case right now. */
export function isSending({ folder }: Pick<CaseRecord, 'folder'>): boolean {
  const lock = takeLock(folder, 'sending');
  lock?.close();
  return lock === null;
}

function takeLock(folder: string, kind: SenderKind): Database.Database | null {
  const path = join(folder, `${kind}.lock`);
  closeSync(openSync(path, 'a', 0o600));
  const lock = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
