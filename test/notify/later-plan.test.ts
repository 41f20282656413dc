/*
 * What a later plan meets that a stopped or a running command has left of an earlier one: letters begun, lists in use, texts
 * at a gateway. Nobody is lost by it, and nobody gets the same twice.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNoticeReferences } from '../../src/notify/index.ts';
import {
  approveNotices,
  listCalls,
  makeLetters,
  planNotices,
  reconcileNotices,
  sendNotices,
  takeCallResults,
} from '../../src/pipeline/index.ts';
import { settleStopped } from '../../src/pipeline/notices/again/index.ts';
import { approvedPlan } from '../../src/pipeline/notices/approved-plan.ts';
import { takeBatch } from '../../src/pipeline/notices/letters/batch-steps.ts';
import { createLetterRun } from '../../src/pipeline/notices/letters/letter-run.ts';
import { writeBatch } from '../../src/pipeline/notices/letters/write-batch.ts';
import type { CaseRecord } from '../../src/store/index.ts';
import {
  cameBack,
  changeSends,
  holdSender,
  inOneReading,
  keepLastEvent,
  lastEvent,
  openNotices,
  plannedLetters,
  readEarlier,
  readTally,
  removePlan,
  setPlanState,
  writeControl,
  writeEarlierLinks,
} from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { addMadeUpPlan, madeUpSending } from './made-up-sending.fixture.ts';
import { approvedPlan as approvedByTwo, michaelPageCase } from './notify.fixture.ts';

const folder = scratchFolder();
let cases = 0;

function sending(people: number, channels: string[]) {
  const own = join(folder, String(cases++));
  mkdirSync(own);
  return { ...madeUpSending(join(own, 'home'), { people, channels }), own, people, channels };
}

type Sending = ReturnType<typeof sending>;

/** For the same people, who were not told when it was made; `isLinked`: it tells them. */
function planAgain({ record, people, channels }: Sending, isLinked = true): number {
  const plan = addMadeUpPlan(record, { people: isLinked ? people : 0, channels, state: 'planned' });
  using notices = openNotices(record);
  const links = writeEarlierLinks(notices.db);
  if (isLinked) for (let i = 1; i <= people; i++) links.add(people + i, [i]);
  links.end();
  keepLastEvent(notices.db, plan, lastEvent(notices.db));
  return plan;
}

function approve({ home, record }: Sending) {
  const by = (name: string) =>
    approveNotices(home, record, { by: name, note: null }, { who: 'Ada', role: 'owner' });
  by('Ada Example');
  return by('Bert Example');
}

function states(record: CaseRecord): Record<string, number> {
  using notices = openNotices(record);
  const rows = notices.db
    .prepare('SELECT plan, channel, state, count(*) AS count FROM send GROUP BY 1, 2, 3')
    .all() as { plan: number; channel: string; state: string; count: number }[];
  return Object.fromEntries(
    rows.map(({ plan, channel, state, count }) => [`${plan} ${channel} ${state}`, count]),
  );
}

const request = (out: string) => ({
  out,
  batch: 500,
  country: null,
  window: null,
  isLarge: false,
  postedIn: null,
  recipient: null,
  again: null,
});

const letters = ({ home, record }: Sending, out: string, now: () => number = Date.now) =>
  makeLetters(home, record, request(out), { who: 'tester', now });

/** As a run that is killed leaves it: leased, and perhaps written. */
async function stopLetters({ record }: Sending, out: string, isWritten: boolean): Promise<string> {
  mkdirSync(out, { recursive: true });
  using notices = openNotices(record);
  const { db, secret } = notices;
  const { plan, variants } = approvedPlan(notices, record.case);
  const references = createNoticeReferences(secret);
  const run = createLetterRun({ db, plan, variants, recipients: [], now: Date.now, out, references });
  const look = {
    country: 'FR',
    postedIn: 'FR',
    window: 'fr' as const,
    isLarge: false,
    at: new Date().toISOString(),
  };
  const taken = takeBatch(run, [...plannedLetters(db, plan.plan, null).sends], look)!;
  const { name } = taken.batch;
  if (isWritten) await writeBatch(taken.letters, { folder: out, name, recipients: [] });
  else writeFileSync(join(out, `.${name}.pdf.0.partial`), 'half a letter');
  return `${name}.pdf`;
}

test('no number of what a removed plan had is given to anybody else', () => {
  const { record, plan } = sending(3, ['e']);
  const numbers = () => {
    using notices = openNotices(record);
    return ['plan', 'variant', 'recipient', 'send'].map(
      (of) => new Set(notices.db.prepare(`SELECT ${of} FROM ${of}`).pluck().all()),
    );
  };
  const before = numbers();
  {
    using notices = openNotices(record);
    removePlan(notices.db, plan);
  }
  addMadeUpPlan(record, { people: 3 });
  for (const [i, after] of numbers().entries()) {
    expect(after.size).toBe(before[i]!.size);
    expect(after.intersection(before[i]!).size).toBe(0);
  }
});

