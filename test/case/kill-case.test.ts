/*
 * A process that writes into a case is killed: whatever it acknowledged is in the case and in the custody log, the log
 * holds, and what it could not tell the log any more is told with the next event.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { custodyFolder, listCustody, verifyCustody } from '../../src/custody/index.ts';
import { cases } from '../../src/pipeline/index.ts';
import { caseState } from '../../src/register/index.ts';
import { openHome, readEvents } from '../../src/store/index.ts';
import { testInstance } from './instance.fixture.ts';

const { home: path, attempt, json } = testInstance();
const script = fileURLToPath(new URL('write-notes.ts', import.meta.url));
const kills = 6;

/** What it said before it was killed, some time after its first words. */
async function killedAfter(id: string, ms: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, path, id], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const begun = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      said.push(line);
      resolve();
    });
  });
  const ended = new Promise<void>((resolve) => void lines.on('close', resolve));
  await Promise.race([begun, ended]);
  expect(said).not.toEqual([]);
  await sleep(ms);
  child.kill('SIGKILL');
  await ended;
  return said;
}

test('nothing that was acknowledged is lost, and the log has all that happened', async () => {
  const home = openHome(path);
  const record = cases.openCaseOf(home, 'killed', {}, { who: 'ada', now: new Date() });
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill++)
    acknowledged.push(...(await killedAfter(record.case, Math.random() * 60)));
  cases.addNote(home, record, 'after', { who: 'ada', now: new Date() });
  const noted = caseState(readEvents(record)).notes.map(({ text }) => text);
  expect(noted).toEqual(expect.arrayContaining(acknowledged));
  // at most the one of each process that was not said any more
  expect(noted.length - 1 - acknowledged.length).toBeLessThanOrEqual(kills);
  const told = [...listCustody(home, () => record.key)].map(({ counts }) => counts?.['event']);
  expect(new Set(told)).toEqual(new Set(readEvents(record).map(({ number }) => number)));
  expect(told.length).toBeLessThanOrEqual(new Set(told).size + kills);
  expect(verifyCustody(custodyFolder(path)).ok).toBe(true);
}, 120_000);

test('of several that open a case by one name at once, one does', async () => {
  const opened = await Promise.all(
    Array.from({ length: 4 }, () => attempt(['case', 'open', '--name', 'at once'])),
  );
  expect(opened.map(({ exit }) => String(exit)).toSorted()).toEqual(['0', '2', '2', '2']);
  const refusals = opened.filter(({ exit }) => exit !== 0).map(({ stderr }) => stderr);
  expect(refusals.every((told) => told.includes('there is a case of this name already'))).toBe(true);
  const { cases: listed } = (await json('case', 'list')) as { cases: { name: string }[] };
  expect(listed.filter(({ name }) => name === 'at once')).toHaveLength(1);
}, 60_000);
