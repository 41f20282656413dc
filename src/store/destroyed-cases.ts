// Which cases were destroyed: those that left a certificate. In: the instance and an id. Out: an error that says so. A
// case is destroyed from when its key is gone; the certificate is written after that.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../base/index.ts';
import type { InstanceHome } from './instance-home.ts';

const idShape = /^\d{4}-[0-9a-z]{6}$/u;

export function isCaseId(text: string): boolean {
  return idShape.test(text);
}

export function certificatesFolder(home: string): string {
  return join(home, 'certificates');
}

/** Of a case that is being destroyed. */
export function pendingPath(home: string, id: string): string {
  return join(certificatesFolder(home), `.${id}.pending`);
}

/** Of a case that is destroyed; there is none before. */
export function certificatePath(home: string, id: string): string {
  return join(certificatesFolder(home), `${id}.json`);
}

/** Of a case that is destroyed, where what its certificate is to be made from was damaged. */
export function damagedPendingPath(home: string, id: string): string {
  return join(certificatesFolder(home), `${id}.pending.damaged`);
}

/** Throws CASE_DESTROYED, with the place of the certificate. */
export function refuseDestroyed(home: InstanceHome, id: string): void {
  const path = certificatePath(home.path, id);
  if (existsSync(path))
    throw new TocsinError('CASE_DESTROYED', `the case ${id} was destroyed: its certificate is ${path}`);
  const damaged = damagedPendingPath(home.path, id);
  if (existsSync(damaged))
    throw new TocsinError(
      'CASE_DESTROYED',
      `the case ${id} was destroyed; what its certificate is to be made from is damaged: ${damaged}`,
      {
        hint: `where a copy of it is left, put that at ${pendingPath(home.path, id)}: the next command goes on`,
      },
    );
}

/** For whoever finds, while he writes, that the case is gone. */
export function caseGone(id: string, cause?: unknown): TocsinError {
  return new TocsinError('CASE_DESTROYED', `the case ${id} was destroyed meanwhile: nothing was written`, {
    cause,
  });
}
