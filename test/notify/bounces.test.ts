/*
 * `tocsin notify bounces` as it is run: what it prints, what stays when it is killed, how much it holds.
 */
import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arfFor, dsnFor, mboxOf } from '../../src/notify/returns/returned-mails.fixture.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import {
  changeSends,
  countedTally,
  createSendTokens,
  openNotices,
  readTally,
} from '../../src/store/notices/index.ts';
import { madeUpPlan } from '../../src/store/notices/made-up-plan.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { runTocsin, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { openNoticeCase } from './notify.fixture.ts';

const folder = scratchFolder();

/** A case whose mails were all handed over, and what names each of them. */
function sentCase(name: string, people: number, channels: string[]) {
  const opened = openNoticeCase(join(folder, name));
  const record = findCase(openHome(opened.home), opened.id)!;
  madeUpPlan(record, { people, channels });
  using notices = openNotices(record);
  changeSends(notices.db, (moves) => {
    for (let send = 1; send <= people; send++)
      for (const what of ['leased', 'handed'] as const) moves.move({ send, what, at: 1 });
  });
  const { tokenOf } = createSendTokens(notices.secret);
  return {
    ...opened,
    record,
    messageId: (send: number) => `<${tokenOf(send)}@sender.example>`,
    address: (send: number) => `ada.${send - 1}@mail${(send - 1) % 20}.example.org`,
  };
}

const masked = (text: string, id: string) => text.replaceAll(id, 'CASE');