test.each(['sending', 'listing', 'letters'] as const)(
  'while somebody is %s, nobody plans anew or approves, and it is said who it is',
  async (kind) => {
    const { home, record } = sending(2, ['l']);
    using notices = openNotices(record);
    setPlanState(notices.db, 1, 'planned');
    using _held = holdSender(record, notices.db, { who: 'Grace', now: new Date(), kind });
    const running = { code: 'SENDER_RUNNING', message: expect.stringContaining('Grace') };
    const by = { who: 'Ada', role: 'owner' } as const;
    expect(() => approveNotices(home, record, { by: 'Ada', note: null }, by)).toThrowError(
      expect.objectContaining(running),
    );
    await expect(planNotices(home, record, {} as never, { who: 'Ada' })).rejects.toMatchObject(running);
  },
);

test('a plan that is replaced just before the lock is taken is not sent', async () => {
  const given = sending(2, ['l']);
  const { home, record, own } = given;
  let isReplaced = false;
  const now = () => {
    if (!isReplaced) {
      isReplaced = true;
      using notices = openNotices(record);
      removePlan(notices.db, 1);
      addMadeUpPlan(record, { people: 2, channels: ['l'], state: 'planned' });
    }
    return Date.now();
  };
  await expect(letters(given, join(own, 'out'), now)).rejects.toMatchObject({ code: 'NOTICES_NOT_APPROVED' });
  expect(existsSync(join(own, 'out'))).toBe(false);
  const mails = sending(2, ['e']);
  isReplaced = false;
  const replace = () => {
    if (!isReplaced) {
      isReplaced = true;
      using notices = openNotices(mails.record);
      removePlan(notices.db, 1);
      addMadeUpPlan(mails.record, { people: 2, state: 'planned' });
    }
    return Date.now();
  };
  const sent = sendNotices(home, mails.record, {} as never, { who: 'tester', now: replace });
  await expect(sent).rejects.toMatchObject({ code: 'NOTICES_NOT_APPROVED' });
});

test('letters that were begun and not written are in the later plan alone', async () => {
  const given = sending(5, ['l']);
  const out = join(given.own, 'out');
  await stopLetters(given, out, false);
  planAgain(given);
  expect(approve(given)).toMatchObject({ state: 'approved', superseded: 5 });
  expect(readdirSync(out)).toEqual([]);
  expect(await letters(given, out)).toMatchObject({ letters: 5, ended: 0 });
  expect(states(given.record)).toEqual({ '1 l superseded': 5, '2 l handed': 5 });
  expect(await reconcileNotices(given.record)).toMatchObject({ consistent: true });
});

test('a file of letters that a stopped run wrote has to be ended or deleted before another plan', async () => {
  const given = sending(5, ['l']);
  const { home, record, own } = given;
  const out = join(own, 'out');
  const file = await stopLetters(given, out, true);
  const unfinished = {
    code: 'LETTERS_UNFINISHED',
    message: expect.stringContaining(out),
    hint: expect.stringContaining(file),
  };
  await expect(planNotices(home, record, {} as never, { who: 'Ada' })).rejects.toMatchObject(unfinished);
  planAgain(given);
  expect(() => approve(given)).toThrowError(expect.objectContaining(unfinished));
  expect(states(record)).toEqual({ '1 l leased': 5, '2 l planned': 5 });
  for (const name of readdirSync(out)) rmSync(join(out, name));
  expect(approve(given)).toMatchObject({ state: 'approved', superseded: 5 });
});

test('a batch that was begun in one folder is not written to another one', async () => {
  const given = sending(5, ['l']);
  const [one, other] = [join(given.own, 'one'), join(given.own, 'other')];
  const file = await stopLetters(given, one, true);
  await expect(letters(given, other)).rejects.toMatchObject({
    code: 'LETTERS_UNFINISHED',
    message: expect.stringContaining(one),
  });
  expect(existsSync(other)).toBe(false);
  // the stopped run was to seal it: it does not stay beside the one that is not
  writeFileSync(join(one, `${file}.age`), 'sealed');
  expect(await letters(given, one)).toMatchObject({ letters: 5, ended: 1 });
  expect(readdirSync(one).filter((name) => name.includes('.pdf'))).toEqual([file]);
});

const withResults = (path: string, result: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/,\r\n/gu, `,${result}\r\n`));

const calls = ({ home, record }: Sending, out: string, isAgain = false) =>
  listCalls(home, record, { out, recipient: null, who: 'tester', isAgain });

