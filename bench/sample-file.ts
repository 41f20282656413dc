// The made-up leaks that are measured on: made once, kept outside the repository, put into the page cache.
// In: a size and a number of people. Out: the path of a dump. Parts of an earlier run are never used.

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SampleFile {
  path: string;
  bytes: number;
}

/** As the generator reads it: `200MB`, `1GB`. */
export interface SampleWish {
  size: string;
  people: number;
  seed: number;
}

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** BENCH_FOLDER in the environment says where samples are kept, if not among the temporary files. */
export const sampleFolder = process.env['BENCH_FOLDER'] ?? join(tmpdir(), 'tocsin-bench');

export function makeSampleFile({ size, people, seed }: SampleWish): SampleFile {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, `michael-page-${size}-${people}-${seed}.sql`);
  if (!existsSync(path)) {
    const args = [
      'michael-page',
      '--size',
      size,
      '--people',
      `${people}`,
      '--seed',
      `${seed}`,
      '--out',
      path,
    ];
    const made = spawnSync(process.execPath, ['samples/sample.ts', ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 2, 2],
    });
    if (made.status !== 0)
      throw new Error(`no sample of ${size} could be made (exit ${made.status ?? made.signal})`);
  }
  return { path, bytes: statSync(path).size };
}

/** Reads the file through, so that no run pays for the disk. */
export function warmUp({ path }: SampleFile): void {
  const file = openSync(path, 'r');
  const piece = Buffer.allocUnsafe(4 << 20);
  while (readSync(file, piece, 0, piece.length, null) > 0);
  closeSync(file);
}
