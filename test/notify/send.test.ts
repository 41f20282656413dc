import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startMailSink } from '../../src/notify/mail-sink.fixture.ts';
import {
  noticeStatus,
  pauseNotices,
  previewSend,
  reconcileNotices,
  resumeNotices,
  sendNotices,
  type SendRequest,
} from '../../src/pipeline/index.ts';
import {
  createSendTokens,
  eventsOf,
  openNotices,
  recipientOf,
  type SendState,
} from '../../src/store/notices/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madeUpSending } from './made-up-sending.fixture.ts';

const folder = scratchFolder();
let homes = 0;
const freshHome = () => join(folder, `home-${homes++}`);

function requestTo(smtp: string, more: Partial<SendRequest> = {}): SendRequest {
  return {
    smtp,
    connections: 3,
    pace: {},
    dkim: null,
    returnPath: null,
    isVerp: false,
    retryAfterMs: 50,
    waitMs: 5000,
    giveUpMs: 60_000,
    canary: null,
    ...more,
  };
}

const tokenIn = (messageId: string) => /^<([0-9a-f]{32})@conseil\.example\.org>$/u.exec(messageId)![1]!;

test('everybody with an address gets one mail, with his name, and the ledger says so', async () => {
  await using sink = await startMailSink();
  const { home, record } = madeUpSending(freshHome(), { people: 40, channels: ['el', 'e', 'l', ''] });
  const result = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(result).toMatchObject({ handed: 20, bounced: 0, open: 0, uncertain: 0, isStopped: false });
  const { secret } = openNotices(record);
  const sends = sink.mails.map(({ messageId }) => createSendTokens(secret).sendOf(tokenIn(messageId)));
  expect(new Set(sends).size).toBe(20);
  expect(sends).not.toContain(null);
  for (const mail of sink.mails) {
    const person = /^ada\.(\d+)@/u.exec(mail.to[0]!)![1]!;
    expect(mail.text).toContain(`Ada Exemple ${person},`);
    expect(mail.from).toBe('notices@conseil.example.org');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  }
  expect(noticeStatus(record)).toMatchObject({
    byChannel: { email: { handed: 20, planned: 0 }, letter: { planned: 10 } },
    people: { told: 20, open: 10, unreachable: 10 },
    isSending: false,
  });
  const again = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(again.handed).toBe(0);
  expect(sink.mails).toHaveLength(20);
});

test('what is refused for good goes to the next channel, and what is refused for now is tried again', async () => {
  await using sink = await startMailSink({
    options: {
      onRcptTo({ address }, _session, done) {
        if (!/^ada\.[02]@/u.test(address)) return done();
        return done(Object.assign(new Error(`5.1.1 <${address}> unknown`), { responseCode: 550 }));
      },
    },
  });
  sink.refuse(3, 451);
  const { home, record } = madeUpSending(freshHome(), { people: 8, channels: ['el', 'e', 'e'] });
  const result = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(result).toMatchObject({
    handed: 6,
    bounced: 2,
    deferred: 3,
    unreachable: 1,
    open: 0,
    nextChannel: [{ channel: 'l', sends: 1 }],
  });
  using notices = openNotices(record);
  expect(recipientOf(notices.db, 1)).toMatchObject({ state: 'open', channels: 'l' });
  expect(recipientOf(notices.db, 3)).toMatchObject({ state: 'unreachable', why: 'bounced', channels: '' });
  expect(eventsOf(notices.db, 1).map(({ what }) => what)).toEqual(['leased', 'refused']);
  expect(JSON.stringify(eventsOf(notices.db, 1))).not.toContain('example.org');
  expect(await reconcileNotices(record)).toMatchObject({
    consistent: true,
    told: 6,
    open: 1,
    unreachable: 1,
  });
});

test('when a body arrives its lease is on the disk, and every answer before it on that connection', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 60 });
  using notices = openNotices(record);
  const { sendOf } = createSendTokens(notices.secret);
  const seen: { state: SendState; earlier: SendState[] }[] = [];
  const before = new Map<string, number[]>();
  const stateOf = (send: number) =>
    notices.db.prepare('SELECT state FROM send WHERE send = ?').pluck().get(send) as SendState;
  await using sink = await startMailSink({
    options: {
      onData(stream, { id }, done) {
        let text = '';
        stream.on('data', (piece: Buffer) => {
          text += piece.toString('latin1');
        });
        stream.on('end', () => {
          const send = sendOf(/^Message-ID: <([0-9a-f]{32})@/mu.exec(text)![1]!)!;
          const earlier = before.get(id) ?? [];
          seen.push({ state: stateOf(send), earlier: earlier.map(stateOf) });
          before.set(id, [...earlier, send]);
          done();
        });
      },
    },
  });
  await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(seen).toHaveLength(60);
  expect(new Set(seen.map(({ state }) => state))).toEqual(new Set(['leased']));
  expect(new Set(seen.flatMap(({ earlier }) => earlier))).toEqual(new Set(['handed']));
});