test('a list of calls stays in use when a later plan is approved, and who is reached is told', async () => {
  const given = sending(4, ['c']);
  const { home, record, own } = given;
  const list = join(own, 'calls.csv');
  await calls(given, list);
  {
    using notices = openNotices(record);
    const { isTold, isCalled } = inOneReading(notices.db, () => readEarlier(notices.db));
    expect([isTold, isCalled].map((of) => [...of])).toEqual([
      [0, 0, 0, 0, 0],
      [0, 1, 1, 1, 1],
    ]);
  }
  const plan = planAgain(given, false);
  expect(approve(given)).toMatchObject({ state: 'approved', superseded: 0 });
  expect(states(record)).toEqual({ '1 c leased': 4 });
  const open = () => {
    using notices = openNotices(record);
    return cameBack(notices.db, plan);
  };
  expect(open()).toBe(4);
  expect(await calls(given, join(own, 'second.csv'))).toMatchObject({ sends: 0 });
  withResults(list, 'reached');
  expect(takeCallResults(home, record, { file: list, who: 'tester' })).toMatchObject({
    reached: 4,
    known: 0,
    late: 0,
  });
  expect(open()).toBe(0);
  expect(await reconcileNotices(record)).toMatchObject({ consistent: true });
});

test(
  'planned once more, nobody is listed again who is in a list of calls, and he is open until he is called',
  { timeout: 120_000 },
  async () => {
    const own = join(folder, 'page');
    mkdirSync(own);
    const opened = await michaelPageCase(own, { people: 40 });
    const first = await approvedByTwo(opened, '--channels', 'call');
    const { sends } = await opened.json('notify', 'calls', opened.id, '--out', 'calls.csv');
    expect(sends).toBeGreaterThan(5);
    const second = await approvedByTwo(opened, '--channels', 'call');
    expect(second['notTold']).toEqual([{ reason: 'told-before', people: sends }]);
    expect(await opened.json('notify', 'calls', opened.id, '--out', 'more.csv')).toMatchObject({ sends: 0 });
    const { people } = await opened.json('notify', 'status', opened.id);
    expect(people).toMatchObject({ told: 0, open: sends, unreachable: first['people'] - sends });
  },
);

test('calls of an earlier plan whose list is not used any more are open again', async () => {
  const given = sending(4, ['c']);
  await calls(given, join(given.own, 'calls.csv'));
  const plan = planAgain(given, false);
  approve(given);
  await calls(given, join(given.own, 'second.csv'), true);
  expect(states(given.record)).toEqual({ '1 c planned': 4 });
  using notices = openNotices(given.record);
  expect(cameBack(notices.db, plan)).toBe(4);
});

test('who is reached by a call that a later plan has taken the place of is told, and counted apart', async () => {
  const given = sending(4, ['c']);
  const { home, record, own } = given;
  const list = join(own, 'calls.csv');
  await calls(given, list);
  const again = join(own, 'again.csv');
  writeFileSync(again, readFileSync(list));
  withResults(list, 'no answer');
  takeCallResults(home, record, { file: list, who: 'tester' });
  planAgain(given);
  expect(approve(given)).toMatchObject({ superseded: 4 });
  expect(takeCallResults(home, record, { file: list, who: 'tester' })).toMatchObject({
    replaced: 4,
    late: 0,
  });
  withResults(again, 'reached');
  const taken = takeCallResults(home, record, { file: again, who: 'tester' });
  expect(taken).toMatchObject({ late: 4, reached: 0, known: 0 });
  using notices = openNotices(record);
  expect(readTally(notices.db, 1)).toContainEqual(
    expect.objectContaining({ what: 'people', state: 'told', count: 4 }),
  );
});

test('texts that a gateway had when a run was killed may have been sent twice, and reconcile says so', async () => {
  const given = sending(3, ['s']);
  {
    using notices = openNotices(given.record);
    changeSends(notices.db, ({ move }) => {
      for (const send of [1, 2, 3]) move({ send, what: 'leased', at: Date.now(), connection: send });
    });
  }
  planAgain(given);
  expect(approve(given)).toMatchObject({ superseded: 3 });
  expect((await reconcileNotices(given.record)).duplicates.possible).toBe(3);
});

test('a list that was whole when its run was killed is handed over before another plan takes its place', async () => {
  const given = sending(3, ['s']);
  const path = join(given.own, 'texts.csv');
  {
    using notices = openNotices(given.record);
    writeControl(notices.db, 'list s', { path, plan: 1, event: lastEvent(notices.db), isHandedOver: true });
    changeSends(notices.db, ({ move }) => {
      for (const send of [1, 2, 3]) move({ send, what: 'leased', at: Date.now() });
    });
  }
  writeFileSync(path, 'number,text,reference,language\r\n');
  planAgain(given);
  expect(() => approve(given)).toThrowError(expect.objectContaining({ code: 'NOTICES_STALE' }));
  {
    using notices = openNotices(given.record);
    settleStopped(given.record, notices.db, new Date());
  }
  expect(states(given.record)).toMatchObject({ '1 s handed': 3 });
});
