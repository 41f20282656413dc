/*
 * From the leak to the last person told, as somebody runs it: planned, approved, sent to a real mail server that refuses
 * some, bounces taken in, letters written, checked, proven; then a second delivery that tells only what is new.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailSink, startMailSink } from '../../src/notify/mail-sink.fixture.ts';
import { dsnFor, mboxOf } from '../../src/notify/returns/returned-mails.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import {
  approvedPlan,
  examined,
  type MichaelPageCase,
  michaelPageCase,
  openNoticeCase,
} from './notify.fixture.ts';

const folder = scratchFolder();
/** Where the mail server takes nothing for. */
const refused = new Set<string>();
/** From where mails came back. */
const cameBack = new Set<string>();
let sink: MailSink;
let opened: MichaelPageCase;
let people: number;

const refusing: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) =>
  refused.has(address)
    ? done(Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 }))
    : done();

beforeAll(async () => {
  sink = await startMailSink({ options: { onRcptTo: refusing } });
  opened = await michaelPageCase(folder, { people: 300, seed: 3 });
}, 120_000);
afterAll(() => sink[Symbol.asyncDispose]());

const send = () => opened.json('notify', 'send', opened.id, '--smtp', sink.url);
const status = () => opened.json('notify', 'status', opened.id);
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

/** Everybody whom `plan` writes to by mail, as the sink saw it. */
const mailedTo = () => new Set(sink.mails.flatMap(({ to }) => to));

test('the plan counts everybody of the case once', async () => {
  const report = JSON.parse((await opened.run('case', 'show', opened.id, '--json')).stdout) as {
    people: { count: number };
  };
  const plan = await approvedPlan(opened);
  people = report.people.count;
  expect(plan['people']).toBe(people);
  expect(sum(plan['channels'])).toBe(people);
  expect(plan['warnings'].join(' ')).toContain('nobody said what happened');
  const { people: standing, approvals } = await status();
  expect(standing).toMatchObject({ told: 0, open: people - plan['unreachable'] });
  expect(approvals.map(({ by }: { by: string }) => by)).toEqual(['Ada Example', 'Bert Example']);
});

test('a dry run sends nothing', async () => {
  const ran = await opened.run('notify', 'send', opened.id, '--smtp', sink.url, '--dry-run');
  expect(ran.exit, ran.stderr).toBe(0);
  expect(sink.mails).toEqual([]);
});

test('every mail goes out once; who is refused is told over the next channel or is out of reach', async () => {
  const addresses = opened.people.flatMap(({ identifiers }) => identifiers.emails).toSorted();
  for (const address of addresses.filter((_, i) => i % 20 === 0)) refused.add(address);
  await send();
  const ids = sink.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(ids.length);
  const standing = await status();
  expect(standing['people'].told).toBeGreaterThan(people * 0.8);
  expect(standing['sends'].bounced).toBeGreaterThan(0);
  expect(sum(standing['people'])).toBe(people);
}, 60_000);

test('what comes back is told otherwise, and nobody is lost', async () => {
  const before = await status();
  const back = sink.mails.filter((_, i) => i % 25 === 0);
  for (const { to } of back) cameBack.add(to[0]!);
  writeFileSync(
    join(folder, 'returned.mbox'),
    mboxOf(back.map(({ messageId, to }) => dsnFor(messageId, to[0]!, '5.1.1'))),
  );
  const report = await opened.json('notify', 'bounces', opened.id, '--mailbox', 'returned.mbox');
  expect(report['bounced']).toBe(back.length);
  const after = await status();
  expect(after['sends'].bounced).toBe(before['sends'].bounced + back.length);
  // given once more it changes nothing
  await opened.json('notify', 'bounces', opened.id, '--mailbox', 'returned.mbox');
  expect((await status())['sends']).toEqual(after['sends']);
}, 60_000);

test('letters, texts and calls take the others', async () => {
  const before = await status();
  const letters = await opened.json('notify', 'letters', opened.id, '--out', 'letters');
  expect(letters['letters']).toBe(before['byChannel'].letter.planned);
  await opened.json('notify', 'texts', opened.id, '--out', 'texts.csv', '--any-time');
  await opened.json('notify', 'calls', opened.id, '--out', 'calls.csv');
  const calls = readFileSync(join(folder, 'calls.csv'), 'utf8').trimEnd().split(/\r?\n/u);
  expect(calls.length - 1).toBe(
    (await status())['byChannel'].call.leased + (await status())['byChannel'].call.planned,
  );
  const { people: standing } = await status();
  expect(sum(standing)).toBe(people);
}, 60_000);