test('nothing is sent before two people approved, nor when a text was changed since', async () => {
  await using sink = await startMailSink();
  const unapproved = madeUpSending(freshHome(), { people: 3, state: 'planned' });
  const send = ({ home, record }: typeof unapproved) =>
    sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  await expect(send(unapproved)).rejects.toMatchObject({ code: 'NOTICES_NOT_APPROVED' });
  const changed = madeUpSending(freshHome(), { people: 3 });
  using notices = openNotices(changed.record);
  notices.db.prepare(`UPDATE variant SET texts = replace(texts, 'leaked', 'leaped')`).run();
  await expect(send(changed)).rejects.toMatchObject({ code: 'NOTICES_NOT_APPROVED' });
  expect(sink.mails).toHaveLength(0);
});

test('one process sends at a time, and a second one is told who does', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 3 });
  let isHere = () => {};
  const here = new Promise<void>((resolve) => (isHere = resolve));
  const goOn: (() => void)[] = [];
  await using sink = await startMailSink({
    options: {
      onMailFrom(_address, _session, done) {
        goOn.push(done);
        isHere();
      },
    },
  });
  const first = sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  await here;
  await expect(sendNotices(home, record, requestTo(sink.url), { who: 'Bob' })).rejects.toMatchObject({
    code: 'SENDER_RUNNING',
    message: expect.stringContaining(`Ada, process ${process.pid}`),
  });
  expect(noticeStatus(record).isSending).toBe(true);
  const timer = setInterval(() => goOn.splice(0).forEach((done) => done()), 5);
  expect((await first).handed).toBe(3);
  clearInterval(timer);
});

test('a pause holds a sending that runs, and it goes on when it is let go', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 400 });
  await using sink = await startMailSink();
  const paced = requestTo(sink.url, { pace: { all: 100 } });
  const notes: string[] = [];
  const sending = sendNotices(home, record, paced, { who: 'Ada', onNote: (note) => notes.push(note) });
  await sink.next();
  pauseNotices(home, record, { domain: null, why: 'a word is wrong' }, { who: 'Bob' });
  while (notes.length === 0) await pause(10);
  // what was on its way arrives
  await pause(300);
  const held = sink.mails.length;
  expect(held).toBeLessThan(400);
  await pause(300);
  expect(sink.mails).toHaveLength(held);
  expect(noticeStatus(record)).toMatchObject({ paused: true, isSending: true });
  resumeNotices(home, record, { domain: null }, { who: 'Bob' });
  expect((await sending).handed).toBe(400);
  expect(notes).toEqual(['sending is paused by Bob: a word is wrong', 'sending goes on']);
});

test('a paused domain gets nothing, the others theirs; a paused case is not begun', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 20, domains: 4 });
  await using sink = await startMailSink();
  pauseNotices(home, record, { domain: 'Mail1.example.org', why: null }, { who: 'Bob' });
  const result = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(result).toMatchObject({ handed: 15, open: 5, pausedDomains: ['mail1.example.org'] });
  expect(sink.mails.filter(({ to }) => to[0]!.endsWith('@mail1.example.org'))).toEqual([]);
  pauseNotices(home, record, { domain: null, why: null }, { who: 'Bob' });
  const send = () => sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  await expect(send()).rejects.toMatchObject({ code: 'NOTICES_PAUSED' });
  for (const domain of [null, 'mail1.example.org']) resumeNotices(home, record, { domain }, { who: 'Bob' });
  expect(await send()).toMatchObject({ handed: 5, open: 0 });
});

test('a domain that refuses the sender is paused, and its people stay open', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 60, domains: 2 });
  await using sink = await startMailSink({
    options: {
      onRcptTo({ address }, _session, done) {
        if (!address.endsWith('@mail0.example.org')) return done();
        return done(Object.assign(new Error('5.7.1 not from you'), { responseCode: 550 }));
      },
    },
  });
  const result = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(result).toMatchObject({ handed: 30, bounced: 0, open: 30, pausedDomains: ['mail0.example.org'] });
  expect(noticeStatus(record).people).toMatchObject({ told: 30, open: 30, unreachable: 0 });
});

