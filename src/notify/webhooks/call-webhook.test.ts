import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { addWebhook, removeWebhook, runJobs } from '../../register/index.ts';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import {
  countJobs,
  enqueueJob,
  listFailedJobs,
  type RegisterDatabase,
  webhookSubject,
} from '../../store/register/index.ts';
import { retryAfterMs, webhookCall, webhookHandler } from './call-webhook.ts';
import { signatureHeaders } from './sign-call.ts';

interface Called {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers with these statuses in turn, then with 200. */
async function receiver(statuses: number[], headers: Record<string, string> = {}) {
  const calls: Called[] = [];
  const server = createServer((incoming, answer) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (part: string) => (body += part));
    incoming.on('end', () => {
      calls.push({ headers: incoming.headers, body });
      answer.writeHead(statuses.shift() ?? 200, headers).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    calls,
    [Symbol.asyncDispose]: async () => void (await new Promise((resolve) => server.close(resolve))),
  };
}

async function order(register: RegisterDatabase, webhook: number): Promise<void> {
  const body = { webhook, id: 'msg_1', payload: { type: 'breach.published' } };
  await enqueueJob(register, { kind: webhookCall, body, dueAt: 0, subject: webhookSubject(webhook) });
}

async function run(
  register: RegisterDatabase,
  isOver: () => boolean | Promise<boolean>,
  {
    clock = Date.now,
    allowPrivateNetwork = true,
    onTrouble = () => {},
  }: { clock?: () => number; allowPrivateNetwork?: boolean; onTrouble?: (text: string) => void } = {},
): Promise<void> {
  const stop = new AbortController();
  const handler = webhookHandler({ register, allowPrivateNetwork, now: clock });
  const running = runJobs(
    register,
    { [webhookCall]: handler },
    { signal: stop.signal, now: clock, pollMs: 2, onTrouble },
  );
  while (!(await isOver())) await new Promise((resolve) => void setTimeout(resolve, 5));
  stop.abort();
  await running;
}

const newWebhook = { events: [], monitorToken: null, account: null, now: 0 };

/** As the specification has it, written apart from the code. */
function isSigned({ headers, body }: Called, secret: string): boolean {
  const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(signed).digest();
  const [version, signature] = (headers['webhook-signature'] as string).split(',');
  return version === 'v1' && timingSafeEqual(Buffer.from(signature!, 'base64'), expected);
}

forBothEngines((open) => {
  test('a call is signed, and each attempt at it has the same id', async () => {
    await using opened = await open();
    await using hook = await receiver([500, 503]);
    const { register } = opened;
    const { number, secret } = await addWebhook(register, { ...newWebhook, url: hook.url });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    await order(register, number);
    let clock = 1_700_000_000_000;
    await run(register, async () => (await countJobs(register)).length === 0, {
      clock: () => (clock += 1000),
    });
    expect(hook.calls.length).toBe(3);
    for (const call of hook.calls) {
      expect(isSigned(call, secret)).toBe(true);
      expect(isSigned({ ...call, body: `${call.body} ` }, secret)).toBe(false);
      expect(call.headers['webhook-id']).toBe('msg_1');
      expect(JSON.parse(call.body)).toEqual({ type: 'breach.published' });
    }
  });

  test('a program that is full says when it may be called again, and is', async () => {
    await using opened = await open();
    await using hook = await receiver([429], { 'retry-after': '3600' });
    const { register } = opened;
    const { number } = await addWebhook(register, { ...newWebhook, url: hook.url, monitorToken: 'a-token' });
    await order(register, number);
    const clock = 1_700_000_000_000;
    await run(register, async () => hook.calls.length === 1 && (await waits(register)), {
      clock: () => clock,
    });
    const { due_at } = await register.rows.selectFrom('job').select('due_at').executeTakeFirstOrThrow();
    expect(due_at).toBe(clock + 3_600_000);
    expect(hook.calls[0]!.headers.authorization).toBe('Bearer a-token');
    await run(register, () => hook.calls.length === 2, { clock: () => clock + 3_600_000 });
  });

  test('one that is gone for good is failed at once, another after twenty attempts', async () => {
    await using opened = await open();
    await using gone = await receiver([410]);
    await using broken = await receiver(Array<number>(100).fill(500));
    const { register } = opened;
    for (const { url } of [gone, broken])
      await order(register, (await addWebhook(register, { ...newWebhook, url })).number);
    let clock = 1_700_000_000_000;
    const said = new Set<string>();
    const onTrouble = (text: string) => {
      clock += 3 * 3_600_000;
      said.add(text);
    };
    const isOver = async () => (await listFailedJobs(register)).length === 2;
    await run(register, isOver, { clock: () => clock, onTrouble });
    expect([...said].toSorted()).toEqual(['webhook.call 1: answered 410', 'webhook.call 2: answered 500']);
    const failed = await listFailedJobs(register);
    expect(failed.map(({ reason, attempts }) => [reason, attempts])).toEqual(
      expect.arrayContaining([
        ['answered 410', 1],
        ['answered 500', 20],
      ]),
    );
  });

  test('a webhook on a private network is not called unless that is allowed', async () => {
    await using opened = await open();
    await using hook = await receiver([]);
    const { register } = opened;
    await order(register, (await addWebhook(register, { ...newWebhook, url: hook.url })).number);
    await run(register, () => waits(register), { allowPrivateNetwork: false });
    const row = await register.rows.selectFrom('job').select('reason').executeTakeFirstOrThrow();
    expect(row.reason).toBe('the address is of a private network');
    expect(hook.calls).toEqual([]);
  });

  test('with a webhook go the calls that wait for it', async () => {
    await using opened = await open();
    const { register } = opened;
    const { number } = await addWebhook(register, { ...newWebhook, url: 'https://hook.example/' });
    await order(register, number);
    expect(await removeWebhook(register, number)).toBe(true);
    expect(await countJobs(register)).toEqual([]);
    expect(await removeWebhook(register, number)).toBe(false);
  });

  test('neither the URL nor the secret of a webhook lies in clear in the database', async () => {
    await using opened = await open();
    const { register } = opened;
    await addWebhook(register, { ...newWebhook, url: 'https://hook.example/path', monitorToken: 'a-token' });
    const row = await register.rows.selectFrom('webhook').selectAll().executeTakeFirstOrThrow();
    expect(row.sealed.toString('latin1')).not.toMatch(/hook|path|a-token/u);
  });
});

async function waits({ rows }: RegisterDatabase): Promise<boolean> {
  const row = await rows.selectFrom('job').select(['lease', 'reason']).executeTakeFirst();
  return row !== undefined && row.lease === null && row.reason !== null;
}

test('the signature is that of the vector of Standard Webhooks', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const headers = signatureHeaders({
    secret,
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    now: 1_614_265_330_000,
    body: '{"test": 2432232314}',
  });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(headers['webhook-timestamp']).toBe('1614265330');
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['999999999', 7_200_000],
  ['Thu, 01 Jan 1970 00:01:00 GMT', 60_000],
  ['Thu, 01 Jan 1969 00:01:00 GMT', 0],
  ['soon', null],
  [null, null],
])('Retry-After %s waits %s ms', (text, expected) => {
  expect(retryAfterMs(text, 0)).toBe(expected);
});
