/*
 * What is said of a case: every change is kept with what was before, is in the custody log, and moves the clocks that
 * hang on it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { custodyFolder, listCustody, verifyCustody } from '../../custody/index.ts';
import { caseState, type FactChanges, listIncidents, retainedCases } from '../../register/index.ts';
import type { CasePage } from '../../report/index.ts';
import { type CaseRecord, findCase, type InstanceHome, openHome, readEvents } from '../../store/index.ts';
import {
  addNote,
  casePage,
  changeFacts,
  closeOrReopen,
  meetClock,
  openCaseOf,
  removeContact,
  renameTo,
  setContact,
  startClock,
  type StartedClock,
  stopClock,
} from './index.ts';

const by = { who: 'ada', now: new Date('2026-11-23T15:18:00.000Z') };
const aware = { at: '2026-11-22T08:30:00.000Z', zone: 'Europe/Paris', by: null, why: 'a mail' };

let folder: string;
let home: InstanceHome;
let record: CaseRecord;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-cases-'));
  home = openHome(join(folder, 'home'));
  record = openCaseOf(home, 'spring leak', { aware, what: 'a backup', regimes: ['gdpr', 'nis2'] }, by);
});
afterEach(() => {
  logIsWhatHappened();
  rmSync(folder, { recursive: true, force: true });
});

/** Every event is in the log once, in order, and the log holds. */
function logIsWhatHappened(): void {
  const entries = [...listCustody(home, () => record.key)].filter((entry) => entry.case === record.case);
  expect(entries.map(({ what, counts, details }) => [what, counts?.['event'], details])).toEqual(
    readEvents(record).map(({ kind, number, body }) => [kind, number, body]),
  );
  expect(verifyCustody(custodyFolder(home.path)).ok).toBe(true);
}

const page = (): CasePage => casePage(findCase(home, record.case)!, by.now);
const set = (changes: FactChanges, why: string | null = null) =>
  changeFacts(home, record, () => changes, why, by);
const start = (given: Partial<StartedClock> & { rule: string }) =>
  startClock(home, record, { startedAt: aware.at, why: 'said so', for: null, within: null, ...given }, by);
const states = () => Object.fromEntries(page().deadlines.map(({ id, state }) => [id, state]));

describe('facts', () => {
  test('that are changed keep what they were, and say why; what is not changed leaves nothing', () => {
    expect(set({ what: 'two backups', aware }, 'a second file')).toEqual(['what']);
    expect(set({ what: 'two backups' })).toEqual([]);
    expect(readEvents(record).at(-1)?.body).toEqual({
      from: { what: 'a backup' },
      to: { what: 'two backups' },
      why: 'a second file',
    });
    expect(page().what).toBe('two backups');
  });

  test('are in the case from its first moment, with the clocks they start', () => {
    expect(readEvents(record).map(({ kind }) => kind)).toEqual([
      'case.open',
      'clock.start',
      'clock.start',
      'clock.start',
    ]);
    expect(page().deadlines.map(({ id, dueAt, why }) => [id, dueAt, why])).toEqual([
      ['nis2-early-warning', '2026-11-23T08:30:00.000Z', 'a mail'],
      ['gdpr-33-1', '2026-11-25T08:30:00.000Z', 'a mail'],
      ['nis2-notification', '2026-11-25T08:30:00.000Z', 'a mail'],
    ]);
  });

  test('rest in no file in clear', () => {
    set({ what: 'the telephone of Mrs Example' });
    for (const path of filesUnder(home.path))
      expect(readFileSync(path, 'latin1')).not.toMatch(/telephone|Mrs Example|a backup|spring leak|a mail/u);
  });
});

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('clocks', () => {
  test('move with awareness, but not those that somebody started', () => {
    start({ rule: 'dora-initial' });
    const later = '2026-11-22T12:00:00.000Z';
    set({ aware: { ...aware, at: later } }, 'it was another mail');
    const { clocks } = caseState(readEvents(record));
    expect(clocks.map(({ id, startedAt, why }) => [id, startedAt, why])).toEqual([
      ['gdpr-33-1', later, 'it was another mail'],
      ['nis2-early-warning', later, 'it was another mail'],
      ['nis2-notification', later, 'it was another mail'],
      ['dora-initial', aware.at, 'said so'],
    ]);
  });

  test('of a law that does not apply any more are stopped; those of another begin', () => {
    set({ regimes: ['gdpr', 'eprivacy'] });
    expect(states()).toEqual({
      'gdpr-33-1': 'running',
      'nis2-early-warning': 'stopped',
      'nis2-notification': 'stopped',
      'eprivacy-authority': 'missed',
    });
    set({ role: 'processor' });
    expect(states()).toMatchObject({ 'gdpr-33-1': 'stopped', 'gdpr-33-2': 'running' });
  });

  test('that were stopped stay so when awareness moves', () => {
    stopClock(home, record, 'gdpr-33-1', 'no risk', by);
    set({ aware: { ...aware, at: '2026-11-22T12:00:00.000Z' } });
    expect(states()['gdpr-33-1']).toBe('stopped');
  });

  test('begin when the duty before is done, and move with it', () => {
    const meet = (at: string) =>
      meetClock(home, record, { id: 'nis2-notification', at, reference: 'N-1' }, by);
    expect(meet('2026-11-23T09:00:00.000Z')).toEqual(['nis2-final']);
    expect(meet('2026-11-23T10:00:00.000Z')).toEqual(['nis2-final']);
    const final = page().deadlines.find(({ id }) => id === 'nis2-final');
    expect(final).toMatchObject({ dueAt: '2026-12-23T10:00:00.000Z', state: 'running' });
  });

  test('of contracts are one for each partner, and begin anew for the same', () => {
    const contract = (partner: string) => start({ rule: 'contract', for: partner, within: { hours: 24 } });
    expect(['ING', 'Comdirect', 'ING'].map(contract)).toEqual(['contract:1', 'contract:2', 'contract:1']);
  });

  test.each<[string, () => void, string]>([
    ['of no rule', () => start({ rule: 'gdpr-99' }), 'no such rule'],
    ['of a contract without a period', () => start({ rule: 'contract' }), 'how long the clock runs'],
    ['with a period of its own', () => start({ rule: 'gdpr-34', within: { days: 1 } }), 'is in the rule'],
    [
      'from before the law',
      () => start({ rule: 'gdpr-34', startedAt: '2018-05-24T12:00:00.000Z' }),
      'not in force on 2018-05-24',
    ],
    ['that is not there', () => stopClock(home, record, 'gdpr-34', 'x', by), 'no such clock'],
    [
      'that began later',
      () =>
        void meetClock(
          home,
          record,
          { id: 'gdpr-33-1', at: '2026-11-22T08:29:00.000Z', reference: null },
          by,
        ),
      'before its clock began',
    ],
  ])('%s are refused, and nothing is written', (_, attempt, reason) => {
    const before = readEvents(record).length;
    expect(attempt).toThrow(reason);
    expect(readEvents(record)).toHaveLength(before);
  });
});

