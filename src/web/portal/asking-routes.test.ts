// Asking by an address: one page for everything that is true, one job, and nothing beyond the limits.
import { expect, test } from 'vitest';
import { orderAskedMail, type AskedByMail } from '../../lookup/index.ts';
import type { RegisterDatabase } from '../../store/register/index.ts';
import { claimJobs } from '../../store/register/index.ts';
import { createApp } from '../create-app.ts';
import { testContext } from '../web-context.fixture.ts';

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers,
});

/** Each is given once. */
async function jobsOf(register: RegisterDatabase, kind: string): Promise<unknown[]> {
  const jobs = await claimJobs(register, { kind, limit: 1000, now: 9e15, leaseMs: 1 });
  return jobs.map(({ body }) => body);
}

test('a question is one job, which orders one mail to the normal form of the address', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const answer = await app.request('/ask?lang=fr', form({ address: ' Ana.Duval@Example.org ' }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const asked = await jobsOf(context.register, 'asked-by-mail');
  expect(asked).toEqual([{ address: 'Ana.Duval@Example.org', language: 'fr', wish: { what: 'statement' } }]);
  await orderAskedMail(context.register, asked[0] as AskedByMail, Date.now());
  expect(await jobsOf(context.register, 'mail.waited-for')).toMatchObject([
    { mail: 'statement', to: 'ana.duval@example.org', language: 'fr', link: { purpose: 'statement' } },
  ]);
});

test('each of the three pages asks for its own mail', async () => {
  await using context = await testContext();
  const app = createApp(context);
  await app.request('/notify-me', form({ address: 'a@example.org' }));
  await app.request('/opt-out', form({ address: 'a@example.org', kind: 'forget' }));
  for (const asked of await jobsOf(context.register, 'asked-by-mail'))
    await orderAskedMail(context.register, asked as AskedByMail, Date.now());
  expect(await jobsOf(context.register, 'mail.waited-for')).toMatchObject([
    { mail: 'subscribe', to: 'a@example.org' },
    { mail: 'opt-out', to: 'a@example.org', kind: 'forget' },
  ]);
});

test('a network that asks too often gets the same page and no more jobs; another network is answered', async () => {
  // a fixed moment: with the hour the count begins anew
  await using context = await testContext({ settings: { trustProxy: true }, now: () => new Date(1e12) });
  const app = createApp(context);
  const pages = new Set<string>();
  const ask = async (address: string) => {
    const answer = await app.request(
      '/ask',
      form({ address: 'a@example.org' }, { 'x-forwarded-for': address }),
    );
    pages.add(`${answer.status} ${await answer.text()}`);
  };
  for (let i = 0; i < 320; i++) await ask(`203.0.113.${i % 250}`);
  expect(await jobsOf(context.register, 'asked-by-mail')).toHaveLength(300);
  await ask('198.51.100.7');
  expect(await jobsOf(context.register, 'asked-by-mail')).toHaveLength(1);
  expect(pages.size).toBe(1);
});

test('questions that arrive at the same moment are all enqueued', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const ask = async (i: number) => app.request('/ask', form({ address: `a${i}@example.org` }));
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(i)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200));
  expect(await jobsOf(context.register, 'asked-by-mail')).toHaveLength(40);
});

test('one address gets a few mails a day, however it is written', async () => {
  await using context = await testContext();
  const asked = (address: string): AskedByMail => ({ address, language: 'en', wish: { what: 'statement' } });
  for (let i = 0; i < 10; i++)
    await orderAskedMail(context.register, asked(i % 2 === 0 ? 'A@example.org' : 'a@example.org '), 1000);
  expect(await jobsOf(context.register, 'mail.waited-for')).toHaveLength(6);
  await orderAskedMail(context.register, asked('a@example.org'), 1000 + 24 * 3_600_000);
  expect(await jobsOf(context.register, 'mail.waited-for')).toHaveLength(1);
});

test('what passes for an address only at first sight orders nothing', async () => {
  await using context = await testContext();
  for (const address of ['a@b', 'a@example..org', 'a@b@c.org', '"@"@', 'x@192.168.1.1'])
    await orderAskedMail(context.register, { address, language: 'en', wish: { what: 'statement' } }, 1);
  expect(await jobsOf(context.register, 'mail.waited-for')).toEqual([]);
});

test('a form that is none, too long or badly encoded is refused calmly, and asks for nothing', async () => {
  await using context = await testContext();
  const app = createApp(context);
  const encoded = { 'content-type': 'application/x-www-form-urlencoded' };
  const bad: RequestInit[] = [
    form({ address: '' }),
    form({ address: 'no sign' }),
    form({ address: `${'a'.repeat(400)}@example.org` }),
    form({ address: `${'a'.repeat(9000)}@example.org` }),
    { method: 'POST' },
    {
      method: 'POST',
      body: JSON.stringify({ address: 'a@example.org' }),
      headers: { 'content-type': 'application/json' },
    },
    { method: 'POST', body: 'address=%ff%fe%40example.org', headers: encoded },
    { method: 'POST', body: Buffer.from('address=\xe9@example.org', 'latin1'), headers: encoded },
    { method: 'POST', body: 'address=a%00b', headers: encoded },
  ];
  for (const request of bad) {
    const answer = await app.request('/ask', request);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<form method="post"');
  }
  expect((await app.request('/opt-out', form({ address: 'a@example.org', kind: 'all' }))).status).toBe(400);
  expect(await jobsOf(context.register, 'asked-by-mail')).toEqual([]);
});

test('what somebody typed is shown to them as text', async () => {
  await using context = await testContext();
  const answer = await createApp(context).request('/ask', form({ address: '"><script>x</script>' }));
  const page = await answer.text();
  expect(page).not.toContain('<script>');
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;');
});

test('a form from another site is refused', async () => {
  await using context = await testContext();
  const answer = await createApp(context).request(
    '/ask',
    form({ address: 'a@example.org' }, { 'sec-fetch-site': 'cross-site' }),
  );
  expect(answer.status).toBe(403);
  expect(await jobsOf(context.register, 'asked-by-mail')).toEqual([]);
});

test('no page sets a cookie, and none but the catalogue and the forms may be kept', async () => {
  await using context = await testContext();
  const app = createApp(context);
  for (const path of [
    '/',
    '/notify-me',
    '/opt-out',
    '/breaches',
    '/statement/x',
    '/unsubscribe/x',
    '/nowhere',
  ]) {
    const answer = await app.request(path);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toMatch(/^(?:no-store|no-cache)$/u);
  }
});
