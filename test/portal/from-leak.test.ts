/*
 * From the leaked file to the person's own page: a made-up dump is examined and published by commands, people who were
 * planted in it ask by mail, and what their pages say is exactly what was planted; once it is withdrawn, the server that
 * runs says so.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailSink, startMailSink } from '../../src/notify/mail-sink.fixture.ts';
import { runTocsin } from '../examine/run-tocsin.fixture.ts';
import { plantSample, type PlantedSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { type StartedServe, startServe } from '../serve/serve.fixture.ts';
import { browserOfThisFile, sendForm } from './browser.fixture.ts';

const folder = scratchFolder();
const browser = browserOfThisFile();
const home = join(folder, 'home');
/** One that nobody has seen; the title of a test names it, so that a failure can be made again. */
const seed = Date.now() % 1_000_000_000;
let sample: PlantedSample;
let sink: MailSink;
let serve: StartedServe;

async function tocsin(...args: string[]): Promise<void> {
  const { exit, stderr } = await runTocsin(args, folder, { env: { TOCSIN_HOME: home } });
  expect(exit, stderr).toBe(0);
}

beforeAll(async () => {
  const path = join(folder, 'dump.sql');
  sample = await plantSample(path, { seed, people: 300, sizeBytes: 1_000_000 });
  await tocsin('examine', path, '--case', 'recruiter');
  const facts = ['--name', 'Recruiter', '--title', 'The Recruiter', '--domain', 'example.com'];
  await tocsin('publish', 'recruiter', ...facts, '--sensitive', '--no-private');
  sink = await startMailSink();
  serve = await startServe({ home, flags: ['--smtp', sink.url] });
});
afterAll(async () => {
  await serve?.stop();
  await sink?.[Symbol.asyncDispose]();
});

/** What the page says: its heading, and the classes of each person on it. */
async function statementOf(address: string): Promise<{ heading: string; people: string[][] }> {
  const context = await browser().newContext({ locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(serve.url);
  await page.fill('#address', address);
  await sendForm(page);
  const mail = await sink.next(({ to }) => to.includes(address.toLowerCase()));
  await page.goto(mail.links.find((link) => link.includes('/statement/'))!);
  await sendForm(page);
  const people: string[][] = [];
  for (const list of await page.locator('.lost').all())
    people.push((await list.locator('strong').allInnerTexts()).toSorted());
  const heading = await page.innerText('h1');
  await context.close();
  return { heading, people };
}

test(`who was planted in the dump of seed ${seed} sees exactly what was planted`, async () => {
  const owners = Map.groupBy(
    sample.people.flatMap(({ identifiers }) => identifiers.emails),
    (email) => email,
  );
  const alone = sample.people.filter(
    ({ identifiers: { emails } }) => emails.length === 1 && owners.get(emails[0]!)!.length === 1,
  );
  for (const { identifiers, classes } of alone.slice(0, 5)) {
    const { heading, people } = await statementOf(identifiers.emails[0]!);
    expect(heading).toBe('What was lost about you');
    expect(people).toEqual([classes.toSorted()]);
  }
  expect(await statementOf('somebody.else@mail.example.com')).toEqual({
    heading: 'Nothing found',
    people: [],
  });
});

test('once the breach is withdrawn, the server that runs shows it to nobody', async () => {
  const [address] = sample.people.at(-1)!.identifiers.emails;
  await tocsin('withdraw', 'Recruiter');
  expect(await statementOf(address!)).toEqual({ heading: 'Nothing found', people: [] });
  const list = await (await fetch(`${serve.url}/breaches`, { headers: { 'accept-language': 'en' } })).text();
  expect(list).toContain('There are none yet.');
});
