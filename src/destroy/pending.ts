// What a destruction needs to be finished once the case cannot be opened any more, sealed under the instance key. In:
// the instance. Out: the pending destruction of a case, as far as it came. There before the case is touched, gone when
// its certificate is there.

import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { makeFolder, syncFolder, writeWhole } from '../base/files/index.ts';
import { isTocsinError, TocsinError } from '../base/index.ts';
import {
  type CaseFile,
  certificatesFolder,
  damagedPendingPath,
  type InstanceHome,
  isCaseId,
  openBytes,
  pendingPath,
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
    writeWhole(pendingPath(home.path, id), `${sealBytes(bytes, home.key, purposeOf(id))}\n`);
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write to the folder ${folder}`, { cause });
  }
}

/** Throws CERTIFICATE_DAMAGED, or CASE_UNREADABLE where the disk or a right stands in the way. */
export function readPending(home: InstanceHome, id: string): Pending {
  const path = pendingPath(home.path, id);
  const bytes = openBytes(readSealed(path, id), home.key, purposeOf(id));
  if (bytes === null)
    throw new TocsinError(
      'CERTIFICATE_DAMAGED',
      `what the certificate is to be made from is damaged: ${path}`,
    );
  return JSON.parse(bytes.toString()) as Pending;
}

/** Null where it is damaged. */
export function pendingOrNull(home: InstanceHome, id: string): Pending | null {
  try {
    return readPending(home, id);
  } catch (error) {
    if (isTocsinError(error) && error.code === 'CERTIFICATE_DAMAGED') return null;
    throw error;
  }
}

function readSealed(path: string, id: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new TocsinError(
      'CASE_UNREADABLE',
      `what the certificate of the case ${id} is to be made from cannot be read (${code}): ${path}`,
      { cause },
    );
  }
}

export function hasPending(home: InstanceHome, id: string): boolean {
  return existsSync(pendingPath(home.path, id));
}

/** Where it is afterwards: nothing reads it there. */
export function setPendingAside(home: InstanceHome, id: string): string {
  const aside = damagedPendingPath(home.path, id);
  renameSync(pendingPath(home.path, id), aside);
  syncFolder(certificatesFolder(home.path));
  return aside;
}

export function removePending(home: InstanceHome, id: string): void {
  rmSync(pendingPath(home.path, id), { force: true });
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

/** Seals them under another instance key; those under it already stay, and so do those that no key opens. */
export function resealPending(home: InstanceHome, newKey: Buffer): void {
  for (const id of listPending(home.path)) {
    const renewed = { ...home, key: newKey };
    if (pendingOrNull(renewed, id) !== null) continue;
    const pending = pendingOrNull(home, id);
    if (pending !== null) writePending(renewed, pending);
  }
}

function purposeOf(id: string): string {
  return `pending destruction ${id}`;
}