test('the ledger adds up and agrees with what the mail server saw', async () => {
  writeFileSync(join(folder, 'sink.txt'), sink.mails.map(({ messageId }) => `${messageId}\n`).join(''));
  const reconciled = await opened.json('notify', 'reconcile', opened.id, '--sink', 'sink.txt');
  expect(reconciled).toMatchObject({ people, lost: 0, consistent: true, faults: [] });
  expect(reconciled['told'] + reconciled['open'] + reconciled['unreachable']).toBe(people);
  expect(reconciled['duplicates'].possible).toBe(0);
});

test('the proof is written and holds', async () => {
  await opened.json('notify', 'export', opened.id, '--out', 'notices.tar');
  const verified = await opened.run('verify', 'notices.tar');
  expect(verified.stdout).toMatch(/^holds: the proof of notices/u);
  const archive = readFileSync(join(folder, 'notices.tar'), 'latin1');
  for (const address of mailedTo()) expect(archive).not.toContain(address);
});

test('one person is told what he was told', async () => {
  const { to, messageId } = sink.mails.at(-1)!;
  const said = await opened.json('notify', 'person', opened.id, '--identifier', to[0]!);
  const [notice] = said['notices'];
  expect(notice.told).toBe('told');
  expect(notice.sends[0].events.map(({ what }: { what: string }) => what)).toContain('handed');
  expect(JSON.stringify(said)).not.toContain(to[0]!);
  expect(messageId).toMatch(/^<[\da-f]{32}@/u);
  const nobody = await opened.run('notify', 'person', opened.id, '--identifier', 'nobody@example.net');
  expect(nobody.exit).toBe(1);
});

/** Valid check digits, no account. */
function iban(number: number): string {
  const account = `20041010050500013M026${String(number).padStart(2, '0')}`;
  const digits = [...`${account}FR00`].map((sign) => parseInt(sign, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `FR${String(check).padStart(2, '0')}${account}`;
}

test('a second delivery tells only those who have lost more, and of them only once', async () => {
  const told = sink.mails.map(({ to }) => to[0]!);
  const unique = told.filter(
    (address) => told.indexOf(address) === told.lastIndexOf(address) && !cameBack.has(address),
  );
  const again = unique.slice(-40);
  const strangers = Array.from({ length: 7 }, (_, i) => `new.person${i}@example.net`);
  writeFileSync(
    join(folder, 'accounts.csv'),
    ['email;iban', ...[...again, ...strangers].map((address, i) => `${address};${iban(i)}`), ''].join('\n'),
  );
  await examined(opened, 'accounts.csv');
  const before = await status();
  const plan = await approvedPlan(opened);
  expect(plan['kind']).toBe('more');
  const kinds = new Map<string, number>();
  for (const { kind, people: of } of plan['variants']) kinds.set(kind, (kinds.get(kind) ?? 0) + of);
  expect(kinds.get('more')).toBe(again.length);
  const toldBefore = plan['notTold'].find(({ reason }: { reason: string }) => /told/u.test(reason)).people;
  // who was open or out of reach is planned once more, for whom nothing is new is left alone; so is who is being called
  const called = before['byChannel'].call.leased as number;
  expect(called).toBeGreaterThan(0);
  expect(toldBefore).toBe(before['people'].told - again.length + called);
  expect(kinds.get('first')).toBe(
    strangers.length + before['people'].open + before['people'].unreachable - called,
  );

  const sent = sink.mails.length;
  refused.clear();
  await send();
  const mails = sink.mails.slice(sent);
  const second = new Set(mails.flatMap(({ to }) => to));
  expect([...again, ...strangers].filter((address) => !second.has(address))).toEqual([]);
  expect(mails.filter(({ to }) => again.includes(to[0]!)).length).toBe(again.length);
  const reconciled = await opened.run('notify', 'reconcile', opened.id, '--json');
  expect((JSON.parse(reconciled.stdout) as Record<string, unknown>)['faults']).toEqual([]);
  expect(reconciled.exit).toBe(0);
}, 120_000);

test('what is known already is planned for nobody', async () => {
  const plan = await opened.json('notify', 'plan', opened.id);
  expect(plan['variants'].filter(({ kind }: { kind: string }) => kind === 'more')).toEqual([]);
  expect(sum(plan['channels'])).toBe(plan['people']);
});

test('a case without anybody in it says so', async () => {
  const empty = openNoticeCase(join(folder, 'empty'));
  const ran = await empty.run('notify', 'plan', empty.id);
  expect(ran.exit).toBe(2);
  expect(ran.stderr).toContain('holds nobody yet');
});
