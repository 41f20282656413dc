import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCustody } from '../../../custody/index.ts';
import {
  hashOfText,
  hashOfTexts,
  noNoticeFacts,
  type NoticeContent,
  type NoticeFacts,
  renderNotice,
} from '../../../notify/index.ts';
import { addUser } from '../../../register/index.ts';
import { type CaseRecord, type InstanceHome, openCase, openHome } from '../../../store/index.ts';
import { approvalsOf, currentPlan, openNotices } from '../../../store/notices/index.ts';
import { madeUpPlan } from '../../../store/notices/made-up-plan.fixture.ts';
import { approvedPlan } from '../approved-plan.ts';
import { approveNotices } from './approve-notices.ts';
import { showNotices } from './show-notices.ts';

let folder: string;
let home: InstanceHome;
let record: CaseRecord;
const owner = { who: 'ada', role: 'owner' as const };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-approve-'));
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, new Date('2026-11-23T10:00:00Z'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const facts: NoticeFacts = {
  ...noNoticeFacts,
  organisation: 'Example Jobs',
  sender: { name: null, address: 'notices@jobs.example' },
  contact: { name: null, email: 'dpo@jobs.example', phone: null, post: [] },
};

const contents: NoticeContent[] = ['en', 'fr'].map((language) => ({
  kind: 'first',
  controller: null,
  language,
  audience: 'person',
  relation: 'unknown',
  classes: [{ class: 'Names', kinds: [] }],
  notLost: ['Passwords'],
  before: [],
}));

function plan(said: NoticeFacts = facts, people = 40): void {
  const texts = contents.map((content) => renderNotice(content, said));
  madeUpPlan(record, {
    people,
    texts,
    contents,
    state: 'planned',
    settings: { facts: [{ controller: null, facts: said }] },
    hashOf: (of) => (of.length === 1 ? hashOfText(of[0] as never) : hashOfTexts(of as never)),
  });
}

const approve = (by: string, actor: Parameters<typeof approveNotices>[3] = owner) =>
  approveNotices(home, record, { by, note: null }, actor, () => new Date('2026-11-23T11:00:00Z'));

function ledger(): { state: string; approvals: string[] } {
  using notices = openNotices(record);
  const current = currentPlan(notices.db)!;
  return { state: current.state, approvals: approvalsOf(notices.db, current.plan).map(({ who }) => who) };
}

test('two names approve, and only then may anything be sent', () => {
  plan();
  const first = approve('Ada Lovelace');
  expect(first).toMatchObject({ state: 'planned', missing: 1, variants: 2, people: 40, faults: [] });
  {
    using notices = openNotices(record);
    expect(() => approvedPlan(notices, record.case)).toThrowError(
      expect.objectContaining({ code: 'NOTICES_NOT_APPROVED' }),
    );
  }
  const second = approve('Grace Hopper');
  expect(second).toMatchObject({ state: 'approved', missing: 0, sha256: first.sha256 });
  using notices = openNotices(record);
  expect(approvedPlan(notices, record.case).variants).toHaveLength(2);
  expect(() => approve('Third Person')).toThrowError(expect.objectContaining({ code: 'NOTICES_APPROVED' }));
});

test.each(['Ada Lovelace', ' ada  LOVELACE ', 'Ａda Lovelace', 'Ada\u00a0Lovelace', 'Adá. Lоvelace'])(
  'the same name does not approve twice, however it is written: %j',
  (again) => {
    plan();
    approve('Ada Lovelace');
    expect(() => approve(again)).toThrowError(expect.objectContaining({ code: 'NOTICES_SAME_NAME' }));
    expect(ledger()).toEqual({ state: 'planned', approvals: ['Ada Lovelace'] });
  },
);

test.each(['', '  ', '...', 'a\u0007b', 'x'.repeat(101), 'a\u202eb'])('is no name: %j', (by) => {
  plan();
  expect(() => approve(by)).toThrowError(expect.objectContaining({ code: 'USAGE' }));
});

test('texts with faults are refused, with the variant and the sentence, and nothing changes', () => {
  const event = { en: 'Your data may have been taken. Click here.' };
  plan({ ...facts, event });
  const refused = approve('Ada Lovelace');
  expect(refused.state).toBe('refused');
  expect(refused.faults).toMatchObject([
    { rule: 'hedged', place: 'event', sentence: 'Your data may have been taken.', variants: [1], people: 20 },
    { rule: 'click', place: 'event', sentence: 'Click here.', variants: [1] },
  ]);
  expect(ledger()).toEqual({ state: 'planned', approvals: [] });
});

test('each approval is in the custody log with the hash of the texts; a refusal too', () => {
  plan({ ...facts, event: { en: 'Your data may have been taken.' } });
  approve('Ada Lovelace');
  plan();
  approve('Ada Lovelace');
  const { sha256 } = approve('Grace Hopper');
  const entries = [...listCustody(home, () => null)].filter(({ what }) => what === 'notify.approve');
  expect(entries).toMatchObject([
    { result: 'refused', who: 'ada', counts: { faults: 1 } },
    { result: 'done', counts: { approvals: 1, approved: 0 }, hashes: { texts: sha256 } },
    { result: 'done', counts: { approvals: 2, approved: 1 }, hashes: { texts: sha256 } },
  ]);
});

test('a new plan asks for new approvals', () => {
  plan();
  approve('Ada Lovelace');
  plan();
  expect(ledger()).toEqual({ state: 'planned', approvals: [] });
  expect(approve('Ada Lovelace').missing).toBe(1);
});

test('texts that were changed after they were planned are not approved', () => {
  plan();
  {
    using notices = openNotices(record);
    notices.db.prepare("UPDATE variant SET texts = replace(texts, 'Example Jobs', 'Example Bank')").run();
  }
  expect(() => approve('Ada Lovelace')).toThrowError(expect.objectContaining({ code: 'CASE_DAMAGED' }));
});

test('where there are users, each approves in his own proven name, an owner too', () => {
  plan();
  const now = new Date();
  for (const [name, role] of [
    ['olga', 'owner'],
    ['rosa', 'responder'],
    ['remy', 'responder'],
    ['reader', 'reader'],
  ] as const)
    addUser(home, { name, role, addedBy: 'test', now });
  const rosa = { who: 'rosa', role: 'responder' as const };
  const olga = { who: 'olga', role: 'owner' as const };
  const notAllowed = expect.objectContaining({ code: 'NOT_ALLOWED' }) as Error;
  for (const name of ['nobody', 'reader', 'remy', 'rosa'])
    expect(() => approve(name, olga)).toThrowError(notAllowed);
  expect(() => approve('remy', rosa)).toThrowError(notAllowed);
  expect(() => approve('reader', { who: 'reader', role: 'reader' })).toThrowError(notAllowed);
  expect(ledger().approvals).toEqual([]);
  expect(approve('Rosa', rosa).approvals).toMatchObject([{ who: 'rosa' }]);
  expect(() => approve('rosa', rosa)).toThrowError(expect.objectContaining({ code: 'NOTICES_SAME_NAME' }));
  expect(approve('olga', olga).state).toBe('approved');
  expect(ledger().approvals.toSorted()).toEqual(['olga', 'rosa']);
});

test('nothing planned is nothing to approve or to show', () => {
  const none = expect.objectContaining({ code: 'NOTICES_NONE' }) as unknown as Error;
  expect(() => approve('Ada Lovelace')).toThrowError(none);
  expect(() => showNotices(record)).toThrowError(none);
});

test('what is shown is what is approved: texts, counts, approvals, what is to be looked at', () => {
  plan();
  const { sha256 } = approve('Ada Lovelace');
  const shown = showNotices(record);
  expect(shown).toMatchObject({ state: 'planned', sha256, approvals: [{ who: 'Ada Lovelace' }], faults: [] });
  expect(shown.variants.map(({ language, people, text }) => [language, people, text.language])).toEqual([
    ['en', 20, 'en'],
    ['fr', 20, 'fr'],
  ]);
  expect(shown.warnings.map(({ what }) => what)).toContainEqual(expect.stringContaining('what happened'));
  expect(showNotices(record, { variant: 2 }).variants).toHaveLength(1);
  expect(() => showNotices(record, { variant: 9 })).toThrowError(expect.objectContaining({ code: 'USAGE' }));
});
