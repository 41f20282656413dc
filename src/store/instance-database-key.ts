// The key of instance.db: random, sealed under the instance key in a file of its own, so that another instance key needs
// only that file written anew. In: the instance. Out: the key. It is made with the database, and never for one that is
// there already: nothing would open that.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeOnce, writeWhole } from '../base/files/index.ts';
import { keyBytes, TocsinError } from '../base/index.ts';
import type { InstanceHome } from './instance-home.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

const purpose = 'instance database key';

/** `database` is there, empty while it is being made. */
export function instanceDatabaseKey(home: InstanceHome, database: string): Buffer {
  const path = keyPath(home.path);
  // looked at first: it holds nothing before there is a key
  const isMade = statSync(database).size > 0;
  if (!existsSync(path)) {
    if (isMade)
      throw new TocsinError('HOME_DAMAGED', `the key of the instance's database is missing: ${path}`);
    writeOnce(path, sealed(randomBytes(keyBytes), home.key));
  }
  return readKey(path, home.key);
}

export function hasDatabaseKey(home: string): boolean {
  return existsSync(keyPath(home));
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
    throw new TocsinError('HOME_DAMAGED', `the key file of the instance does not open ${path}`, {
      hint: 'one of the two is another one or damaged: put back the key file of this instance, or instance.db.key from a copy; where neither is left, tocsin custody renew --lost-database begins anew without the users',
    });
  return key;
}
