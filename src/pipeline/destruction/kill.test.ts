import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { custodyFolder, custodyHead, listCustody, verifyCustody } from '../../custody/index.ts';
import { verifyCertificate } from '../../destroy/index.ts';
import { listIncidents } from '../../register/index.ts';
import {
  appendEvent,
  certificatePath,
  findCase,
  type InstanceHome,
  openHome,
  readEvents,
} from '../../store/index.ts';
import { openCaseOf } from '../cases/index.ts';
import { finishDestructions } from './finish-destructions.ts';
import { verifyAgainstLog } from './verify-against-log.ts';

const script = fileURLToPath(new URL('destroy-until-killed.fixture.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tocsin-destroy-'));
const by = { who: 'Ada Example', now: new Date('2026-11-23T09:00:00Z') };
let id = '';
let other = '';

beforeAll(() => {
  const home = openHome(join(folder, 'template'));
  const record = openCaseOf(home, 'to be destroyed', {}, by);
  appendEvent(record, { kind: 'case.note', who: by.who, at: by.now.toISOString(), body: { text: 'kept' } });
  id = record.case;
  other = openCaseOf(home, 'to stay', {}, by).case;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The signal that ended it, or null. */
async function runUntil(home: string, about: string, step: string): Promise<string | null> {
  const child = spawn(process.execPath, [script, home, about, step], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(code ?? 0).toBe(0);
  return signal;
}

const wholeUntil = ['registered', 'pending', 'begun', 'ready'];
const goneFrom = [
  'key overwritten',
  'key record removed',
  'files removed',
  'checked',
  'key.next',
  'key.cases',
  'key.database',
  'key.moved',
  'key.overwritten',
  'instance key replaced',
  'stated',
  'logged',
  'certificate',
  'pdf',
  'settled',
];

function entriesOf(home: InstanceHome): string[] {
  return [...listCustody(home, () => null)]
    .filter(({ what }) => what === 'destroy')
    .map(({ result }) => result);
}

function expectSound(home: InstanceHome): void {
  const verdict = verifyCustody(custodyFolder(home.path), { known: custodyHead(home) });
  expect(verdict.problems).toEqual([]);
  expect(findCase(home, other)!.name).toBe('to stay');
  expect(readdirSync(home.path).toSorted()).not.toContain('key.next');
  expect(readdirSync(home.path).toSorted()).not.toContain('key.old');
  expect(listIncidents(home).map((incident) => incident.case)).toContain(id);
}

/** Killed at the step; then, where asked for, killed again at the first step of whoever finishes it. */
async function killedAt(step: string, isTwice: boolean): Promise<string> {
  const path = mkdtempSync(join(folder, 'home-'));
  cpSync(join(folder, 'template'), path, { recursive: true });
  expect(await runUntil(path, id, step)).toBe('SIGKILL');
  if (isTwice) await runUntil(path, '-', 'any');
  return path;
}

test.each(wholeUntil)('killed after %s the case is whole, and the log says that it stayed', async (step) => {
  const path = await killedAt(step, false);
  const told: string[] = [];
  await finishDestructions(path, { onWhole: (whole) => told.push(whole) });
  const home = openHome(path);
  expectSound(home);
  expect(told).toEqual(step === 'registered' ? [] : [id]);
  expect(readEvents(findCase(home, id)!).at(-1)!.body).toEqual({ text: 'kept' });
  expect(existsSync(join(path, 'certificates')) ? readdirSync(join(path, 'certificates')) : []).toEqual([]);
  const ended: Record<string, string[]> = { registered: [], pending: ['failed'] };
  expect(entriesOf(home)).toEqual(ended[step] ?? ['begun', 'failed']);
});

test.each([
  ...goneFrom.map((step) => [step, false] as const),
  ...['key overwritten', 'key.moved', 'logged'].map((step) => [step, true] as const),
])('killed after %s (and in finishing: %s) it is destroyed, once, and certified', async (step, isTwice) => {
  const path = await killedAt(step, isTwice);
  await finishDestructions(path);
  const home = openHome(path);
  expectSound(home);
  expect(() => findCase(home, id)).toThrow('was destroyed');
  expect(existsSync(join(path, 'cases', id))).toBe(false);
  expect(entriesOf(home)).toEqual(['begun', 'done']);
  expect(home.key.equals(readFileSync(join(folder, 'template', 'key')))).toBe(false);
  expect(readdirSync(join(path, 'certificates')).toSorted()).toEqual([`${id}.json`, `${id}.pdf`]);
  const publicKey = readFileSync(join(path, 'custody', 'public-key'), 'utf8');
  for (const file of [certificatePath(path, id), join(path, 'certificates', `${id}.pdf`)]) {
    const { problems, signed } = verifyCertificate(readFileSync(file), publicKey);
    expect(problems).toEqual([]);
    expect(verifyAgainstLog(signed!, path).problems).toEqual([]);
  }
});
