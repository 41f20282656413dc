import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCase, openHome } from '../../../store/index.ts';
import { eventsOf, openNotices } from '../../../store/notices/index.ts';
import { madeUpPlan } from '../../../store/notices/made-up-plan.fixture.ts';
import { createGroupCommit } from './group-commit.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-commit-'));
const home = openHome(join(folder, 'home'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const full = `CREATE TEMP TRIGGER full BEFORE INSERT ON event
  BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`;
const notWritable = { code: 'HOME_NOT_WRITABLE' };

function begun(people: number) {
  const record = openCase(home, null, new Date());
  madeUpPlan(record, { people, channels: ['e'] });
  const notices = openNotices(record);
  let failures = 0;
  const commit = createGroupCommit(notices.db, { now: () => 1, onFailed: () => failures++ });
  const answered = (send: number) =>
    new Promise<void>((resolve) =>
      commit.tell({ send, what: 'handed', at: 1, connection: 0 }, { onMoved: () => resolve() }),
    );
  const eventNames = (send: number) => eventsOf(notices.db, send).map(({ what }) => what);
  return { db: notices.db, commit, answered, eventNames, failures: () => failures, notices };
}

test('after an answer that could not be entered nothing goes out, and everybody who waits is told', async () => {
  const { db, commit, answered, eventNames, failures, notices } = begun(4);
  using _notices = notices;
  expect(await Promise.all([commit.lease(1, 0), commit.lease(2, 1)])).toEqual([true, true]);
  db.exec(full);
  void answered(1);
  // in the same turn, and in one after it
  await expect(commit.lease(3, 0)).rejects.toMatchObject(notWritable);
  expect(failures()).toBe(1);
  db.exec('DROP TRIGGER full');
  await expect(commit.lease(4, 0)).rejects.toMatchObject(notWritable);
  // a mail that was on its way is known to have arrived
  await answered(2);
  await expect(commit.settled()).rejects.toMatchObject(notWritable);
  expect([1, 2, 3, 4].map(eventNames)).toEqual([['leased'], ['leased', 'handed'], [], []]);
  expect(failures()).toBe(1);
});

test('a fault of whoever is told ends it too, and what else came in that turn is entered', async () => {
  const { commit, answered, eventNames, notices } = begun(3);
  using _notices = notices;
  await Promise.all([commit.lease(1, 0), commit.lease(2, 1)]);
  const fault = new Error('no more');
  const onMoved = () => {
    throw fault;
  };
  commit.tell({ send: 1, what: 'handed', at: 1, connection: 0 }, { onMoved });
  const [, leased] = await Promise.allSettled([answered(2), commit.lease(3, 0)]);
  expect(leased).toEqual({ status: 'rejected', reason: fault });
  await expect(commit.settled()).rejects.toBe(fault);
  expect([1, 2].map(eventNames)).toEqual([
    ['leased', 'handed'],
    ['leased', 'handed'],
  ]);
});

test('what follows from an answer is entered with it or not at all, also while another process writes', async () => {
  const { db, commit, eventNames, notices } = begun(1);
  using _notices = notices;
  await commit.lease(1, 0);
  let times = 0;
  const alongside = () => {
    if (++times < 3) throw Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });
    db.exec("INSERT INTO domain (name) VALUES ('alongside.example')");
  };
  await new Promise<void>((resolve) =>
    commit.tell({ send: 1, what: 'handed', at: 1 }, { onMoved: () => resolve(), alongside }),
  );
  await commit.settled();
  expect(eventNames(1)).toEqual(['leased', 'handed']);
  const rows = db.prepare("SELECT name FROM domain WHERE name = 'alongside.example'").all();
  expect(rows).toHaveLength(1);
});
