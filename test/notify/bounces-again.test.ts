/*
 * What came back decides how people are reached by a later plan: an address that bounced is not written to again, and
 * nobody who complained gets a further mail.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMailSink } from '../../src/notify/mail-sink.fixture.ts';
import { arfFor, dsnFor, mboxOf } from '../../src/notify/returns/returned-mails.fixture.ts';
import { findCase, openHome } from '../../src/store/index.ts';
import { openNotices } from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { approvedPlan, examined, openNoticeCase } from './notify.fixture.ts';

const folder = scratchFolder();

const people = Array.from({ length: 6 }, (_, i) => ({
  email: `dana.${i}@mail.example.org`,
  name: `Dana${'abcdef'[i]!} Example`,
}));

test('a later plan writes to no address that bounced, and to nobody who complained', async () => {
  const opened = openNoticeCase(folder);
  const before = people.map(({ email, name }) => `${email},${name}`);
  writeFileSync(join(folder, 'first.csv'), `email,full_name\n${before.join('\n')}\n`);
  await examined(opened, 'first.csv');
  await approvedPlan(opened);
  await using sink = await startMailSink();
  const sent = await opened.run('notify', 'send', opened.id, '--smtp', sink.url);
  expect([sent.exit, sink.mails.length]).toEqual([0, people.length]);
  const idOf = (of: number) => sink.mails.find(({ to }) => to[0] === people[of]!.email)!.messageId;
  const returned = [dsnFor(idOf(0), people[0]!.email, '5.1.1'), arfFor(idOf(1), people[1]!.email)];
  writeFileSync(join(folder, 'returned.mbox'), mboxOf(returned));
  expect(await opened.json('notify', 'bounces', opened.id, '--mailbox', 'returned.mbox')).toMatchObject({
    bounced: 1,
    complaints: 1,
    unreachable: 1,
    notOurs: 0,
  });
  // the files hold more of everybody, so that everybody is to be told again
  const more = people.map(({ email }, i) => `${email},199${i}-02-03`);
  writeFileSync(join(folder, 'second.csv'), `email,date_of_birth\n${more.join('\n')}\n`);
  await examined(opened, 'second.csv');
  const plan = await opened.json('notify', 'plan', opened.id);
  expect(plan['channels']).toMatchObject({ email: 4, none: 2 });
  using notices = openNotices(findCase(openHome(opened.home), opened.id)!);
  const channels = notices.db
    .prepare('SELECT email, channels FROM recipient WHERE plan = (SELECT max(plan) FROM plan)')
    .raw()
    .all() as [string, string][];
  expect(Object.fromEntries(channels)).toEqual(
    Object.fromEntries(people.map(({ email }, i) => [email, i < 2 ? '' : 'e'])),
  );
});
