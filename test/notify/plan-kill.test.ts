import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findCase, openHome } from '../../src/store/index.ts';
import {
  countedTally,
  currentPlan,
  hasNotices,
  openNotices,
  readTally,
  recipientsBatch,
  variantsOf,
} from '../../src/store/notices/index.ts';
import { startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { michaelPageCase, type MichaelPageCase } from './notify.fixture.ts';

const folder = scratchFolder();
let site: MichaelPageCase;

beforeAll(async () => {
  site = await michaelPageCase(folder, { people: 300, seed: 4 });
}, 60_000);

/** What the ledger says now, checked for being whole; null where there is none or nothing is planned. */
function heldPlan(): { channels: string; people: number } | null {
  const record = findCase(openHome(site.home), site.id)!;
  if (!hasNotices(record)) return null;
  using notices = openNotices(record);
  const { db } = notices;
  expect(db.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
  const plan = currentPlan(db);
  if (plan === null) return null;
  const recipients = recipientsBatch(db, plan.plan, 0, 1e6);
  const { people } = plan.counts as { people: number };
  expect(recipients).toHaveLength(people);
  expect(readTally(db, plan.plan)).toEqual(countedTally(db, plan.plan));
  const variants = new Set(variantsOf(db, plan.plan).map(({ variant }) => variant));
  for (const { variant } of recipients) expect(variants.has(variant)).toBe(true);
  for (const table of ['recipient', 'variant', 'tally'])
    expect(db.prepare(`SELECT count(DISTINCT plan) FROM ${table}`).pluck().get()).toBe(1);
  return { channels: (plan.settings as { channels: string[] }).channels.join(''), people };
}

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** Everything that rests in the instance and in the temporary folder. */
function clearValues(): string[] {
  const bytes = [site.home, join(folder, 'temporary')].flatMap(filesIn).map((path) => readFileSync(path));
  const values = site.people.flatMap(({ identifiers: { emails, names } }) => [...emails, ...names]);
  return values.filter((value) => bytes.some((held) => held.includes(value)));
}

/** Kills the command after a share of the time that a whole run takes; whether it was still running. */
async function killedAt(share: number, wholeMs: number, channels: string): Promise<boolean> {
  const env = { TOCSIN_HOME: site.home, TMPDIR: join(folder, 'temporary') };
  const { child, ended } = startTocsin(['notify', 'plan', site.id, '--channels', channels], folder, { env });
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), share * wholeMs);
  const { exit } = await ended;
  clearTimeout(timer);
  return exit === null;
}

const shares = [0.05, 0.3, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

test('killed at any moment, a plan is the one before or the new one, whole, and nothing rests in clear', async () => {
  const begun = performance.now();
  await site.run('notify', 'plan', '2020-nobody');
  const startMs = performance.now() - begun;
  expect(await killedAt(0.8, startMs, 'email')).toBe(true);
  expect(heldPlan()).toBeNull();
  const from = performance.now();
  const { people } = (await site.json('notify', 'plan', site.id, '--channels', 'email,letter')) as {
    people: number;
  };
  const wholeMs = performance.now() - from;
  let [killed, other] = [0, false];
  for (const share of shares) {
    const before = heldPlan()!;
    expect(before.people).toBe(people);
    other = !other;
    const asked = other ? 'letter' : 'email,letter';
    if (await killedAt(share, wholeMs, asked)) killed++;
    expect(['l', 'el']).toContain(heldPlan()!.channels);
    expect(clearValues()).toEqual([]);
  }
  expect(killed).toBeGreaterThan(0);
  await site.json('notify', 'plan', site.id, '--channels', 'letter');
  expect(heldPlan()).toEqual({ channels: 'l', people });
}, 180_000);
