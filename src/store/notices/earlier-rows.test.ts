import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCase, openHome } from '../index.ts';
import { readEarlier } from './earlier-rows.ts';
import { madeUpPlan } from './made-up-plan.fixture.ts';
import { openNotices } from './open-notices.ts';
import { changeSends } from './send-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-earlier-'));
const home = openHome(join(folder, 'home'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a text message tells, and names nothing; a call, a letter and a mail do both', () => {
  const record = openCase(home, null, new Date());
  const channels = ['e', 'l', 's', 'c', 'es'];
  madeUpPlan(record, { people: 6, channels: [...channels, 'e'] });
  using notices = openNotices(record);
  const sends = notices.db.prepare('SELECT send, recipient FROM send ORDER BY send').all() as {
    send: number;
    recipient: number;
  }[];
  changeSends(notices.db, ({ move }) => {
    for (const { send, recipient } of sends) {
      // of the last nothing is sent
      if (recipient === 6) continue;
      move({ send, what: 'leased', at: 1 });
      move({ send, what: 'handed', at: 2 });
      // the mail of the fifth came back, and his text message takes its place
      if (recipient === 5) move({ send, what: 'bounced', at: 3 });
    }
  });
  const next = notices.db
    .prepare("SELECT send FROM send WHERE recipient = 5 AND channel = 's'")
    .pluck()
    .get();
  changeSends(notices.db, ({ move }) => {
    move({ send: next as number, what: 'leased', at: 4 });
    move({ send: next as number, what: 'handed', at: 5 });
  });
  const { isTold, isNamed } = readEarlier(notices.db);
  expect([...isTold.subarray(1)]).toEqual([1, 1, 1, 1, 1, 0]);
  expect([...isNamed.subarray(1)]).toEqual([1, 1, 0, 1, 0, 0]);
});
