import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import {
  type BreachModel,
  type MailedBreach,
  type MailOrder,
  lookAtLink,
  orderMail,
  runJobs,
  tokenHash,
  unsubscribe as unsubscribeFrom,
} from '../../register/index.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import {
  countJobs,
  insertBreach,
  insertSubscriber,
  listFailedJobs,
  publishBreach,
  type RegisterDatabase,
  withdrawBreach,
} from '../../store/register/index.ts';
import { type MailSink, startMailSink } from '../mail-sink.fixture.ts';
import { createMailer, mailHandlers } from './send-mails.ts';

const moment = 1_700_000_000_000;
const link = { purpose: 'statement', body: { address: 'anna@example.org' }, validMs: 1000 } as const;
const statement: MailOrder = { mail: 'statement', to: 'anna@example.org', language: 'en', link };
const breach: MailedBreach = {
  name: 'Alder',
  title: 'Alder & Sons',
  domain: 'alder.example',
  breachDate: '2026-01-31',
  pwnCount: 12_345,
  controllers: ['Alder Holding'],
  isSensitive: false,
};
const unsubscribe = 'u'.repeat(43);
const notice: MailOrder = {
  mail: 'notice',
  to: 'anna@example.org',
  language: 'fr',
  link,
  breach,
  classes: ['Email addresses', 'Dates of birth'],
  unsubscribe,
};

interface Sending {
  clock?: () => number;
  url?: string;
}

/** Sends what waits, until `isOver`. */
async function send(
  register: RegisterDatabase,
  sink: MailSink,
  isOver: () => boolean | Promise<boolean>,
  { clock = () => moment, url = sink.url }: Sending = {},
): Promise<string[]> {
  const stop = new AbortController();
  using mailer = createMailer(url);
  const settings = {
    from: 'Tocsin <noreply@tocsin.example>',
    publicUrl: 'https://tocsin.example',
    contact: null,
  };
  const handlers = mailHandlers({ register, mailer, ...settings, now: clock });
  const troubles: string[] = [];
  const running = runJobs(register, handlers, {
    signal: stop.signal,
    now: clock,
    pollMs: 2,
    onTrouble: (text) => void troubles.push(text),
  });
  while (!(await isOver())) await new Promise((resolve) => void setTimeout(resolve, 5));
  stop.abort();
  await running;
  return troubles;
}

async function subscribe(register: RegisterDatabase, flags: Partial<BreachModel> = {}): Promise<number> {
  const row = {
    person_key: Buffer.alloc(16, 1),
    token_hash: tokenHash(register, unsubscribe),
    sealed: Buffer.alloc(1),
    language: 'fr',
    confirmed_at: 0,
  };
  await insertSubscriber(row, register.rows);
  const model = JSON.stringify({ IsSensitive: false, IsRetired: false, ...flags });
  const about = { name: breach.name, caseId: null, isRange: false, model };
  const number = await insertBreach(register.rows, about);
  await publishBreach(register, number);
  return number;
}