test('a server that takes nothing from this sender ends it, and everybody stays open', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 100 });
  await using sink = await startMailSink({
    options: {
      onMailFrom: (_address, _session, done) =>
        done(Object.assign(new Error('5.1.8 no such sender'), { responseCode: 550 })),
    },
  });
  const sending = sendNotices(home, record, requestTo(sink.url, { waitMs: 0 }), { who: 'Ada' });
  await expect(sending).rejects.toMatchObject({ code: 'SMTP_SENDER' });
  expect(noticeStatus(record).people).toMatchObject({ told: 0, open: 100 });
  expect((await reconcileNotices(record)).consistent).toBe(true);
});

test('stopped in the middle, every mail is answered for or open, and the next run sends the rest', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 300 });
  await using sink = await startMailSink();
  const stop = new AbortController();
  const sending = sendNotices(home, record, requestTo(sink.url), { who: 'Ada', signal: stop.signal });
  for (let i = 0; i < 20; i++) await sink.next();
  stop.abort();
  const result = await sending;
  expect(result.isStopped).toBe(true);
  const { byChannel } = noticeStatus(record);
  expect(byChannel.email.leased).toBe(0);
  expect(byChannel.email.handed).toBe(sink.mails.length);
  const rest = await sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  expect(rest).toMatchObject({ open: 0, uncertainBefore: 0 });
  expect(sink.mails).toHaveLength(300);
});

test('where the ledger cannot be written in the middle, it ends with that, and the next run loses nobody', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 60 });
  await using sink = await startMailSink();
  using notices = openNotices(record);
  notices.db.exec(`CREATE TRIGGER full BEFORE INSERT ON event WHEN NEW.what = 'handed' AND NEW.send = 9
    BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  const send = () => sendNotices(home, record, requestTo(sink.url), { who: 'Ada' });
  await expect(send()).rejects.toMatchObject({ code: 'HOME_NOT_WRITABLE' });
  const { leased } = noticeStatus(record).byChannel.email;
  expect(leased).toBeGreaterThan(0);
  expect(leased).toBeLessThanOrEqual(3);
  expect(noticeStatus(record).isSending).toBe(false);
  notices.db.exec('DROP TRIGGER full');
  expect(await send()).toMatchObject({ open: 0, uncertainBefore: leased });
  const mails = sink.mails.map(({ messageId }) => messageId);
  expect(new Set(mails).size).toBe(60);
  expect(mails.length - 60).toBeLessThanOrEqual(leased);
  expect(await reconcileNotices(record)).toMatchObject({ consistent: true, told: 60 });
});

test('a canary goes first, and then it ends', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 300 });
  await using sink = await startMailSink();
  const result = await sendNotices(home, record, requestTo(sink.url, { canary: 0.01 }), { who: 'Ada' });
  expect(result).toMatchObject({ handed: 3, open: 297, isCanary: true });
  expect(sink.mails).toHaveLength(3);
});

test('a dry run changes nothing, and shows a mail with nothing of anybody in it', async () => {
  const { record } = madeUpSending(freshHome(), { people: 30, domains: 3 });
  const preview = await previewSend(record, requestTo('smtp://localhost'));
  expect(preview).toMatchObject({ mails: 30, domains: 3, uncertain: 0 });
  expect(preview.variants).toHaveLength(2);
  expect(preview.example).toContain('Subject: ');
  expect(preview.example).not.toMatch(/Ada|mail\d\.example/u);
  expect(noticeStatus(record).sends).toMatchObject({ planned: 30, leased: 0, handed: 0 });
});

test('to a server elsewhere nothing goes as long as nobody said from whom', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 3, settings: {} });
  const sending = sendNotices(home, record, requestTo('smtp://mail.example.org'), { who: 'Ada' });
  await expect(sending).rejects.toMatchObject({ code: 'USAGE', hint: expect.stringContaining('--about') });
});

test('each mail has a return path of its own where that is asked for', async () => {
  const { home, record } = madeUpSending(freshHome(), { people: 4 });
  await using sink = await startMailSink();
  const request = requestTo(sink.url, { isVerp: true, returnPath: 'bounces@back.example.org' });
  await sendNotices(home, record, request, { who: 'Ada' });
  for (const { from, messageId } of sink.mails) expect(from).toBe(`b+${tokenIn(messageId)}@back.example.org`);
});
