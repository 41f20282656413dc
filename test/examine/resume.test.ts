/*
 * A run that is killed goes on from where it was: the report is the one of a run that was never stopped.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const plain = join(folder, 'plain.sql');
const packed = join(folder, 'packed.sql.gz');
const script = fileURLToPath(new URL('./stopped-run.fixture.ts', import.meta.url));

interface Ended {
  isResumed: boolean;
  report: ExposureReport;
}

function start(state: string, everyMs: number, paths: string[]) {
  const child = spawn(process.execPath, [script, state, String(everyMs), ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<Ended | null>((resolve) => {
    child.on('close', (code) =>
      resolve(code === 0 ? (JSON.parse(Buffer.concat(parts).toString()) as Ended) : null),
    );
  });
  return { child, ended };
}

function kept(state: string): string[] {
  const runs = join(state, 'runs');
  if (!existsSync(runs)) return [];
  return readdirSync(runs).flatMap((run) =>
    readdirSync(join(runs, run))
      .filter((name) => name.startsWith('read-') && !name.includes('.'))
      .map((name) => join(runs, run, name)),
  );
}

/** Kills a run as soon as it has kept something new; false where it was done before. */
async function killOnceKept(state: string, paths: string[]): Promise<boolean> {
  const before = new Set(kept(state));
  const { child, ended } = start(state, 1, paths);
  while (child.exitCode === null && kept(state).every((path) => before.has(path))) await sleep(5);
  child.kill('SIGKILL');
  return (await ended) === null;
}

beforeAll(async () => {
  await plantSample(plain, { seed: 8, people: 3000, sizeBytes: 30_000_000 });
  writeFileSync(packed, gzipSync(readFileSync(plain), { level: 1 }));
});

describe.each([
  ['a plain dump', [plain]],
  ['a packed dump beside another', [packed, plain]],
])('%s', (name, paths) => {
  test('killed twice, gives the report of a run that was never stopped', async () => {
    const state = join(folder, name);
    mkdirSync(state);
    expect(await killOnceKept(state, paths)).toBe(true);
    for (const path of kept(state)) {
      expect(readFileSync(path).includes('@example')).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    await killOnceKept(state, paths);
    const last = await start(state, 60_000, paths).ended;
    const whole = await examine(paths, { tuning: { stretchBytes: 200_000 } });
    expect(last?.isResumed).toBe(true);
    expect(last?.report).toEqual({ ...whole, seconds: 0, megabytesPerSecond: 0 });
    expect(readdirSync(join(state, 'runs'))).toEqual([]);
  }, 60_000);
});

test('a file that has changed since is read anew', async () => {
  const state = join(folder, 'changed');
  const path = join(folder, 'changed.sql');
  writeFileSync(path, readFileSync(plain));
  expect(await killOnceKept(state, [path])).toBe(true);
  appendFileSync(path, '-- one line more\n');
  expect((await start(state, 60_000, [path]).ended)?.isResumed).toBe(false);
}, 60_000);

test('what was kept and has been changed by somebody is not believed', async () => {
  const state = join(folder, 'forged');
  expect(await killOnceKept(state, [plain])).toBe(true);
  for (const path of kept(state)) {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
  }
  const last = await start(state, 60_000, [plain]).ended;
  expect(last?.isResumed).toBe(false);
  expect(last?.report.people.count).toBeGreaterThan(2000);
}, 60_000);