test('notes, contacts and another name', () => {
  addNote(home, record, 'called the processor', by);
  const contact = { name: 'Jean Exemple', role: 'DPO', organisation: null, email: null, phone: null };
  setContact(home, record, contact, by);
  expect(renameTo(home, record, 'autumn leak', null, by)).toBe(true);
  expect(page()).toMatchObject({
    name: 'autumn leak',
    notes: [{ text: 'called the processor', who: 'ada' }],
    contacts: [contact],
  });
  expect(findCase(home, 'spring leak')).toBeNull();
  expect(removeContact(home, record, 'Jean Exemple', by)).toBe(true);
  expect(removeContact(home, record, 'Jean Exemple', by)).toBe(false);
});

test('the name of another case is refused', () => {
  openCaseOf(home, 'autumn leak', {}, by);
  expect(() => renameTo(home, record, 'autumn leak', null, by)).toThrow(
    'there is a case of this name already',
  );
  expect(page().name).toBe('spring leak');
});

describe('the register of incidents', () => {
  test('has the case as it is, with nobody in it, and keeps it when the case is gone', () => {
    addNote(home, record, 'called Mrs Example', by);
    set({ effects: 'letters may be forged', destroyAfter: '2026-11-22' });
    expect(closeOrReopen(home, record, 'case.close', 'handed over', by)).toBe(true);
    expect(closeOrReopen(home, record, 'case.close', 'handed over', by)).toBe(false);
    const [incident] = listIncidents(home);
    expect(incident).toMatchObject({ state: 'closed', effects: 'letters may be forged', people: null });
    expect(JSON.stringify(incident)).not.toContain('Mrs Example');
    writeFileSync(join(record.folder, 'case.json'), 'damaged');
    expect(listIncidents(home)).toEqual([incident]);
  });

  test('a case is due for destruction when its last day is over where it is', () => {
    set({ destroyAfter: '2026-11-22', zone: 'Pacific/Auckland' });
    const isDue = (at: string) => retainedCases(home, new Date(at))[0]?.isDue;
    expect(isDue('2026-11-22T10:59:00Z')).toBe(false);
    expect(isDue('2026-11-22T11:00:00Z')).toBe(true);
    set({ destroyAfter: null });
    expect(retainedCases(home, by.now)).toEqual([]);
  });
});
