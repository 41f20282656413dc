import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CaseRecord, openCase, openHome } from '../../../store/index.ts';
import {
  changeSends,
  countedTally,
  createSendTokens,
  eventsOf,
  keepLastEvent,
  lastEvent,
  listPauses,
  openNotices,
  readTally,
  type SendEvent,
} from '../../../store/notices/index.ts';
import { madeUpPlan } from '../../../store/notices/made-up-plan.fixture.ts';
import { arfFor, dsnFor, type Feedback, mboxOf } from '../../../notify/returns/returned-mails.fixture.ts';
import type { BounceReport } from './bounce-report.ts';
import { returnSorts } from './bounce-report.ts';
import { takeReturns } from './take-returns.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-returns-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const home = openHome(join(folder, 'home'));
const noon = Date.parse('2026-11-23T12:00:00Z');

let cases = 0;

/** A case whose mails were all handed over. `channels`: of its recipients, in turn. */
function sentCase(people: number, channels = ['el', 'e']) {
  const record = openCase(home, null, new Date());
  const plan = madeUpPlan(record, { people, channels, domains: 2 });
  for (let send = 1; send <= people; send++) happened(record, send, 'leased', 'handed');
  const number = ++cases;
  const read = async (mails: readonly string[], now = noon) => {
    const path = join(folder, `mailbox-${number}`);
    writeFileSync(path, mboxOf(mails));
    const report = await takeReturns(home, record, { mailbox: path, who: 'Alice' }, { now: () => now });
    expectWhole(report);
    return report;
  };
  return { record, plan, read, ...namesOf(record) };
}

function namesOf(record: CaseRecord) {
  using notices = openNotices(record);
  const { tokenOf } = createSendTokens(notices.secret);
  return {
    messageId: (send: number) => `<${tokenOf(send)}@sender.example>`,
    address: (send: number) => `ada.${send - 1}@mail${(send - 1) % 2}.example.org`,
  };
}

function happened(record: CaseRecord, send: number, ...events: SendEvent[]): void {
  using notices = openNotices(record);
  changeSends(notices.db, (moves) => events.forEach((what) => moves.move({ send, what, at: noon })));
}

/** Each mail is counted once; the counts of the ledger are those of its rows. */
function expectWhole(report: BounceReport): void {
  expect(returnSorts.reduce((sum, sort) => sum + report[sort], 0)).toBe(report.messages);
}

function stateOf(record: CaseRecord, plan: number) {
  using notices = openNotices(record);
  expect(readTally(notices.db, plan)).toEqual(countedTally(notices.db, plan));
  const rows = (sql: string) => notices.db.prepare(sql).all() as Record<string, unknown>[];
  return {
    sends: rows('SELECT send, recipient, channel, state FROM send ORDER BY send').map(
      ({ recipient, channel, state }) => `${String(recipient)} ${String(channel)} ${String(state)}`,
    ),
    people: rows('SELECT state FROM recipient ORDER BY recipient').map(({ state }) => state),
    eventsOf: (send: number) => eventsOf(notices.db, send).map(({ what }) => what),
  };
}

test('a bounce takes the next channel, or leaves the person to the substitute notice', async () => {
  const { record, plan, read, messageId, address } = sentCase(3);
  const report = await read([1, 2].map((send) => dsnFor(messageId(send), address(send), '5.1.1')));
  expect(report).toMatchObject({ messages: 2, bounced: 2, unreachable: 1 });
  expect(report.nextChannel).toEqual({ email: 0, letter: 1, text: 0, call: 0 });
  expect(stateOf(record, plan)).toMatchObject({
    sends: ['1 e bounced', '2 e bounced', '3 e handed', '1 l planned'],
    people: ['open', 'unreachable', 'told'],
  });
});

test('a mailbox that is read again changes nothing', async () => {
  const { record, plan, read, messageId, address } = sentCase(2);
  const mails = [dsnFor(messageId(1), address(1), '5.1.1'), arfFor(messageId(2), address(2))];
  await read(mails);
  const before = stateOf(record, plan);
  expect(await read(mails)).toMatchObject({ again: 2, bounced: 0, complaints: 0, sends: { bounced: 0 } });
  expect(stateOf(record, plan).sends).toEqual(before.sends);
});

test('a forged token changes nothing, although the address is right', async () => {
  const { record, plan, read, address } = sentCase(1);
  const forged = `<${'0123456789abcdef'.repeat(2)}@sender.example>`;
  const other = '<another.mail@sender.example>';
  const report = await read([
    dsnFor(forged, address(1), '5.1.1'),
    arfFor(forged, address(1)),
    dsnFor(other, address(1), '5.1.1'),
  ]);
  expect(report).toMatchObject({ notOurs: 3, bounced: 0, complaints: 0 });
  // it may be a mail of ours that was renamed on its way
  expect(report.places).toHaveLength(2);
  expect(stateOf(record, plan).sends).toEqual(['1 e handed']);
});

