// The key of instance.db: random, sealed under the instance key in a file of its own, so that another instance key needs
// only that file written anew. In: the instance. Out: the key. It is made with the database, and never for one that is
// there already: nothing would open that.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnce, writeWhole } from '../base/files/index.ts';
import { keyBytes, TocsinError } from '../base/index.ts';
import type { InstanceHome } from './instance-home.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

const purpose = 'instance database key';

export function instanceDatabaseKey(home: InstanceHome, database: string): Buffer {
  const path = keyPath(home.path);
  if (!existsSync(path)) {
    if (existsSync(database))
      throw new TocsinError('HOME_DAMAGED', `the key of the instance's database is missing: ${path}`);
    writeOnce(path, sealed(randomBytes(keyBytes), home.key));
  }
  return readKey(path, home.key);
}

/** Nothing where it is sealed under the new key already. */
export function resealDatabaseKey(home: InstanceHome, newKey: Uint8Array): void {
  const path = keyPath(home.path);
  if (!existsSync(path) || openKey(path, newKey) !== null) return;
  writeWhole(path, sealed(readKey(path, home.key), newKey));
}

/** True where there is none yet, too. */
export function opensDatabase(home: InstanceHome): boolean {
  const path = keyPath(home.path);
  return !existsSync(path) || openKey(path, home.key) !== null;
}

function keyPath(home: string): string {
  return join(home, 'instance.db.key');
}

function sealed(key: Buffer, instanceKey: Uint8Array): string {
  return `${sealBytes(key, instanceKey, purpose)}\n`;
}

function openKey(path: string, instanceKey: Uint8Array): Buffer | null {
  return openBytes(readFileSync(path, 'utf8').trim(), instanceKey, purpose);
}

function readKey(path: string, instanceKey: Uint8Array): Buffer {
  const key = openKey(path, instanceKey);
  if (key?.length !== keyBytes)
    throw new TocsinError('HOME_DAMAGED', `the key of this instance does not open ${path}`);
  return key;
}
