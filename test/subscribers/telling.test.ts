/*
 * What follows from a publication: who is told what, over a real mail server and real calls.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startMailSink } from '../../src/notify/mail-sink.fixture.ts';
import { runTelling } from '../../src/pipeline/index.ts';
import {
  addWebhook,
  approveDomain,
  createLink,
  generateToken,
  linkValidMs,
  optOut,
  sendVerificationMail,
  subscribeRange,
  unsubscribe,
  verifyDns,
} from '../../src/register/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { countJobs, enqueueJob, type RegisterDatabase } from '../../src/store/register/index.ts';
import { publishMadeUp, sha1Of, subscribeMadeUp } from './made-up-register.fixture.ts';

interface Received {
  headers: IncomingHttpHeaders;
  payload: Record<string, unknown>;
}

async function receiver() {
  const calls: Received[] = [];
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
    incoming.on('end', () => {
      calls.push({ headers: incoming.headers, payload: JSON.parse(body) as Record<string, unknown> });
      answer.end('{"success":true}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    [Symbol.asyncDispose]: async () => void (await new Promise((resolve) => server.close(resolve))),
  };
}

/** Until no job waits. */
async function tell(register: RegisterDatabase, smtp: string | null): Promise<string[]> {
  const stop = new AbortController();
  const said: string[] = [];
  const settings = {
    smtp,
    mailFrom: 'noreply@tocsin.example',
    publicUrl: 'https://tocsin.example',
    contact: null,
    allowPrivateNetwork: true,
  };
  const running = runTelling(register, settings, {
    signal: stop.signal,
    pollMs: 2,
    log: (line) => void said.push(line),
  });
  const waits = async () =>
    (await countJobs(register)).some(
      ({ kind, state }) => state === 'waiting' && (smtp !== null || !kind.startsWith('mail.')),
    );
  while (await waits()) await wait(10);
  stop.abort();
  await running;
  return said;
}

const lost = (...classes: string[]) => classes;
const people = new Map([
  ['anna@alder.example', lost('Email addresses', 'Names')],
  ['ben@alder.example', lost('Email addresses', 'Passwords')],
  ['carl@birch.example', lost('Email addresses')],
]);
const hook = { events: [], monitorToken: null, account: null, now: 0 };