forBothEngines((open) => {
  test('a mail arrives with text and HTML that say the same, and a link that works', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await orderMail(register, statement, moment);
    await send(register, sink, () => sink.mails.length === 1);
    const mail = await sink.next();
    expect(mail).toMatchObject({
      from: 'noreply@tocsin.example',
      to: ['anna@example.org'],
      subject: 'Your answer is ready',
    });
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('from')).toContain('noreply@tocsin.example');
    const [url] = mail.links;
    expect(url).toMatch(/^https:\/\/tocsin\.example\/statement\/[A-Za-z0-9_-]{43}$/u);
    expect(mail.html).toContain(`href="${url}"`);
    expect(mail.html).not.toMatch(/<img|src=|<script|style/u);
    const token = url!.split('/').at(-1)!;
    expect(await lookAtLink(register, { purpose: 'statement', token, now: moment })).toMatchObject({
      state: 'open',
      body: link.body,
    });
    expect(await countJobs(register)).toEqual([]);
  });

  test('a notice says in the reader’s language what was lost, and how to be told no more', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribe(register);
    await orderMail(register, notice, moment);
    await send(register, sink, () => sink.mails.length === 1);
    const mail = await sink.next();
    expect(mail.subject).toBe('Votre adresse figure dans une fuite\u00A0: Alder & Sons');
    for (const part of [
      '31 janvier 2026',
      'alder.example',
      'Alder Holding',
      'Dates de naissance',
      'Adresses e-mail',
    ])
      expect(mail.text).toContain(part);
    expect(mail.html).toContain('Alder &amp; Sons');
    const leaving = `https://tocsin.example/unsubscribe/${unsubscribe}`;
    expect(mail.headers.get('list-unsubscribe')).toBe(`<${leaving}>`);
    expect(mail.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.links).toContain(leaving);
  });

  test('of a sensitive breach a mail names neither breach nor classes', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    // it is one since the notice was ordered
    await subscribe(register, { IsSensitive: true });
    await orderMail(register, notice, moment);
    await send(register, sink, () => sink.mails.length === 1);
    expect(JSON.stringify(await sink.next())).not.toMatch(/alder|Dates de naissance|12.345/iu);
  });

  test('who has unsubscribed meanwhile gets no notice', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribe(register);
    await unsubscribeFrom(register, unsubscribe);
    await orderMail(register, notice, moment);
    await send(register, sink, async () => (await countJobs(register)).length === 0);
    expect(sink.mails).toEqual([]);
  });

  test('of a breach that was withdrawn or retired meanwhile no mail goes to anybody', async () => {
    for (const isRetired of [true, false]) {
      await using opened = await open();
      await using sink = await startMailSink();
      const { register } = opened;
      const number = await subscribe(register, { IsRetired: isRetired });
      await orderMail(register, notice, moment);
      const report = { mail: 'domain-report', domain: 'example.org', breach, count: 2 } as const;
      await orderMail(register, { ...report, to: 'info@example.org', language: 'en' }, moment);
      if (!isRetired) await withdrawBreach(register, number);
      await send(register, sink, async () => (await countJobs(register)).length === 0);
      expect(sink.mails).toEqual([]);
    }
  });

  test('what the server refuses for now is sent later as the same mail, with the same link', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await orderMail(register, statement, moment);
    sink.refuse(2, 451);
    let clock = moment;
    const troubles = await send(register, sink, () => sink.mails.length === 1, {
      clock: () => (clock += 1000),
    });
    expect(sink.refused()).toBe(2);
    expect(troubles).toEqual(Array(2).fill('mail.waited-for: the mail server: answered 451'));
    const [first] = sink.mails;
    await orderMail(register, statement, moment);
    await send(register, sink, () => sink.mails.length === 2);
    expect(sink.mails[1]!.messageId).not.toBe(first!.messageId);
    const links = await register.rows.selectFrom('one_time_link').selectAll().execute();
    expect(links.length).toBe(2);
  });

  test('what the server refuses for good is kept as failed, without the address', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await orderMail(register, statement, moment);
    sink.refuse(1, 550);
    const troubles = await send(register, sink, async () => (await listFailedJobs(register)).length === 1);
    const failed = await listFailedJobs(register);
    expect(failed).toMatchObject([{ kind: 'mail.waited-for', reason: 'the mail server: answered 550' }]);
    expect(JSON.stringify([failed, troubles])).not.toContain('example.org');
    expect(sink.mails).toEqual([]);
  });

  test('a server that wants nobody’s mails for now is not held against any of them', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    const closed = createServer((socket) => socket.on('error', () => {}).end('554 no\r\n'));
    await once(closed.listen(0, '127.0.0.1'), 'listening');
    const url = `smtp://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await orderMail(register, statement, moment);
    const isTried = async () =>
      (await register.rows.selectFrom('job').select('reason').executeTakeFirstOrThrow()).reason !== null;
    const troubles = await send(register, sink, isTried, { url });
    closed.close();
    expect(troubles[0]).toBe('mail.waited-for: the mail server: answered 554');
    expect(await listFailedJobs(register)).toEqual([]);
    expect(await countJobs(register)).toMatchObject([{ state: 'waiting', count: 1 }]);
  });

  test('while the server is away mails wait, and go when it is back', async () => {
    await using opened = await open();
    const { register } = opened;
    await orderMail(register, statement, moment);
    const gone = await startMailSink();
    await gone[Symbol.asyncDispose]();
    let troubles = 0;
    let clock = moment;
    const failing = await send(register, gone, () => ++troubles > 20, { clock: () => (clock += 100) });
    expect(failing[0]).toMatch(/^mail\.waited-for: the mail server: E[A-Z]+$/u);
    await using sink = await startMailSink();
    await send(register, sink, () => sink.mails.length === 1, { clock: () => (clock += 10_000) });
  });
});

test('a title that tries to begin a header of its own stays in the subject', async () => {
  const { englishMail } = await import('./english-mails.ts');
  const { oneLine } = await import('./lay-out-mail.ts');
  const title = 'x\r\nBcc: ben@example.org\u2028y';
  const places = { link: '', home: '', unsubscribe: '', contact: null };
  const { subject } = englishMail({ ...notice, breach: { ...breach, title } }, places);
  expect(oneLine(subject)).toBe('Your address is in a breach: x Bcc: ben@example.org y');
});

test('a server that asks for a password gets it, and a wrong one is not held against the mail', async () => {
  await using sink = await startMailSink({ user: 'u@v', password: 'p:w' });
  const mail = {
    from: 'noreply@tocsin.example',
    to: 'anna@example.org',
    subject: 'x',
    text: 'x',
    html: '<p>x',
    messageId: '<1@tocsin.example>',
    headers: {},
  };
  using mailer = createMailer(sink.url);
  await mailer.send(mail);
  expect(sink.mails).toMatchObject([{ to: ['anna@example.org'], messageId: '<1@tocsin.example>' }]);
  using stranger = createMailer(sink.url.replace('p%3Aw', 'wrong'));
  await expect(stranger.send(mail)).rejects.toMatchObject({ code: 'EAUTH' });
});
