/*
 * Those who run the service log in on the web with one-time codes: links that work once, codes that work once, sessions
 * that end, roles that hold, and every action in the custody log. The same on both engines.
 */
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { listCustody } from '../../src/custody/index.ts';
import { addUser, createEnrolment, listUsers, removeUser, type Role } from '../../src/register/index.ts';
import {
  insertBreach,
  listBreaches,
  publishBreach,
  type RegisterDatabase,
} from '../../src/store/register/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { createApp } from '../../src/web/index.ts';
import { testContext } from '../../src/web/web-context.fixture.ts';
import { madeUpModel } from './made-up-model.fixture.ts';

const site = 'http://localhost';
const start = Date.parse('2026-11-23T10:00:00Z');
const minuteMs = 60_000;
/** For what goes on behind an answer, on a machine with much else to do. */
const patiently = { timeout: 30_000 };

async function publishMadeUp(register: RegisterDatabase): Promise<void> {
  const model = JSON.stringify(madeUpModel('MadeUp'));
  const about = { name: 'MadeUp', caseId: null, isRange: false, model };
  await publishBreach(register, await insertBreach(register.rows, about));
}

forBothEngines((open) => {
  test('a user enrols a one-time code, logs in with it, and sees numbers and no person', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    await publishMadeUp(opened.register);
    const cookie = await web.logIn('ada', secret, code());
    const page = await (await web.get('/operators', cookie)).text();
    expect(page).toContain('Made up');
    expect(page).toContain('1234');
    expect(await (await web.get('/operators?lang=fr', cookie)).text()).toContain('Vue d’ensemble');
  });

  test('a code works once, and not a minute later', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const first = code();
    expect((await web.tryLogIn('ada', secret, first)).status).toBe(303);
    expect((await web.tryLogIn('ada', secret, first)).status).toBe(403);
    web.wait(2 * minuteMs);
    expect((await web.tryLogIn('ada', secret, first)).status).toBe(403);
    expect((await web.tryLogIn('ada', secret, code())).status).toBe(303);
  });

  test('the code that proves an enrolment does not log in after it', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, firstCode } = await web.enrolled('ada', 'owner', 0);
    expect((await web.tryLogIn('ada', secret, firstCode)).status).toBe(403);
  });

  test('five tries that fail end in a wait of 15 minutes, with the right answer too', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    for (let i = 0; i < 5; i++) expect((await web.tryLogIn('ada', 'wrong', code())).status).toBe(403);
    expect((await web.tryLogIn('ada', secret, code())).status).toBe(429);
    web.wait(16 * minuteMs);
    expect((await web.tryLogIn('ada', secret, code())).status).toBe(303);
  });

  test('an unknown name, a wrong secret and a wrong code are answered with the same bytes', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const answers = [
      await web.tryLogIn('nobody', secret, code()),
      await web.tryLogIn('ada', 'wrong', code()),
      await web.tryLogIn('ada', secret, '000000'),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('a link to enrol works once, for a day, and not beside a newer one', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    addUser(opened.home, { name: 'ada', role: 'owner', addedBy: 'test', now: new Date(start) });
    const user = listUsers(opened.home)[0]!;
    const older = await createEnrolment(opened.register, user, start);
    const newer = await createEnrolment(opened.register, user, start);
    expect((await web.get(`/operators/enrol/${older}`)).status).toBe(404);
    expect((await web.get(`/operators/enrol/${newer}`)).status).toBe(200);
    const page = await (await web.get(`/operators/enrol/${newer}`)).text();
    const wrong = await web.post(`/operators/enrol/${newer}`, { code: '000000' });
    expect(wrong.status).toBe(400);
    expect((await web.post(`/operators/enrol/${newer}`, { code: codeOf(page, start) })).status).toBe(200);
    expect((await web.post(`/operators/enrol/${newer}`, { code: codeOf(page, start) })).status).toBe(404);
    const last = await createEnrolment(opened.register, user, start);
    web.wait(25 * 60 * minuteMs);
    expect((await web.get(`/operators/enrol/${last}`)).status).toBe(404);
  });

  test('a session ends after 30 minutes without use, after 12 hours, when it is left, and with its user', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const isIn = async (cookie: string) => (await web.get('/operators', cookie)).status === 200;
    const idle = await web.logIn('ada', secret, code());
    web.wait(29 * minuteMs);
    expect(await isIn(idle)).toBe(true);
    web.wait(31 * minuteMs);
    expect(await isIn(idle)).toBe(false);
    const long = await web.logIn('ada', secret, code());
    for (let hours = 0; hours < 12; hours += 0.25) {
      expect(await isIn(long)).toBe(true);
      web.wait(15 * minuteMs);
    }
    web.wait(minuteMs);
    expect(await isIn(long)).toBe(false);
    const left = await web.logIn('ada', secret, code());
    await web.post('/operators/log-out', { form: await web.formToken(left) }, left);
    expect(await isIn(left)).toBe(false);
    web.wait(minuteMs);
    const removed = await web.logIn('ada', secret, code());
    expect(await isIn(removed)).toBe(true);
    removeUser(opened.home, 'ada');
    addUser(opened.home, { name: 'ada', role: 'owner', addedBy: 'test', now: new Date(start + 1) });
    expect(await isIn(removed)).toBe(false);
  });

  test('of two log-ins with one code at the same moment one gets in', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const given = code();
    const answers = await Promise.all([1, 2, 3].map(() => web.tryLogIn('ada', secret, given)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 403, 403]);
  });

  test('a clock that is put back a little ends no session, and no session outlives one put back far', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const cookie = await web.logIn('ada', secret, code());
    web.wait(-5 * minuteMs);
    expect((await web.get('/operators', cookie)).status).toBe(200);
    web.wait(-60 * minuteMs);
    expect((await web.get('/operators', cookie)).status).toBe(303);
    web.wait(65 * minuteMs);
    expect((await web.get('/operators', cookie)).status).toBe(303);
  });

  test('a form without the token of its session does nothing, and neither does one of another site', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    const cookie = await web.logIn('ada', secret, code());
    expect((await web.post('/operators/keys', { name: 'a', plan: 'pro-1' }, cookie)).status).toBe(403);
    const form = await web.formToken(cookie);
    const foreign = { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' };
    expect(
      (await web.post('/operators/keys', { name: 'a', plan: 'pro-1', form }, cookie, foreign)).status,
    ).toBe(403);
    const made = await web.post('/operators/keys', { name: 'a', plan: 'pro-1', form }, cookie);
    expect(await made.text()).toMatch(/[0-9a-f]{32}/u);
  });

  test.each<[Role, number[]]>([
    ['owner', [200, 200, 200, 200, 200]],
    ['responder', [200, 403, 200, 403, 200]],
    ['reader', [200, 403, 403, 403, 403]],
    ['auditor', [200, 403, 403, 403, 200]],
  ])('what a %s may see is decided on the server', async (role, expected) => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    if (role !== 'owner')
      addUser(opened.home, { name: 'first', role: 'owner', addedBy: 'test', now: new Date(start) });
    const { secret, code } = await web.enrolled('ada', role);
    const cookie = await web.logIn('ada', secret, code());
    const statuses: number[] = [];
    for (const path of ['', '/keys', '/jobs', '/users', '/log'])
      statuses.push((await web.get(`/operators${path}`, cookie)).status);
    expect(statuses).toEqual(expected);
    const refused = [...listCustody(opened.home, () => null)].filter(({ what }) => what === 'refuse');
    expect(refused.map(({ who }) => who)).toEqual(expected.filter((each) => each === 403).map(() => 'ada'));
  });

  test('a breach is withdrawn by typing its name, and the log says who did it', async () => {
    await using opened = await open();
    const web = await operatorWeb(opened);
    const { secret, code } = await web.enrolled('ada', 'owner');
    await publishMadeUp(opened.register);
    const cookie = await web.logIn('ada', secret, code());
    const form = await web.formToken(cookie);
    const path = '/operators/breaches/MadeUp/withdraw';
    expect((await web.post(path, { form, confirm: 'Other' }, cookie)).status).toBe(400);
    expect((await web.post(path, { form, confirm: 'MadeUp' }, cookie)).status).toBe(200);
    expect((await listBreaches(opened.register.rows)).filter(({ state }) => state === 'published')).toEqual(
      [],
    );
    await expect.poll(async () => (await listBreaches(opened.register.rows)).length, patiently).toBe(0);
    await expect
      .poll(() => [...listCustody(opened.home, () => null)].at(-1), patiently)
      .toMatchObject({ what: 'withdraw', result: 'done' });
    const log = [...listCustody(opened.home, () => null)].map(({ who, what, result }) => [who, what, result]);
    expect(log).toContainEqual(['ada', 'withdraw', 'done']);
    expect(log).toContainEqual(['ada', 'web.log-in', 'done']);
    expect(log).toContainEqual(['ada', 'web.enrol', 'done']);
  });
});

