/*
 * Those who run the service in a real browser, against a real `tocsin serve`: a passkey is enrolled and logs in, one-time
 * codes do so without JavaScript, nothing of a third party is asked for, and no page has a fault of accessibility.
 */
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEnrolment, createApiKey, addUser, listUsers, parsePlan } from '../../src/register/index.ts';
import { type InstanceHome, openHome } from '../../src/store/index.ts';
import {
  enqueueJob,
  failJob,
  claimJobs,
  insertBreach,
  openRegister,
  publishBreach,
} from '../../src/store/register/index.ts';
import { axeFindings, browserOfThisFile, requestsOf, sendForm } from '../portal/browser.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madeUpModel } from './made-up-model.fixture.ts';
import { type StartedServe, startServe } from './serve.fixture.ts';

const browser = browserOfThisFile();
const folder = scratchFolder();
const wide = { width: 1200, height: 900 };
let serve: StartedServe;
let home: InstanceHome;
let secret: string;

beforeAll(async () => {
  home = openHome(join(folder, 'home'));
  secret = addUser(home, { name: 'ada', role: 'owner', addedBy: 'test', now: new Date() });
  await using register = await openRegister(home, null);
  const model = JSON.stringify(madeUpModel('MadeUp', { IsSensitive: true }));
  await publishBreach(
    register,
    await insertBreach(register.rows, { name: 'MadeUp', caseId: null, isRange: true, model }),
  );
  await createApiKey(register, {
    plan: parsePlan('pro')!,
    name: 'a client',
    requestsPerMinute: null,
    expiresAt: null,
    sameAccountAs: null,
    now: new Date(),
  });
  await enqueueJob(register, { kind: 'made-up', body: {}, dueAt: Date.now() });
  for (const job of await claimJobs(register, { kind: 'made-up', limit: 1, now: Date.now(), leaseMs: 1000 }))
    await failJob(register, job, 'the other side answered 410');
  serve = await startServe({
    home: home.path,
    flags: ['--host', 'localhost'],
    env: { TOCSIN_USER: 'ada', TOCSIN_SECRET: secret },
  });
});
afterAll(async () => {
  await serve?.stop();
});

async function link(): Promise<string> {
  await using register = await openRegister(home, null);
  return `${serve.url}/operators/enrol/${await createEnrolment(register, listUsers(home)[0]!, Date.now())}`;
}

/** An authenticator that says yes, as a device with a fingerprint does. */
async function withAuthenticator(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

test('a passkey is enrolled by the link, logs out and in again, and is the only way the link worked', async () => {
  const context = await browser().newContext({ locale: 'en-GB' });
  const requests = requestsOf(context);
  const page = await withAuthenticator(context);
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  const address = await link();
  await page.goto(address);
  await page.fill('#label', 'work laptop');
  await page.click('form[data-passkey] button');
  await page.waitForURL(`${serve.url}/operators`);
  expect(await page.innerText('h1')).toBe('Overview');
  expect(await page.innerText('main')).toContain('1234');
  await page.goto(`${serve.url}/operators/access`);
  expect(await page.innerText('main')).toContain('work laptop');
  await page.click('form[action="/operators/log-out"] button');
  await page.waitForURL(`${serve.url}/operators/log-in`);
  await page.click('form[data-passkey] button');
  await page.waitForURL(`${serve.url}/operators`);
  expect(complaints).toEqual([]);
  const answer = requests.findLast(({ url }) => url.endsWith('/operators/log-in/passkey'))!;
  const replayed = await fetch(answer.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: answer.body,
  });
  expect(replayed.status).toBe(403);
  expect(requests.every(({ url }) => url.startsWith(serve.url))).toBe(true);
  expect(requests.map(({ url }) => url).filter((url) => url.includes('enrol')).length).toBeGreaterThan(0);
  const again = await page.goto(address);
  expect(again!.status()).toBe(404);
  await context.close();
});

test('a passkey of nobody here does not log in, and the page says so', async () => {
  const context = await browser().newContext({ locale: 'en-GB' });
  const page = await withAuthenticator(context);
  await page.goto(`${serve.url}/operators/log-in`);
  await page.click('form[data-passkey] button');
  await page.waitForSelector('[data-message]:not([hidden])');
  expect(await page.innerText('[data-message]')).toBe('That did not work');
  await context.close();
});

test('one-time codes work without JavaScript, in French too; every page is accessible, and none scrolls sideways', async () => {
  const plain = await browser().newContext({ locale: 'fr-FR', javaScriptEnabled: false });
  const page = await plain.newPage();
  await page.goto(await link());
  const typed = await page.innerText('code');
  const totp = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) });
  await page.fill('#code', totp.generate());
  await sendForm(page, 'form:has(#code) button');
  expect(await page.innerText('h1')).toBe('Configurer les codes à usage unique');
  await page.goto(`${serve.url}/operators/log-in`);
  await page.fill('#name', 'ada');
  await page.fill('#secret', secret);
  // the code of the step before was used; that of the next step is taken already
  await page.fill('#code', totp.generate({ timestamp: Date.now() + 30_000 }));
  await sendForm(page, 'form:has(#code) button');
  expect(await page.innerText('h1')).toBe('Vue d’ensemble');
  const cookies = await plain.cookies();
  expect(cookies.map(({ httpOnly, sameSite }) => ({ httpOnly, sameSite }))).toEqual([
    { httpOnly: true, sameSite: 'Strict' },
  ]);
  for (const colorScheme of ['light', 'dark'] as const) {
    const scripted = await browser().newContext({ colorScheme, viewport: wide });
    await scripted.addCookies(cookies);
    const look = await scripted.newPage();
    for (const language of ['en', 'fr'])
      for (const path of ['', '/breaches/MadeUp', '/keys', '/jobs', '/users', '/access', '/log']) {
        await look.setViewportSize(wide);
        await look.goto(`${serve.url}/operators${path}?lang=${language}`);
        expect([path, await axeFindings(look)]).toEqual([path, []]);
        await look.setViewportSize({ width: 320, height: 700 });
        expect(await look.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      }
    await scripted.clearCookies();
    for (const address of [`${serve.url}/operators/log-in`, await link()]) {
      await look.goto(address);
      expect(await axeFindings(look)).toEqual([]);
    }
    await scripted.close();
  }
  await plain.close();
}, 120_000);
