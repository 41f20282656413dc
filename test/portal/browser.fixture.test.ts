/*
 * The browser of the tests itself: it runs, finds what is wrong with a page, and counts sheets.
 */
import { expect, test } from 'vitest';
import { axeFindings, browserOfThisFile, printedPages } from './browser.fixture.ts';

const browser = browserOfThisFile();

const pageOf = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;

test('a page is shown, and nothing is found wrong with a sound one', async () => {
  const page = await browser().newPage();
  await page.setContent(pageOf('<p>text</p>'));
  expect(await page.textContent('h1')).toBe('A page');
  expect(await axeFindings(page)).toEqual([]);
  await page.close();
});

test('an unnamed field and pale text are found', async () => {
  const page = await browser().newPage();
  await page.setContent(pageOf('<input><p style="color:#ccc">pale</p>'));
  const found = (await axeFindings(page)).map((line) => line.split(':')[0]);
  expect(found).toContain('label');
  expect(found).toContain('color-contrast');
  await page.close();
});

test('sheets are counted', async () => {
  const page = await browser().newPage();
  await page.setContent(pageOf('<p>short</p>'));
  expect(await printedPages(page)).toBe(1);
  await page.setContent(pageOf('<p>line</p>'.repeat(200)));
  expect(await printedPages(page)).toBeGreaterThan(3);
  await page.close();
});
