/*
 * Every page of the portal as people meet it: nothing for axe-core to find in either language, light or dark; no
 * scrolling sideways on a narrow screen or with letters of twice the size; usable with the keyboard alone; nothing loaded
 * from elsewhere, no cookie; a statement on one sheet.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLink, type LinkPurpose } from '../../src/register/index.ts';
import { axeFindings, browserOfThisFile, printedPages, requestsOf, sendForm } from './browser.fixture.ts';
import {
  ana,
  code,
  nobody,
  nobodysCode,
  shared,
} from '../../src/lookup/statements/planted-breaches.fixture.ts';
import { nobodysReference, plantNotice, reference } from './planted-notice.fixture.ts';
import { startPortal, type TestPortal } from './portal.fixture.ts';

const browser = browserOfThisFile();
let portal: TestPortal;
let textPath: string;
beforeAll(async () => {
  portal = await startPortal({ settings: { contact: 'privacy@recruiting.example' } });
  textPath = await plantNotice(portal.context.register);
});
afterAll(() => portal?.[Symbol.asyncDispose]());

type Language = 'en' | 'fr';

const linkOf = async (purpose: LinkPurpose, path: string, body: object, language: Language) => {
  const { register } = portal.context;
  const token = await createLink(register, {
    purpose,
    body: { ...body, language },
    validMs: 1e7,
    now: Date.now(),
  });
  return `/${path}/${token}`;
};

async function sendCode(page: Page, fields: Record<string, string>): Promise<void> {
  await page.goto(`${portal.url}/code`);
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  await sendForm(page);
}

async function checkReference(page: Page, typed: string): Promise<void> {
  await page.goto(`${portal.url}/letter`);
  await page.fill('#reference', typed);
  await sendForm(page);
}

/** How one comes to each page. */
const pages: Record<string, (page: Page, language: Language) => Promise<unknown>> = {
  ask: (page) => page.goto(`${portal.url}/`),
  'ask, wrong': async (page) => {
    await page.goto(`${portal.url}/`);
    await page.fill('#address', 'no sign');
    await sendForm(page);
  },
  asked: async (page) => {
    await page.goto(`${portal.url}/`);
    await page.fill('#address', ana);
    await sendForm(page);
  },
  code: (page) => page.goto(`${portal.url}/code`),
  'code, wrong': (page) => sendCode(page, { code: '1234', day: '30', month: '2', year: '1985' }),
  'code, failed': (page) => sendCode(page, { code: nobodysCode, day: '27', month: '3', year: '1985' }),
  'statement by code': (page) => sendCode(page, { code, day: '27', month: '3', year: '1985' }),
  letter: (page) => page.goto(`${portal.url}/letter`),
  'letter, wrong': (page) => checkReference(page, '1234'),
  'letter, known': (page) => checkReference(page, reference),
  'letter, unknown': (page) => checkReference(page, nobodysReference),
  'letter texts': (page) => page.goto(`${portal.url}/letter/texts`),
  'letter text': (page) => page.goto(portal.url + textPath),
  subscribe: (page) => page.goto(`${portal.url}/notify-me`),
  'opt out': (page) => page.goto(`${portal.url}/opt-out`),
  breaches: (page) => page.goto(`${portal.url}/breaches`),
  breach: (page) => page.goto(`${portal.url}/breaches/MadeUpClinic`),
  'no such page': (page) => page.goto(`${portal.url}/nothing-here`),
  'dead link': (page) => page.goto(`${portal.url}/statement/x`),
  'link to subscribe': async (page, language) =>
    page.goto(portal.url + (await linkOf('subscribe', 'notify-me', { address: ana }, language))),
  'link to opt out': async (page, language) =>
    page.goto(portal.url + (await linkOf('opt-out', 'opt-out', { address: ana, kind: 'hide' }, language))),
  'link to a domain': async (page, language) =>
    page.goto(
      portal.url +
        (await linkOf('domain', 'domain', { domain: 'example.org', alias: 'admin', account: 1 }, language)),
    ),
  'link to unsubscribe': (page) => page.goto(`${portal.url}/unsubscribe/x`),
  'link to a statement': async (page, language) =>
    page.goto(portal.url + (await linkOf('statement', 'statement', { address: ana }, language))),
  ...Object.fromEntries(
    [ana, shared, nobody].map((address) => [
      `statement of ${address}`,
      async (page: Page, language: Language) => {
        await page.goto(portal.url + (await linkOf('statement', 'statement', { address }, language)));
        await sendForm(page);
      },
    ]),
  ),
};

const locales = { en: 'en-GB', fr: 'fr-FR' } as const;

async function onPages(
  { language, only = /(?:)/u }: { language: Language; only?: RegExp },
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const context = await browser().newContext({ locale: locales[language] });
  const requests = requestsOf(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // a page that says so by its status is told of here too
    if (!/status of 40\d|status of 410/u.test(message.text())) complaints.push(message.text());
  });
  for (const [name, open] of Object.entries(pages)) {
    if (!only.test(name)) continue;
    await open(page, language);
    await look(page, name);
  }
  expect(complaints).toEqual([]);
  expect(requests.filter(({ url }) => !url.startsWith(`${portal.url}/`))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
}

/** Some twenty pages, each looked at four times. */
const longMs = 300_000;

const width = (page: Page) => page.evaluate('document.documentElement.scrollWidth');

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test(
    'axe-core finds nothing, light or dark, and nothing is wider than a narrow screen',
    async () => {
      await onPages({ language }, async (page, name) => {
        expect(await page.getAttribute('html', 'lang'), name).toBe(language);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await axeFindings(page), `${name}, ${colorScheme}`).toEqual([]);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await width(page), name).toBe(320);
        await page.setViewportSize({ width: 640, height: 640 });
        await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
        expect(await width(page), `${name}, letters of twice the size`).toBe(640);
        await page.setViewportSize({ width: 1280, height: 720 });
      });
    },
    longMs,
  );

  test('a statement takes one sheet of paper', async () => {
    const sheets: [string, number][] = [];
    await onPages(
      { language, only: /^statement/u },
      async (page, name) => void sheets.push([name, await printedPages(page)]),
    );
    const names = ['by code', ...[ana, shared, nobody].map((address) => `of ${address}`)];
    expect(sheets).toEqual(names.map((name) => [`statement ${name}`, 1]));
  });
});

test('the keyboard is enough: the first key leads past the links, the last one sends the form', async () => {
  const context = await browser().newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(portal.url);
  await page.keyboard.press('Tab');
  expect(await page.innerText(':focus')).toBe('Go to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.getAttribute(':focus', 'id')).toBe('address');
  expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
  await page.keyboard.type(ana);
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:text("Look into your mailbox")');
  await page.goto(portal.url + (await linkOf('statement', 'statement', { address: ana }, 'en')));
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.localName')) === 'button') break;
  }
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:text("What was lost about you")');
  await context.close();
});

test('the other language is one link away, and stays chosen', async () => {
  const context = await browser().newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(`${portal.url}/breaches`);
  expect(await page.innerText('h1')).toBe('All breaches');
  await page.click('text=Français');
  expect(await page.innerText('h1')).toBe('Toutes les fuites');
  await page.click('text=Demander par adresse e-mail');
  expect(await page.getAttribute('html', 'lang')).toBe('fr');
  await page.fill('#address', ana);
  await sendForm(page);
  expect(await page.innerText('h1')).toBe('Regardez dans votre messagerie');
  await context.close();
});
