/*
 * A real Chromium for one test file, from the package of the tests: unpacked once for all of them, headless, with the
 * fonts of that package only, so that pages are as long here as elsewhere. Nothing is fetched.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const require = createRequire(import.meta.url);

/** To be called at the top of a test file; the browser is there once the tests begin, and gone with them. */
export function browserOfThisFile(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());
  return () => browser!;
}

/** Its caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const folder = await unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'own-fonts.conf'), HOME: folder },
    // tests may run as root and where there is no shared memory
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
    headless: true,
    chromiumSandbox: false,
  });
}

/** One folder for every test file: made beside its place and renamed into it, so that two may begin at once. */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const place = join(tmpdir(), `tocsin-test-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(place)) return place;
  const made = mkdtempSync(`${place}-`);
  const unpack = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
  await promisify(execFile)(process.execPath, ['-e', unpack], {
    cwd: packageFolder(),
    // the package unpacks into the folder for temporary files
    env: { ...process.env, TMPDIR: made },
  });
  mkdirSync(join(made, 'font-cache'));
  writeFileSync(
    join(made, 'own-fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${place}/fonts/fonts</dir><cachedir>${place}/font-cache</cachedir></fontconfig>`,
  );
  try {
    renameSync(made, place);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

function packageFolder(): string {
  return join(require.resolve('@sparticuz/chromium'), '../..');
}

/**
 * What axe-core finds wrong with a page as it stands, `[]` where nothing: the rules of WCAG 2.2 AA and below, and
 * those of good practice. Works under a strict policy for scripts, as it comes through the debugger.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  axeSource ??= await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(`${axeSource}; undefined`);
  const { violations, incomplete } = await page.evaluate<AxeResult>(
    `axe.run(document, { resultTypes: ['violations', 'incomplete'] })`,
  );
  // of what it cannot decide only colours are ours to settle
  const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
  return [...violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary ?? ''}`),
  );
}

let axeSource: string | undefined;

interface AxeFinding {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

interface AxeResult {
  violations: AxeFinding[];
  incomplete: AxeFinding[];
}

/** Presses a button that sends a form, and waits for the page that answers it. */
export async function sendForm(page: Page, button = 'main button'): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await page.click(button);
  await answered;
}

/** How many sheets of A4 the page takes, as it would be printed. */
export async function printedPages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

/** Every address the context asks for from now on, in order: what leaves the browser. */
export function requestsOf(context: BrowserContext): { method: string; url: string; body: string | null }[] {
  const seen: { method: string; url: string; body: string | null }[] = [];
  context.on('request', (request) =>
    seen.push({ method: request.method(), url: request.url(), body: request.postData() }),
  );
  return seen;
}