test('a bounce of another address counts for the mail whose token it names', async () => {
  const { read, messageId } = sentCase(1);
  const report = await read([dsnFor(messageId(1), 'forwarded@elsewhere.example', '5.2.1')]);
  expect(report).toMatchObject({ bounced: 1, nextChannel: { letter: 1 } });
});

test('a report that names no mail counts by its address, where one mail alone went there', async () => {
  const { record, read, address } = sentCase(3);
  {
    using notices = openNotices(record);
    notices.db.prepare('UPDATE recipient SET email = ? WHERE recipient IN (2, 3)').run('shared@example.org');
  }
  const unnamed = (to: string) =>
    dsnFor('<x@y>', to.toUpperCase(), '5.1.1').replace(/^Message-ID: .*\n/mu, '');
  const report = await read([unnamed(address(1)), unnamed('shared@example.org'), unnamed('no@example.org')]);
  expect(report).toMatchObject({ bounced: 1, byAddress: 1, notOurs: 1, unknown: 1 });
  expect(report.places).toMatchObject([{ why: 'it names no mail, and several went to its address' }]);
});

test('a complaint means that he has it, unless the mail bounced, before or after it', async () => {
  const { record, plan, read, messageId, address } = sentCase(3, ['el', 'el', 'e']);
  const bounce = (send: number) => dsnFor(messageId(send), address(send), '5.1.1');
  const complaint = (send: number) => arfFor(messageId(send), address(send));
  const { people } = (await read([complaint(2), complaint(3)]), stateOf(record, plan));
  expect(people).toEqual(['told', 'told', 'told']);
  const first = await read([bounce(1), complaint(1)]);
  expect(first).toMatchObject({ complaints: 1, bounced: 1, withoutEffect: 1, nextChannel: { letter: 1 } });
  const second = await read([bounce(2), bounce(3)]);
  expect(second).toMatchObject({ bounced: 2, withoutEffect: 0, nextChannel: { letter: 1 }, unreachable: 1 });
  expect(stateOf(record, plan)).toMatchObject({
    sends: ['1 e bounced', '2 e bounced', '3 e bounced', '1 l planned', '2 l planned'],
    people: ['open', 'open', 'unreachable'],
  });
});

test('a complaint that names no mail is shown with its place and changes nothing, nor a bounce after it', async () => {
  const { record, plan, read, messageId, address } = sentCase(2, ['el']);
  const unnamed = (send: number, feedback?: Feedback) =>
    arfFor('<x@y>', address(send), feedback).replaceAll(/^Message-ID: <x@y>\n/gimu, '');
  const forged = await read([unnamed(1), unnamed(2, 'not-spam')]);
  expect(forged).toMatchObject({
    complaints: 0,
    complaintsUnproven: 1,
    complaintsTakenBack: 1,
    byAddress: 0,
    sends: { complained: 0 },
  });
  expect(forged.places).toMatchObject([{ why: expect.stringContaining('does not name the mail') as string }]);
  expect(stateOf(record, plan).sends).toEqual(['1 e handed', '2 e handed']);
  expect(await read([dsnFor(messageId(1), address(1), '5.1.1')])).toMatchObject({
    nextChannel: { letter: 1 },
  });
});

test('a bounce that comes after a delivery counts, and a delivery after a bounce does not', async () => {
  const { record, plan, read, messageId, address } = sentCase(2, ['el']);
  const report = (send: number, code: string) => dsnFor(messageId(send), address(send), code);
  await read([report(1, '2.0.0'), report(1, '5.1.1')]);
  await read([report(2, '5.1.1'), report(2, '2.0.0')]);
  expect(stateOf(record, plan).sends).toEqual(['1 e bounced', '2 e bounced', '1 l planned', '2 l planned']);
});

test('a delay changes nothing; what expired has bounced', async () => {
  const { record, plan, read, messageId, address } = sentCase(2);
  const report = await read([
    dsnFor(messageId(1), address(1), '4.4.1'),
    dsnFor(messageId(2), address(2), '4.4.7', { action: 'failed' }),
  ]);
  expect(report).toMatchObject({ delayed: 1, bounced: 1, withoutEffect: 0 });
  expect(stateOf(record, plan).sends).toEqual(['1 e handed', '2 e bounced']);
});

