// What a destruction needs to be finished once the case cannot be opened any more, sealed under the instance key. In:
// the instance. Out: the pending destruction of a case, as far as it came. There before the case is touched, gone when
// its certificate is there.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, syncFolder, writeWhole } from '../base/files/index.ts';
import { TocsinError } from '../base/index.ts';
import {
  type CaseFile,
  certificatesFolder,
  type InstanceHome,
  isCaseId,
  openBytes,
  sealBytes,
} from '../store/index.ts';
import type { Certificate, DestroyPlan } from './certificate.ts';

export interface Pending {
  plan: DestroyPlan;
  keyFingerprint: string;
  files: CaseFile[];
  /** Of its first entry in the custody log; null before that. */
  begunEntry: number | null;
  steps: Certificate['steps'];
  verification: Certificate['verification'];
  /** When the instance key was replaced. */
  keyReplacedAt: string | null;
  /** Said in full before the last entry of the log, which holds its hash. */
  certificate: Certificate | null;
}

export function writePending(home: InstanceHome, pending: Pending): void {
  const folder = certificatesFolder(home.path);
  try {
    makeFolder(folder, { mode: 0o700 });
    syncFolder(home.path);
    const { case: id } = pending.plan;
    const bytes = Buffer.from(JSON.stringify(pending));
    writeWhole(pendingPath(home, id), `${sealBytes(bytes, home.key, purposeOf(id))}\n`);
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write to the folder ${folder}`, { cause });
  }
}

export function readPending(home: InstanceHome, id: string): Pending {
  const path = pendingPath(home, id);
  const bytes = openBytes(readFileSync(path, 'utf8').trim(), home.key, purposeOf(id));
  if (bytes === null)
    throw new TocsinError(
      'CERTIFICATE_DAMAGED',
      `what the certificate is to be made from is damaged: ${path}`,
    );
  return JSON.parse(bytes.toString()) as Pending;
}

export function hasPending(home: InstanceHome, id: string): boolean {
  return existsSync(pendingPath(home, id));
}

export function removePending(home: InstanceHome, id: string): void {
  rmSync(pendingPath(home, id), { force: true });
  syncFolder(certificatesFolder(home.path));
}

/** Ids of cases that were being destroyed. */
export function listPending(home: string): string[] {
  const folder = certificatesFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, id = ''] = /^\.(.+)\.pending$/u.exec(name) ?? [];
    return isCaseId(id) ? [id] : [];
  });
}

/** Seals them under another instance key; those under it already stay. */
export function resealPending(home: InstanceHome, newKey: Buffer): void {
  for (const id of listPending(home.path)) {
    const sealed = readFileSync(pendingPath(home, id), 'utf8').trim();
    if (openBytes(sealed, newKey, purposeOf(id)) === null)
      writePending({ ...home, key: newKey }, readPending(home, id));
  }
}

function pendingPath(home: InstanceHome, id: string): string {
  return join(certificatesFolder(home.path), `.${id}.pending`);
}

function purposeOf(id: string): string {
  return `pending destruction ${id}`;
}
