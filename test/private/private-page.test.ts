/*
 * The page of the private look-up in a real Chromium, served by a real process: what leaves the browser, what it shows,
 * and that people can use it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHome } from '../../src/store/index.ts';
import { openRegister } from '../../src/store/register/index.ts';
import { axeFindings, browserOfThisFile, requestsOf } from '../portal/browser.fixture.ts';
import { type StartedServe, startServe } from '../serve/serve.fixture.ts';
import { madeUpNir, madeUpPhone, plant, someSets } from './planted-index.fixture.ts';

const browser = browserOfThisFile();
const folder = mkdtempSync(join(tmpdir(), 'tocsin-private-'));
let served: StartedServe;

const planted = madeUpNir(1);
const plantedPhone = madeUpPhone(12);
const sharedPhone = madeUpPhone(13);
const nobody = madeUpNir(5001);

beforeAll(async () => {
  const path = join(folder, 'home');
  await using register = await openRegister(openHome(path), null);
  await plant(register, {
    name: 'Jobs',
    sets: someSets,
    people: [
      ...Array.from({ length: 400 }, (_, i) => ({ kind: 'nir' as const, typed: madeUpNir(i), sets: [1] })),
      { kind: 'phone', typed: plantedPhone, sets: [2] },
      { kind: 'phone', typed: sharedPhone, sets: [0, 2] },
    ],
  });
  await plant(register, {
    name: 'Secret',
    sets: [someSets[0]!],
    people: [{ kind: 'nir', typed: planted, sets: [0] }],
    model: { IsSensitive: true },
  });
  served = await startServe({ home: path });
});

afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  language: 'en' | 'fr',
  options: Parameters<ReturnType<typeof browser>['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser().newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${served.url}/private?lang=${language}`);
  return { context, page, problems };
}

async function ask(page: Page, kind: 'nir' | 'phone', number: string): Promise<string> {
  await page.check(`#kind-${kind}`);
  await page.fill('#number', number);
  await page.click('#private-form button');
  await page.waitForSelector('#private-found:not([hidden]), #private-nothing:not([hidden])');
  return page.locator('main').innerText();
}

test('a planted person is told what they lost, others that nothing was found', async () => {
  const { context, page, problems } = await open('en');
  const found = await ask(page, 'nir', planted.replace(/(.)(..)(..)(..)/u, '$1 $2 $3 $4 '));
  expect(found).toContain('Your number is in a breach');
  expect(found).toContain('Breach Jobs');
  expect(found).toContain('Social security numbers · NIR');
  expect(found).toContain('Slow to guess by design');
  expect(found).toContain('this person is a minor');
  expect(found).toContain('Example Training');
  expect(found).not.toContain('Several people');
  expect(found).not.toContain('Person 1');
  expect(found).not.toContain('Phone numbers');
  expect(found).not.toContain('Breach Secret');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Your number is in a breach');
  const none = await ask(page, 'nir', nobody);
  expect(none).toContain('Nothing found');
  expect(none).not.toContain('Breach Jobs');
  const phone = await ask(page, 'phone', plantedPhone.replace('+33 ', '0'));
  expect(phone).toContain('Phone numbers');
  expect(phone).not.toContain('Social security numbers · NIR');
  expect(phone).not.toContain('Names');
  const shared = await ask(page, 'phone', sharedPhone);
  expect(shared).toContain('Several people');
  expect(shared).toMatch(/Person 1 of 2[^]*Names[^]*Person 2 of 2[^]*Phone numbers/u);
  expect(problems).toEqual([]);
  await context.close();
});

test('no request holds the number, and two questions about the same number look unrelated', async () => {
  const { context, page } = await open('en');
  const requests = requestsOf(context);
  await ask(page, 'nir', planted);
  await ask(page, 'nir', planted);
  await ask(page, 'nir', nobody);
  const calls = requests.filter(({ url }) => url.includes('/api/private/'));
  expect(calls.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/').length}`)).toEqual(
    Array.from({ length: 3 }, () => ['POST 4', 'GET 6']).flat(),
  );
  const bodies = calls.filter(({ method }) => method === 'POST').map(({ body }) => body!);
  expect(new Set(bodies).size).toBe(3);
  expect(new Set(bodies.map((body) => body.length)).size).toBe(1);
  for (const { url, body } of requests) {
    const sent = decodeURIComponent(url) + (body ?? '');
    for (const number of [planted, nobody])
      for (const part of [number, number.slice(0, 13), number.slice(1, 10), number.slice(5, 13)])
        expect(sent).not.toContain(part);
    expect(new URL(url).origin).toBe(served.url);
  }
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  await context.close();
});

test('answers of a hit and of a miss have the same length on the wire', async () => {
  const { context, page } = await open('en');
  const lengths: Record<string, number[]> = {};
  for (const [name, number] of [
    ['hit', planted],
    ['miss', nobody],
  ] as const) {
    const seen: Promise<number>[] = [];
    const note = (answer: { url: () => string; body: () => Promise<Buffer> }): void => {
      if (answer.url().includes('/api/private/')) seen.push(answer.body().then((body) => body.length));
    };
    page.on('response', note);
    await ask(page, 'nir', number);
    page.off('response', note);
    lengths[name] = await Promise.all(seen);
  }
  expect(lengths['hit']).toHaveLength(2);
  expect(lengths['hit']).toEqual(lengths['miss']);
  await context.close();
});

test.each(['en', 'fr'] as const)(
  'it is clean of barriers, and works by keyboard alone: %s',
  async (language) => {
    const { context, page, problems } = await open(language);
    expect(await axeFindings(page)).toEqual([]);
    await page.focus('#kind-nir');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-problem=malformed]:not([hidden])');
    expect(await axeFindings(page)).toEqual([]);
    await page.fill('#number', '');
    await page.keyboard.type(plantedPhone);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#private-found:not([hidden])');
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await axeFindings(page)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('on a narrow and on a dark screen nothing is cut off and all can be read', async () => {
  const { context, page } = await open('fr', {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
  });
  await ask(page, 'nir', planted);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await context.close();
});

test('without JavaScript the page says why, and where to ask instead', async () => {
  const { context, page } = await open('fr', { javaScriptEnabled: false });
  expect(await page.isVisible('#private-form')).toBe(false);
  const text = await page.locator('main').innerText();
  expect(text).toContain('Cette page a besoin de JavaScript');
  expect(await page.locator('main a[href^="/code"]').count()).toBe(1);
  await context.close();
});

test('what cannot be answered is said in words', async () => {
  const { context, page } = await open('en');
  const failing = async (status: number, problem: string): Promise<void> => {
    await page.route('**/api/private/evaluate', (route) => route.fulfill({ status, body: '{}' }));
    await page.fill('#number', planted);
    await page.click('#private-form button');
    await page.waitForSelector(`[data-problem=${problem}]:not([hidden])`);
    await page.unroute('**/api/private/evaluate');
  };
  await failing(429, 'tooMany');
  await failing(503, 'unreachable');
  await page.route('**/api/private/evaluate', (route) =>
    route.fulfill({
      json: {
        evaluated: 'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76',
        proof: '01'.repeat(64),
      },
    }),
  );
  await page.click('#private-form button');
  await page.waitForSelector('[data-problem=unproven]:not([hidden])');
  expect(await page.isVisible('#private-found')).toBe(false);
  await context.close();
});