test('over plain HTTP from elsewhere nobody logs in, and there is no cookie', async () => {
  await using context = await testContext({ publicUrl: 'http://tocsin.example.org' });
  const app = createApp(context);
  const answer = await app.request('/operators/log-in');
  expect(await answer.text()).toContain('TLS');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('with TLS the cookie is bound to this host, and no script reads it', async () => {
  await using context = await testContext({ publicUrl: 'https://tocsin.example.org' });
  const web = await operatorWeb(
    { home: context.home, register: context.register },
    'https://tocsin.example.org',
  );
  const { secret, code } = await web.enrolled('ada', 'owner');
  const answer = await web.tryLogIn('ada', secret, code());
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-tocsin-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
  );
});

async function operatorWeb(opened: Pick<OpenedRegister, 'home' | 'register'>, publicUrl = site) {
  let now = start;
  const context = await testContext({ open: opened, publicUrl, now: () => new Date(now) });
  const app = createApp(context);
  const get = async (path: string, cookie = '') => app.request(path, { headers: { cookie } });
  const post = async (path: string, fields: Record<string, string>, cookie = '', headers = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const tryLogIn = (name: string, secret: string, code: string) =>
    post('/operators/log-in', { name, secret, code });
  return {
    get,
    post,
    tryLogIn,
    wait: (ms: number) => void (now += ms),
    /** After it, time has moved on to the next code, but for `waitMs` 0. */
    enrolled: async (name: string, role: Role, waitMs = minuteMs) => {
      const secret = addUser(opened.home, { name, role, addedBy: 'test', now: new Date(start) });
      const user = listUsers(opened.home).find((each) => each.name === name)!;
      const token = await createEnrolment(opened.register, user, now);
      const page = await (await get(`/operators/enrol/${token}`)).text();
      const firstCode = codeOf(page, now);
      const kept = await post(`/operators/enrol/${token}`, { code: firstCode });
      expect(kept.status).toBe(200);
      now += waitMs;
      return { secret, firstCode, code: () => codeOf(page, now) };
    },
    logIn: async (name: string, secret: string, code: string) => {
      const answer = await tryLogIn(name, secret, code);
      expect(answer.status).toBe(303);
      return answer.headers.get('set-cookie')!.split(';')[0]!;
    },
    formToken: async (cookie: string) =>
      /name="form" value="([^"]+)"/u.exec(await (await get('/operators/access', cookie)).text())![1]!,
  };
}

/** As the user's app makes it, from what the page shows. */
function codeOf(page: string, now: number): string {
  const typed = /<code>([A-Z2-7 ]+)<\/code>/u.exec(page)![1]!;
  return new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) }).generate({ timestamp: now });
}