test('it says what was in the mailbox, what changes, and what to look at', async () => {
  const sent = sentCase('said', 6, ['el', 'es', 'e']);
  const { messageId, address } = sent;
  const bounced = [1, 2, 3].map((send) => dsnFor(messageId(send), address(send), '5.1.1'));
  const mails = [
    ...bounced,
    arfFor(messageId(4), address(4)),
    dsnFor(messageId(5), address(5), '5.2.2'),
    dsnFor('<of.another@sender.example>', 'bo@example.org', '5.1.1'),
    'From: bo@example.org\nSubject: is it real?\n\nIs it?\n',
  ];
  writeFileSync(join(sent.folder, 'returned.mbox'), mboxOf(mails));
  const ran = await sent.run('notify', 'bounces', sent.id, '--mailbox', 'returned.mbox');
  expect(ran).toMatchObject({ exit: 0, stderr: '' });
  expect(ran.stdout.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(masked(ran.stdout, sent.id)).toMatchInlineSnapshot(`
    "7 mails in the mailbox
               3  did not reach their reader there
               1  met a full mailbox
               1  were complained about
               1  are about no mail of this case
               1  are not understood

    of those who were written to
               1  will be told by letter instead
               1  will be told by text message instead
               1  cannot be reached any more: they are in the substitute list
               1  get the mail once more
               1  complained: they were told, and get no further mail

    to be looked at
      returned.mbox at byte 13957
        neither a report of a form that is known, nor an automatic answer
    "
  `);
  const again = await sent.json('notify', 'bounces', sent.id, '--mailbox', 'returned.mbox');
  expect(again).toMatchObject({ messages: 7, again: 5, notOurs: 1, unknown: 1 });
  expect(again['places']).toMatchObject([{ file: 'returned.mbox' }]);
  expect((await sent.run('custody', 'list', sent.id)).stdout).toMatch(/notify\.bounces, done/u);
});

test('one mail may come through a pipe', async () => {
  const sent = sentCase('pipe', 2, ['el']);
  const env = { TOCSIN_HOME: sent.home };
  const mail = dsnFor(sent.messageId(2), sent.address(2), '5.1.1');
  for (const input of [`From MAILER-DAEMON Mon Nov 23 09:12:44 2026\n${mail}`, mail]) {
    const ran = await runTocsin(['notify', 'bounces', sent.id, '--mailbox', '-', '--json'], sent.folder, {
      env,
      input,
    });
    expect(ran).toMatchObject({ exit: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toMatchObject({ messages: 1 });
  }
});

test('an address that came back stands nowhere but in the ledger', async () => {
  const sent = sentCase('nowhere', 1, ['el']);
  const reply = `550 5.1.1 <${sent.address(1)}> is unknown here, ask ${sent.address(1).replace('@', '%40')}`;
  const mail = dsnFor(sent.messageId(1), sent.address(1), '5.1.1', { reply });
  writeFileSync(join(sent.folder, 'one.eml'), mail);
  const ran = await sent.run('notify', 'bounces', sent.id, '--mailbox', 'one.eml', '--json');
  expect(ran.stdout).not.toContain('ada.0');
  using notices = openNotices(sent.record);
  const kept = notices.db.prepare('SELECT reply FROM event WHERE reply IS NOT NULL').pluck().all();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toMatch(/ada|@|%40/u);
});

test('killed at any moment, it goes on from there and counts nothing twice', async () => {
  const people = 4_000;
  const sent = sentCase('killed', people, ['el', 'e']);
  const path = join(sent.folder, 'returned.mbox');
  const out = createWriteStream(path);
  for (let send = 1; send <= people; send++) {
    const mail = dsnFor(sent.messageId(send), sent.address(send), send % 10 === 0 ? '2.0.0' : '5.1.1');
    if (!out.write(mboxOf([mail]))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const args = ['notify', 'bounces', sent.id, '--mailbox', path, '--json'];
  const taken = () => {
    using notices = openNotices(sent.record);
    return notices.db.prepare('SELECT count(*) FROM returned').pluck().get() as number;
  };
  let kills = 0;
  for (const most of [1, 900, 2_500]) {
    const { child, ended } = startTocsin(args, sent.folder, { env: { TOCSIN_HOME: sent.home } });
    while (child.exitCode === null && taken() < most) await new Promise((resolve) => setTimeout(resolve, 5));
    kills += child.kill('SIGKILL') ? 1 : 0;
    await ended;
  }
  expect(kills).toBeGreaterThan(0);
  const before = taken();
  const report = await sent.json('notify', 'bounces', sent.id, '--mailbox', path);
  expect(report['again']).toBe(before);
  expect(report['messages']).toBe(people);
  using notices = openNotices(sent.record);
  const states = notices.db
    .prepare(`SELECT channel || ' ' || state AS "what", count(*) AS "count" FROM send GROUP BY 1 ORDER BY 1`)
    .all();
  expect(states).toEqual([
    { what: 'e bounced', count: 3_600 },
    { what: 'e delivered', count: 400 },
    { what: 'l planned', count: 2_000 },
  ]);
  const twice = notices.db
    .prepare(
      `SELECT count(*) FROM (SELECT send FROM event WHERE what = 'bounced' GROUP BY 1 HAVING count(*) > 1)`,
    )
    .pluck()
    .get();
  expect(twice).toBe(0);
  const plan = 1;
  expect(readTally(notices.db, plan)).toEqual(countedTally(notices.db, plan));
});

test('nobody who may not tell people may read what came back', async () => {
  const sent = sentCase('roles', 1, ['e']);
  await sent.run('user', 'add', 'Olga', '--role', 'owner');
  const ran = await sent.run('notify', 'bounces', sent.id, '--mailbox', 'any');
  expect(ran).toMatchObject({ exit: 2, stdout: '' });
  expect(ran.stderr).toContain('this instance has users');
});

test('where nothing was planned, or nothing is at the path, it says what to do', async () => {
  const empty = openNoticeCase(join(folder, 'empty'));
  const none = await empty.run('notify', 'bounces', empty.id, '--mailbox', 'any');
  expect([none.exit, none.stderr]).toEqual([2, expect.stringContaining('nothing is planned')]);
  const sent = sentCase('no-mailbox', 1, ['e']);
  const lost = await sent.run('notify', 'bounces', sent.id, '--mailbox', 'nowhere');
  expect([lost.exit, lost.stderr]).toEqual([2, expect.stringContaining('there is no mailbox')]);
});
