// Where a run keeps what it has read so far, so that one that was stopped need not begin anew: a folder of its own
// inside the user's state folder, with the key beside it. In: the state folder and what is examined. Out: the
// folder, its key, and what an earlier run of the same files left. Removed when the report is made.

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makeFolder } from '../../base/files/index.ts';
import type { FoundInput } from '../find-inputs.ts';
import type { WorkerResult } from '../read-job.ts';
import { fetchPages, type KeptResult } from './kept-pages.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** Changes whenever what is kept would be read differently. */
const layoutVersion = 3;

/** A run that nobody has taken up for so long is forgotten: what it has read of the leak must not lie about. */
const keptMs = 7 * 24 * 3600_000;

export interface RunFolder {
  path: string;
  key: Uint8Array;
  /** What an earlier run has read and kept, if there was one, and what it hashed by. */
  earlier: { seed: [number, number]; results: WorkerResult[] } | null;
}

/**
 * `settings`: whatever else decides what is read and how it is cut. `givenKey`: by default one that lies in the state
 * folder. Null where nothing is to be kept, or can be.
 */
export function openRunFolder(
  stateFolder: string | null,
  inputs: FoundInput[],
  settings: unknown,
  givenKey?: Uint8Array,
): RunFolder | null {
  if (stateFolder === null) return null;
  try {
    const runs = join(stateFolder, 'runs');
    makeFolder(runs, { mode: 0o700 });
    forgetOldRuns(runs);
    const key = givenKey ?? keyIn(stateFolder);
    const path = join(runs, identityOf(inputs, settings));
    makeFolder(path, { mode: 0o700 });
    return { path, key, earlier: earlierIn(path, key) };
  } catch {
    // a home that cannot be written to is no reason not to examine
    return null;
  }
}

export function beginRun({ path, key }: RunFolder, seed: [number, number]): void {
  writeSealed(join(path, 'run'), key, serialize({ seed }));
}

export function forgetRun({ path }: RunFolder): void {
  rmSync(path, { recursive: true, force: true });
}

function earlierIn(path: string, key: Uint8Array): RunFolder['earlier'] {
  const run = readSealed(join(path, 'run'), key);
  if (!run) return null;
  const { seed } = deserialize(run) as { seed: [number, number] };
  const results = readdirSync(path)
    .filter((name) => /^read-\w+$/u.test(name))
    .flatMap((name) => readSealed(join(path, name), key) ?? [])
    .flatMap((bytes) => fetchPages(deserialize(bytes) as KeptResult, path, key) ?? []);
  return results.length > 0 ? { seed, results } : null;
}

function identityOf(inputs: FoundInput[], settings: unknown): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([layoutVersion, settings]));
  for (const { path, bytes, modifiedMs, plan } of inputs)
    hash.update(JSON.stringify([path, bytes, modifiedMs, plan]));
  return hash.digest('hex').slice(0, 32);
}

/** One key for all runs of a user, in a file that only he may read. */
function keyIn(folder: string): Uint8Array {
  const path = join(folder, 'key');
  try {
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path);
}

function forgetOldRuns(runs: string): void {
  for (const name of readdirSync(runs)) {
    const path = join(runs, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
}
