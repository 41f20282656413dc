import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reconcileNotices } from '../../src/pipeline/index.ts';
import type { CaseRecord } from '../../src/store/index.ts';
import { changeSends, createSendTokens, openNotices } from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madeUpSending } from './made-up-sending.fixture.ts';

const folder = scratchFolder();
let homes = 0;

/** Six people: 1 and 2 told by mail, 3 refused and now by letter, 4 leased, 5 planned, 6 without contact. */
function begun(): CaseRecord {
  const channels = ['e', 'e', 'el', 'e', 'e', ''];
  const { record } = madeUpSending(join(folder, `home-${homes++}`), { people: 6, channels });
  using notices = openNotices(record);
  changeSends(notices.db, ({ move }) => {
    for (const send of [1, 2, 3, 4]) move({ send, what: 'leased', at: send, connection: send });
    for (const send of [1, 2]) move({ send, what: 'handed', at: 10, connection: send, code: '250' });
    move({ send: 3, what: 'refused', at: 11, connection: 3, code: '550 5.1.1' });
  });
  return record;
}

function damage(record: CaseRecord, sql: string): void {
  using notices = openNotices(record);
  notices.db.exec(sql);
}

test('whoever is told, open, or reached by nothing is accounted for, and what is left without an answer is said', async () => {
  const account = await reconcileNotices(begun());
  expect(account).toMatchObject({
    people: 6,
    told: 2,
    open: 3,
    unreachable: 1,
    lost: 0,
    consistent: true,
    faults: [],
    duplicates: { possible: 1, perConnection: 1 },
    byState: { handed: 2, bounced: 1, leased: 1, planned: 2 },
    sink: null,
  });
  expect(account.duplicates.sends).toHaveLength(1);
});

test.each([
  ['state', "UPDATE send SET state = 'handed' WHERE send = 5"],
  ['state', "DELETE FROM event WHERE send = 1 AND what = 'handed'"],
  ['attempts', 'UPDATE send SET attempts = 2 WHERE send = 1'],
  ['stray', 'DELETE FROM send WHERE send = 1'],
  ['open', 'DELETE FROM send WHERE send = 5'],
  ['standing', "UPDATE recipient SET state = 'told' WHERE recipient = 5"],
  ['reason', 'UPDATE recipient SET why = NULL WHERE recipient = 6'],
  ['counts', "UPDATE tally SET count = count + 1 WHERE what = 'people' AND state = 'told'"],
  ['people', 'UPDATE plan SET counts = \'{"people":7}\''],
  ['twice', "INSERT INTO send (plan, recipient, channel, state, due_at) VALUES (1, 5, 'l', 'planned', 0)"],
])('a fault of the sort %s is found: %s', async (what, sql) => {
  const record = begun();
  damage(record, sql);
  const account = await reconcileNotices(record);
  expect(account.consistent).toBe(false);
  expect(account.faults.map((fault) => fault.what)).toContain(what);
});

test('a person for whom nothing is planned any more is lost', async () => {
  const record = begun();
  damage(record, 'DELETE FROM send WHERE send = 5');
  expect((await reconcileNotices(record)).lost).toBe(1);
});

test('two mails of one connection without an answer at one time break the bound', async () => {
  const record = begun();
  using notices = openNotices(record);
  changeSends(notices.db, ({ move }) => move({ send: 5, what: 'leased', at: 12, connection: 4 }));
  const account = await reconcileNotices(record);
  expect(account.duplicates).toMatchObject({ possible: 2, perConnection: 2 });
  expect(account.faults.map(({ what }) => what)).toEqual(['connection']);
});

interface SinkCase {
  how: string;
  /** Of the sends 1, 2 and 4. */
  lines: (ids: string[]) => string[];
}

const sinks: SinkCase[] = [
  { how: 'Message-IDs, one a line', lines: (ids) => ids },
  {
    how: 'a log of Postfix',
    lines: (ids) =>
      ids.flatMap((id) => [
        `Nov 23 10:00:00 mx postfix/cleanup[1]: 4A1: message-id=${id}`,
        `Nov 23 10:00:00 mx postfix/smtp[2]: 4A1: to=<ada@example.org>, status=sent (250 2.0.0 ok)`,
      ]),
  },
  {
    how: 'an mbox',
    lines: (ids) =>
      ids.flatMap((id) => ['From a Mon Nov 23 10:00:00 2026', `Message-ID: ${id}`, '', 'A text.', '']),
  },
  {
    how: 'a mailbox with folded headers and CRLF',
    lines: (ids) => ids.flatMap((id) => ['Message-ID:\r', ` ${id}\r`, '\r', 'A text.\r']),
  },
];

async function against(record: CaseRecord, lines: string[]) {
  const path = join(folder, 'sink');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return reconcileNotices(record, { sink: path });
}

function idsOf(record: CaseRecord, sends: number[]): string[] {
  using notices = openNotices(record);
  const { tokenOf } = createSendTokens(notices.secret);
  return sends.map((send) => `<${tokenOf(send)}@conseil.example.org>`);
}

test.each(sinks)('what the mail server took is read from $how', async ({ lines }) => {
  const record = begun();
  const account = await against(record, lines(idsOf(record, [1, 2, 4])));
  expect(account).toMatchObject({
    consistent: true,
    sink: { mails: 3, lost: 0, extra: 0, twice: { count: 0 } },
  });
});

test('a mail that was handed over and is not there is lost; one that is there too often is not explained', async () => {
  const record = begun();
  const [one, two, four, five] = idsOf(record, [1, 2, 4, 5]) as [string, string, string, string];
  const missing = await against(record, [one]);
  expect(missing).toMatchObject({ consistent: false, lost: 1, sink: { lost: 1, extra: 0 } });
  const twice = await against(record, [one, one, two]);
  expect(twice.sink).toMatchObject({ extra: 1, twice: { count: 1, sends: [one] } });
  expect(twice.faults.map(({ what }) => what)).toEqual(['sink extra']);
  // it was leased: once is explained, twice is not
  expect((await against(record, [one, two, four])).consistent).toBe(true);
  expect((await against(record, [one, two, four, four])).sink).toMatchObject({ extra: 1 });
  // it was never leased
  expect((await against(record, [one, two, five])).sink).toMatchObject({ extra: 1 });
});

test('mails of others are counted apart, and a line without an end is cut', async () => {
  const record = begun();
  const others = [`<${'0'.repeat(32)}@conseil.example.org>`, '<other@example.org>', 'x'.repeat(100_000)];
  const account = await against(record, [...idsOf(record, [1, 2]), ...others]);
  expect(account).toMatchObject({ consistent: true, sink: { mails: 2, others: 2 } });
});
