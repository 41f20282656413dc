// An instance with a custody log of made-up entries, for the tests of the log.

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type InstanceHome, openHome } from '../store/index.ts';
import { appendCustody } from './append-custody.ts';
import { type CustodyFiles, custodyFiles, custodyFolder } from './custody-files.ts';

export function madeUpHome(): InstanceHome {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-custody-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openHome(join(folder, 'home'));
}

export function appendMadeUp(home: InstanceHome, count: number): void {
  for (let i = 0; i < count; i++)
    appendCustody(home, {
      who: 'Ada Example',
      case: null,
      what: i % 2 === 0 ? 'user.add' : 'evidence.open',
      on: `E${i}`,
      result: 'done',
      counts: { people: i },
      details: { why: `made-up reason ${'x'.repeat(i % 50)}` },
    });
}

export interface MadeUpLog {
  home: InstanceHome;
  files: CustodyFiles;
  publicKey: string;
  /** The checkpoint after each entry. */
  checkpoints: string[];
}

export function madeUpLog(count: number): MadeUpLog {
  const home = madeUpHome();
  const files = custodyFiles(custodyFolder(home.path));
  const checkpoints: string[] = [];
  for (let i = 0; i < count; i++) {
    appendMadeUp(home, 1);
    checkpoints.push(readFileSync(files.checkpoint, 'utf8'));
  }
  return { home, files, publicKey: readFileSync(files.publicKey, 'utf8').trim(), checkpoints };
}

/** Somebody else's copy of the log, to be changed. */
export function copyOfLog({ home, files }: MadeUpLog): CustodyFiles {
  const copy = join(home.path, '..', 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(files.folder, copy, { recursive: true });
  return custodyFiles(copy);
}
