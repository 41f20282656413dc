// Sealed copies of evidence, one age file each, under a key that is derived from the case's: with the case's key they
// become noise. In: a case and the id of an evidence. Out: where its copy lies, and what seals and opens it.

import { hkdfSync } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeLeafFolder } from '../base/files/index.ts';
import { keyBytes } from '../base/index.ts';
import { type AgeIdentity, type AgeRecipient, keyIdentity, keyRecipient } from '../store/age/index.ts';
import type { CaseRecord } from '../store/index.ts';

export function copyFolder(record: CaseRecord): string {
  return join(record.folder, 'evidence');
}

export function copyPath(record: CaseRecord, id: string): string {
  return join(copyFolder(record), `${id}.age`);
}

export function copyRecipient(record: CaseRecord): AgeRecipient {
  return keyRecipient(copyKey(record), copyPurpose(record));
}

export function copyIdentity(record: CaseRecord): AgeIdentity {
  return keyIdentity(copyKey(record), copyPurpose(record));
}

function copyKey({ key }: CaseRecord): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'tocsin evidence', keyBytes));
}

function copyPurpose(record: CaseRecord): string {
  return `evidence of ${record.case}`;
}

/** Whoever writes a copy writes all the time: what rests for so long was left by a process that was killed. */
const abandonedMs = 3600_000;

/** Makes the folder, and removes what nobody is writing any more. */
export function prepareCopies(record: CaseRecord): void {
  const folder = copyFolder(record);
  makeLeafFolder(folder, { mode: 0o700 });
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.partial'))) {
    const path = join(folder, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > abandonedMs) rmSync(path, { force: true });
  }
}
