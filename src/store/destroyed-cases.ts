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

/** Of a case that is destroyed; there is none before. */
export function certificatePath(home: string, id: string): string {
  return join(certificatesFolder(home), `${id}.json`);
}

/** Throws CASE_DESTROYED, with the place of the certificate. */
export function refuseDestroyed(home: InstanceHome, id: string): void {
  const path = certificatePath(home.path, id);
  if (existsSync(path))
    throw new TocsinError('CASE_DESTROYED', `the case ${id} was destroyed: its certificate is ${path}`);
}
