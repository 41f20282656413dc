// The cases of an instance: opened, listed, found by id or name. In: the instance folder. Out: records with their
// keys. A case is there whole or not at all: it is made beside its place and moved into it.

import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import { type CaseRecord, createRecord, keepName, readRecord, refuseUnreadable } from './case-record.ts';
import { isCaseId, refuseDestroyed } from './destroyed-cases.ts';
import { casesPath, type InstanceHome } from './instance-home.ts';
import { withInstance } from './instance-lock.ts';
import { createVault } from './open-vault.ts';

/** Without letters that are taken for digits, or that make words. */
const idLetters = '0123456789bcdfghjkmnpqrstvwxz';

/**
 * One at a time: of two that open one by the same name, the second gets CASE_EXISTS. `prepare` writes what the case
 * shall hold from its first moment.
 */
export function openCase(
  home: InstanceHome,
  name: string | null,
  now: Date,
  prepare: (record: CaseRecord) => void = () => undefined,
): CaseRecord {
  return withInstance(home, () => makeCase(home, name, now, prepare));
}

function makeCase(
  home: InstanceHome,
  name: string | null,
  now: Date,
  prepare: (record: CaseRecord) => void,
): CaseRecord {
  checkName(home, name);
  const id = `${now.getUTCFullYear()}-${Array.from({ length: 6 }, () => idLetters[randomInt(idLetters.length)]).join('')}`;
  const folder = join(casesPath(home.path), id);
  const beside = join(casesPath(home.path), `.${id}.${process.pid}.partial`);
  try {
    mkdirSync(beside, { mode: 0o700 });
    const about = { case: id, name, openedAt: now.toISOString() };
    const record = createRecord(beside, about, home.key);
    createVault(beside, record.key);
    prepare(record);
    renameSync(beside, folder);
    syncFolder(casesPath(home.path));
    return { ...record, folder };
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    if (cause instanceof TocsinError) throw cause;
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write to the instance folder ${home.path}`, { cause });
  }
}

/** Throws CASE_EXISTS where another case has the name. */
export function renameCase(home: InstanceHome, record: CaseRecord, name: string): void {
  withInstance(home, () => {
    checkName(home, name);
    keepName(record, name);
  });
}

/** Newest first. A case that cannot be read is an error of its own: it must not seem not to be there. */
export function listCases(home: InstanceHome): CaseRecord[] {
  return caseIds(home)
    .map((id) => readRecord(join(casesPath(home.path), id), home.key))
    .toSorted(byNewest);
}

/** All of them, newest first, and those that cannot be read: one that is damaged does not hide the others. */
export function listAllCases(home: InstanceHome): { records: CaseRecord[]; unreadable: UnreadableCase[] } {
  const records: CaseRecord[] = [];
  const unreadable: UnreadableCase[] = [];
  for (const id of caseIds(home)) {
    try {
      records.push(readRecord(join(casesPath(home.path), id), home.key));
    } catch (error) {
      if (!(error instanceof TocsinError)) throw error;
      unreadable.push({ case: id, error });
    }
  }
  return { records: records.toSorted(byNewest), unreadable };
}

/** Throws CASE_UNREADABLE for the first of all cases whose record is there and cannot be read. */
export function refuseUnreadableCases(home: InstanceHome): void {
  for (const id of caseIds(home)) refuseUnreadable(join(casesPath(home.path), id));
}

export interface UnreadableCase {
  case: string;
  error: TocsinError;
}

function byNewest(a: CaseRecord, b: CaseRecord): number {
  return a.openedAt < b.openedAt ? 1 : a.openedAt > b.openedAt ? -1 : 0;
}

/** Null where there is none of that id or name. Throws CASE_DESTROYED for the id of one that was. */
export function findCase(home: InstanceHome, idOrName: string): CaseRecord | null {
  if (isCaseId(idOrName)) {
    refuseDestroyed(home, idOrName);
    if (caseIds(home).includes(idOrName)) return readRecord(join(casesPath(home.path), idOrName), home.key);
  }
  // one that is damaged has no name that could be read, and does not hide the others
  const named = listAllCases(home).records.filter((entry) => entry.name === idOrName);
  if (named.length > 1)
    throw new TocsinError('CASE_UNCLEAR', `${named.length} cases have this name: ${idsOf(named)}`);
  return named[0] ?? null;
}

/** The one case of the instance. */
export function onlyCase(home: InstanceHome): CaseRecord {
  const [first, ...others] = listCases(home);
  if (!first) throw new TocsinError('CASE_NOT_FOUND', 'there is no case yet');
  if (others.length > 0)
    throw new TocsinError(
      'CASE_UNCLEAR',
      `there are ${others.length + 1} cases: ${idsOf([first, ...others])}`,
    );
  return first;
}

/** Cases named in an error. */
const maxNamed = 5;

function idsOf(records: CaseRecord[]): string {
  const ids = records.slice(0, maxNamed).map((record) => record.case);
  return [...ids, ...(records.length > maxNamed ? ['…'] : [])].join(', ');
}

export function caseIds(home: InstanceHome): string[] {
  return readdirSync(casesPath(home.path)).filter(isCaseId);
}

const maxNameLength = 200;

function checkName(home: InstanceHome, name: string | null): void {
  if (name === null) return;
  // more likely an id with a typing error than a name
  if (isCaseId(name))
    throw new TocsinError('CASE_NOT_FOUND', 'no case has this id, and a name is not of the form of an id');
  if (name.trim() === '' || name.length > maxNameLength)
    throw new TocsinError('USAGE', 'a name of a case is 1 to 200 characters');
  if (/\p{Cc}/u.test(name))
    throw new TocsinError('USAGE', 'the name of the case has a character that cannot be printed', {
      hint: 'leave out line breaks, tabs and other control characters',
    });
  const known = findCase(home, name);
  if (known) throw new TocsinError('CASE_EXISTS', `there is a case of this name already: ${known.case}`);
}
