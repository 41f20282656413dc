/*
 * A folder of its own for one test file, gone when the file's tests are done.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** To be called at the top of a test file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-examine-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