forBothEngines((open) => {
  test('of a case that was split a notice names the controllers of this person, and nobody else’s', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example', 'ben@alder.example']);
    const controllersOf = new Map([['ben@alder.example', ['Agence B']]]);
    await publishMadeUp(register, { name: 'Alder', people, controllersOf });
    await tell(register, sink.url);
    const textTo = (address: string) => JSON.stringify(sink.mails.filter(({ to }) => to.includes(address)));
    expect(textTo('ben@alder.example')).toContain('whose data it was: Agence B');
    expect(textTo('anna@alder.example')).toContain('This address is in a breach');
    expect(textTo('anna@alder.example')).not.toContain('whose data it was');
  });

  test('each subscriber who is in the breach gets one mail, with what they lost, and nobody else does', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example', 'dora@alder.example']);
    await subscribeMadeUp(register, ['ben@alder.example'], 'fr');
    await publishMadeUp(register, { name: 'Alder', people });
    expect(await tell(register, sink.url)).toEqual([]);
    const told = new Map(sink.mails.map((mail) => [mail.to[0]!, mail.text]));
    expect([...told.keys()].toSorted()).toEqual(['anna@alder.example', 'ben@alder.example']);
    expect(told.get('anna@alder.example')).toContain('- Names');
    expect(told.get('anna@alder.example')).not.toContain('Passwords');
    expect(told.get('ben@alder.example')).toContain('- Mots de passe');
    expect(told.get('ben@alder.example')).not.toContain('- Noms');
  });

  test('a publication told again, or published anew under its name, tells nobody twice', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example']);
    const breach = await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, sink.url);
    const again = { kind: 'breach.published', body: { breach, name: 'Alder', replaces: null }, dueAt: 0 };
    await enqueueJob(register, again);
    await tell(register, sink.url);
    await register.rows.updateTable('breach').set({ state: 'withdrawing' }).execute();
    await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, sink.url);
    expect(sink.mails.length).toBe(1);
    await publishMadeUp(register, { name: 'Birch', people });
    await tell(register, sink.url);
    expect(sink.mails.length).toBe(2);
  });

  test('of a breach withdrawn meanwhile nobody is told', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example']);
    await publishMadeUp(register, { name: 'Alder', people });
    await register.rows.updateTable('breach').set({ state: 'withdrawing' }).execute();
    await tell(register, sink.url);
    expect(sink.mails).toEqual([]);
  });

  test('whoever hides an address is told all the same; who unsubscribes by the link of a notice is not', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example']);
    await register.rows
      .transaction()
      .execute((db) => optOut(register, { address: 'anna@alder.example', kind: 'hide', now: 1 }, db));
    await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, sink.url);
    expect(sink.mails.length).toBe(1);
    const leaving = sink.mails[0]!.links.find((link) => link.includes('/unsubscribe/'))!;
    expect(await unsubscribe(register, leaving.split('/').at(-1)!)).toBe(true);
    await publishMadeUp(register, { name: 'Birch', people });
    await tell(register, sink.url);
    expect(sink.mails.length).toBe(1);
  });

  test('without a mail server mails wait, and go once there is one', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    const { register } = opened;
    await subscribeMadeUp(register, ['anna@alder.example']);
    await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, null);
    expect(await countJobs(register)).toEqual([{ kind: 'mail.notice', state: 'waiting', count: 1 }]);
    await tell(register, sink.url);
    expect(sink.mails.length).toBe(1);
  });

  test('programs hear of publication and withdrawal, each once', async () => {
    await using opened = await open();
    await using program = await receiver();
    await using other = await receiver();
    const { register } = opened;
    await addWebhook(register, { ...hook, url: program.url });
    await addWebhook(register, { ...hook, url: other.url, events: ['breach.withdrawn'] });
    const breach = await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, null);
    expect(program.calls.map(({ payload }) => payload)).toMatchObject([
      { type: 'breach.published', data: { isReplaced: false, breach: { Name: 'Alder', PwnCount: 3 } } },
    ]);
    await enqueueJob(register, { kind: 'breach.withdrawn', body: { breach, name: 'Alder' }, dueAt: 0 });
    await tell(register, null);
    expect(program.calls[1]!.payload).toMatchObject({
      type: 'breach.withdrawn',
      data: { breachName: 'Alder' },
    });
    expect(other.calls.map(({ payload }) => payload['type'])).toEqual(['breach.withdrawn']);
    expect(JSON.stringify(program.calls)).not.toContain('@alder');
  });

  test('Monitor is called for each range it subscribed to that was hit, with the suffixes', async () => {
    await using opened = await open();
    await using monitor = await receiver();
    await using stranger = await receiver();
    const { register } = opened;
    await addWebhook(register, { ...hook, url: monitor.url, monitorToken: 'notify-token', account: 1 });
    await addWebhook(register, { ...hook, url: stranger.url, monitorToken: 'other-token', account: 2 });
    const prefix = (address: string) => sha1Of(address).toString('hex').slice(0, 6);
    const suffix = (address: string) => sha1Of(address).toString('hex').slice(6).toUpperCase();
    for (const address of ['anna@alder.example', 'ben@alder.example', 'dora@alder.example'])
      expect(await subscribeRange(register, { account: 1, prefix: prefix(address), now: 0 })).toBe('created');
    const anna = { account: 1, prefix: prefix('anna@alder.example').toUpperCase(), now: 0 };
    expect(await subscribeRange(register, anna)).toBe('exists');
    expect(await subscribeRange(register, { account: 1, prefix: 'ffffff', now: 0 })).toBe('created');
    await publishMadeUp(register, { name: 'Hidden', people });
    await publishMadeUp(register, { name: 'Alder', isRange: true, people });
    await tell(register, null);
    const calls = monitor.calls.map(({ headers, payload }) => [headers.authorization, payload]);
    expect(calls).toEqual(
      expect.arrayContaining(
        ['anna@alder.example', 'ben@alder.example'].map((address) => [
          'Bearer notify-token',
          {
            breachName: 'Alder',
            hashPrefix: prefix(address).toUpperCase(),
            hashSuffixes: [suffix(address)],
          },
        ]),
      ),
    );
    expect(calls.length).toBe(2);
    expect(stranger.calls).toEqual([]);
  });

  test('the owner of a domain hears how many of its addresses are in a breach, and not which', async () => {
    await using opened = await open();
    await using sink = await startMailSink();
    await using program = await receiver();
    const { register } = opened;
    const claim = { account: 1, domain: 'alder.example', now: Date.now() };
    await addWebhook(register, { ...hook, url: program.url, events: ['domain.report'], account: 1 });
    await sendVerificationMail(register, { ...claim, alias: 'security' });
    const link = {
      purpose: 'domain',
      body: { account: 1, domain: 'alder.example', alias: 'security' },
    } as const;
    const token = await createLink(register, { ...link, validMs: linkValidMs.answer, now: claim.now });
    await approveDomain(register, { token, now: claim.now });
    const birch = { ...claim, account: 2, domain: 'birch.example' };
    const made = await generateToken(register, birch);
    const txt = made.state === 'token' ? made.txtRecordValue : '';
    expect(await verifyDns(register, birch, async () => [txt])).toEqual({ state: 'verified' });
    await publishMadeUp(register, { name: 'Alder', people });
    await tell(register, sink.url);
    const report = sink.mails.find(({ subject }) => subject.includes('are in a breach'));
    expect(report).toMatchObject({ to: ['security@alder.example'] });
    expect(report!.text).toContain('2 addresses of alder.example');
    expect(report!.text).toContain('https://tocsin.example/api/v3/breacheddomain/alder.example');
    expect(report!.raw).not.toMatch(/anna|ben@/u);
    expect(program.calls.map(({ payload }) => payload)).toMatchObject([
      { type: 'domain.report', data: { domain: 'alder.example', breachName: 'Alder', count: 2 } },
    ]);
    await register.rows
      .transaction()
      .execute((db) => optOut(register, { address: 'anna@alder.example', kind: 'delete', now: 1 }, db));
    await publishMadeUp(register, { name: 'Birch', people });
    await tell(register, sink.url);
    expect(program.calls[1]!.payload).toMatchObject({ data: { breachName: 'Birch', count: 1 } });
  });
});
