/*
 * Notices as mails in a real browser: nothing for axe-core to find, nothing fetched, readable on a telephone and without
 * a style, in every language and for few and many classes. With TOCSIN_PICTURES naming a folder, pictures are left there.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  nameMark,
  type NoticeContent,
  referenceMark,
  renderMail,
  renderNotice,
} from '../../src/notify/index.ts';
import { bareFacts, contentOf, fullFacts } from '../../src/notify/wording/wording.fixture.ts';
import { dataClasses } from '../../src/recognise/index.ts';
import { axeFindings, browserOfThisFile } from '../portal/browser.fixture.ts';

const browser = browserOfThisFile();
const pictures = process.env['TOCSIN_PICTURES'];

const many = dataClasses.filter((_, i) => i % 3 === 0).map((name) => ({ class: name, kinds: [] }));
const mails: readonly (readonly [string, NoticeContent, typeof bareFacts])[] = [
  ['few-en', contentOf(), fullFacts],
  ['few-fr', contentOf({ language: 'fr' }), fullFacts],
  ['many-en', contentOf({ classes: many, notLost: [] }), bareFacts],
  ['many-fr', contentOf({ language: 'fr', classes: many, notLost: [] }), fullFacts],
  ['guardian-fr', contentOf({ language: 'fr', audience: 'guardian' }), fullFacts],
  ['more-en', contentOf({ kind: 'more', before: ['Names'] }), fullFacts],
];

function htmlOf(content: NoticeContent, facts: typeof bareFacts): string {
  const { named } = renderMail(renderNotice(content, facts));
  return named.html.replace(nameMark, 'Ada Modèle').replace(referenceMark, '1234 5678 9012 3');
}

test.each(mails)('%s has nothing for axe-core to find, and fetches nothing', async (name, content, facts) => {
  const page = await browser().newPage({ viewport: { width: 800, height: 1000 } });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.setContent(htmlOf(content, facts));
  expect(await axeFindings(page)).toEqual([]);
  expect(fetched.filter((url) => !url.startsWith('about:') && !url.startsWith('data:'))).toEqual([]);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await page.close();
});

test('on a telephone no line is wider than the screen, and the type is large', async () => {
  const page = await browser().newPage({ viewport: { width: 360, height: 700 } });
  await page.setContent(htmlOf(contentOf({ language: 'fr', classes: many }), fullFacts));
  const [width, size] = (await page.evaluate(
    `[document.documentElement.scrollWidth, parseFloat(getComputedStyle(document.querySelector('p')).fontSize)]`,
  )) as [number, number];
  expect(width).toBeLessThanOrEqual(360);
  expect(size).toBeGreaterThanOrEqual(18);
  if (pictures) await page.screenshot({ path: join(pictures, 'telephone.png') });
  await page.close();
});

test('without its style it says the same in the same order', async () => {
  const page = await browser().newPage();
  const html = htmlOf(contentOf(), fullFacts);
  const textOf = async (of: string) => {
    await page.setContent(of);
    return page.evaluate('document.body.innerText.replace(/\\s+/g, " ")');
  };
  const bare = await textOf(html.replace(/<style>.*<\/style>/su, ''));
  expect(await textOf(html)).toBe(bare);
  expect(
    await page.evaluate(
      'document.querySelectorAll("h1").length + ":" + document.querySelectorAll("h2").length',
    ),
  ).toBe('1:7');
  await page.close();
});