test('a full mailbox gets the mail three times more, a day apart, then the next channel is taken', async () => {
  const { record, plan, read, messageId, address } = sentCase(1);
  for (let time = 0; time < 3; time++) {
    const report = await read([dsnFor(messageId(1), address(1), '5.2.2')]);
    expect(report).toMatchObject({ full: 1, sends: { again: 1, bounced: 0 } });
    using notices = openNotices(record);
    const due = notices.db.prepare('SELECT due_at FROM send WHERE send = 1').pluck().get();
    expect(due).toBe(noon + 86_400_000);
    happened(record, 1, 'leased', 'handed');
  }
  expect(await read([dsnFor(messageId(1), address(1), '5.2.2')])).toMatchObject({
    full: 1,
    sends: { again: 0, bounced: 1 },
    nextChannel: { letter: 1 },
  });
  expect(stateOf(record, plan).people).toEqual(['open']);
});

test('a refusal because of who sends is tried once more, pauses the domain, and then takes the next channel', async () => {
  const { record, plan, read, messageId, address } = sentCase(8, ['el']);
  const refused = (send: number) =>
    dsnFor(messageId(send), address(send), '5.7.1', { reply: '550 5.7.1 rejected by policy' });
  const report = await read([1, 3, 5].map(refused));
  expect(report).toMatchObject({ policy: 3, sends: { again: 3, bounced: 0 }, paused: ['mail0.example.org'] });
  {
    using notices = openNotices(record);
    expect(listPauses(notices.db)).toMatchObject([{ domain: 'mail0.example.org', who: 'tocsin' }]);
  }
  happened(record, 1, 'leased', 'handed');
  expect(await read([refused(1)])).toMatchObject({ policy: 1, paused: [], sends: { bounced: 1 } });
  expect(stateOf(record, plan).sends.filter((line) => line.startsWith('1 '))).toEqual([
    '1 e bounced',
    '1 l planned',
  ]);
});

test('a mail that is being sent this moment has to be read again, a bounce of it counts at once', async () => {
  const { record, read, messageId, address } = sentCase(2);
  for (const send of [1, 2]) happened(record, send, 'deferred', 'leased');
  const full = dsnFor(messageId(1), address(1), '5.2.2');
  const report = await read([full, dsnFor(messageId(2), address(2), '5.1.1')]);
  expect(report).toMatchObject({ busy: 1, full: 0, bounced: 1 });
  happened(record, 1, 'handed');
  expect(await read([full])).toMatchObject({ busy: 0, full: 1, sends: { again: 1 } });
});

test('automatic answers and complaints that are taken back change nothing; the rest is told with its place', async () => {
  const { record, plan, read, messageId, address } = sentCase(1);
  const absent = `From: ${address(1)}\nAuto-Submitted: auto-replied\nIn-Reply-To: ${messageId(1)}\nSubject: Away\n\nI am away.\n`;
  const question = `From: ${address(1)}\nIn-Reply-To: ${messageId(1)}\nSubject: Re: is it real?\n\n550 5.1.1 no?\n`;
  const report = await read([absent, arfFor(messageId(1), address(1), 'not-spam'), question]);
  expect(report).toMatchObject({ autoReplies: 1, complaintsTakenBack: 1, unknown: 1 });
  const [{ offset, file }] = report.places as [BounceReport['places'][number]];
  expect(readFileSync(file, 'latin1').slice(offset)).toContain('is it real?');
  expect(readFileSync(file, 'latin1').slice(offset)).not.toContain('I am away');
  expect(stateOf(record, plan).sends).toEqual(['1 e handed']);
});

test('a folder as Maildir gives the same as one file', async () => {
  const { read, record, messageId, address } = sentCase(4, ['el']);
  const mails = [1, 2, 3].map((send) => dsnFor(messageId(send), address(send), '5.1.1'));
  const maildir = join(folder, 'maildir');
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  mails.forEach((mail, i) =>
    writeFileSync(join(maildir, i % 2 === 0 ? 'new' : 'cur', `${i}:2,S`), mail.replaceAll('\n', '\r\n')),
  );
  writeFileSync(join(maildir, 'tmp', 'half'), dsnFor(messageId(4), address(4), '5.1.1'));
  const report = await takeReturns(home, record, { mailbox: maildir, who: 'Alice' });
  expect(report).toMatchObject({ messages: 3, bounced: 3 });
  expect(await read(mails)).toMatchObject({ messages: 3, again: 3 });
});

test('whom a later plan took for told, and who did not get it, is said to be planned again', async () => {
  const { record, read, messageId, address } = sentCase(2);
  madeUpPlan(record, { people: 1 });
  {
    using notices = openNotices(record);
    keepLastEvent(notices.db, 2, lastEvent(notices.db));
  }
  expect(await read([dsnFor(messageId(1), address(1), '5.1.1')])).toMatchObject({
    bounced: 1,
    toPlanAgain: 1,
  });
  expect(await read([dsnFor(messageId(2), address(2), '4.4.1')])).toMatchObject({ toPlanAgain: 1 });
});
