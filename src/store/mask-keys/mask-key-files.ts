// What rests of a key for masking: `ID.key`, its 32 bytes sealed under the instance key; `ID.about`, its name and whom
// copies were masked for, sealed under the key itself; `ID.destroyed`, that it was destroyed. In: an instance and a name.
// Out: the key and its recipients. The key file is never written a second time: no copy of it is left behind on the disk.

import { hash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, syncFolder, writeOnce, writeWhole } from '../../base/files/index.ts';
import { keyBytes, TocsinError } from '../../base/index.ts';
import type { InstanceHome } from '../instance-home.ts';
import { openBytes, sealBytes } from '../sealed-bytes.ts';

/** Whom a copy is masked for: each has a secret of its own. */
export interface MaskRecipient {
  vendor: string | null;
  environment: string | null;
  /** The day that the first copy was masked for it, yyyy-mm-dd. */
  date: string;
}

export interface MaskKeyRecord {
  id: string;
  name: string;
  /** ISO 8601. */
  madeAt: string;
  recipients: MaskRecipient[];
  /** From which the secrets of all recipients are derived. */
  master: Buffer;
}

export interface DestroyedMaskKey {
  destroyedAt: string;
  /** Of all its recipients: what receipts name. */
  keyIds: string[];
}

/** Names say nothing in the folder, and may hold any character. */
export function maskKeyId(name: string): string {
  return hash('sha256', `tocsin mask key ${name.normalize('NFC')}`).slice(0, 32);
}

export function maskKeysFolder(home: string): string {
  return join(home, 'mask-keys');
}

export function maskKeyPaths(home: string, id: string): { key: string; about: string; destroyed: string } {
  const beginning = join(maskKeysFolder(home), id);
  return { key: `${beginning}.key`, about: `${beginning}.about`, destroyed: `${beginning}.destroyed` };
}

/** Under the lock of the instance. What is known of it is on the disk before the key: without its key it says nothing. */
export function createMaskKey(
  home: InstanceHome,
  about: Omit<MaskKeyRecord, 'id' | 'master'>,
): MaskKeyRecord {
  const record = { id: maskKeyId(about.name), ...about, master: randomBytes(keyBytes) };
  makeFolder(maskKeysFolder(home.path), { mode: 0o700 });
  syncFolder(home.path);
  writeAbout(home, record);
  const sealed = `${sealBytes(record.master, home.key, keyPurpose(record.id))}\n`;
  if (!writeOnce(maskKeyPaths(home.path, record.id).key, sealed)) throw damaged(home, record.id);
  return record;
}

export function writeAbout(
  home: InstanceHome,
  { id, name, madeAt, recipients, master }: MaskKeyRecord,
): void {
  const text = JSON.stringify({ name, madeAt, recipients });
  const sealed = sealBytes(Buffer.from(text), aboutKey(master), aboutPurpose(id));
  writeWhole(maskKeyPaths(home.path, id).about, `${sealed}\n`);
}

/** Null where there is none. Throws MASK_KEY_DAMAGED. */
export function readMaskKey(home: InstanceHome, id: string): MaskKeyRecord | null {
  const paths = maskKeyPaths(home.path, id);
  if (!existsSync(paths.key)) return null;
  const master = openBytes(textOf(home, id, paths.key), home.key, keyPurpose(id));
  if (master?.length !== keyBytes) throw damaged(home, id);
  const about = openBytes(textOf(home, id, paths.about), aboutKey(master), aboutPurpose(id));
  if (about === null) throw damaged(home, id);
  return { id, master, ...(JSON.parse(about.toString()) as Omit<MaskKeyRecord, 'id' | 'master'>) };
}

/** Null where it was not destroyed. */
export function readDestroyed(home: string, id: string): DestroyedMaskKey | null {
  const { destroyed } = maskKeyPaths(home, id);
  return existsSync(destroyed) ? (JSON.parse(readFileSync(destroyed, 'utf8')) as DestroyedMaskKey) : null;
}

/** Of all keys that are there or were destroyed, in the order of their ids. */
export function maskKeyIds(home: string, ending: 'key' | 'destroyed'): string[] {
  const folder = maskKeysFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && name.endsWith(`.${ending}`))
    .map((name) => name.slice(0, -ending.length - 1))
    .toSorted();
}

/** All that holds a key, also what a killed process left beside it. */
export function filesOfMaskKey(home: string, id: string): string[] {
  const folder = maskKeysFolder(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\.?([0-9a-f]{32})\.(?:key|about)(?:\.|$)/u.exec(name)?.[1] === id)
    .map((name) => join(folder, name));
}

/** Seals all keys under another instance key; one that is sealed under it already, or that neither opens, stays. */
export function resealMaskKeys(home: InstanceHome, newKey: Uint8Array): void {
  for (const id of maskKeyIds(home.path, 'key')) {
    const { key: path } = maskKeyPaths(home.path, id);
    const sealed = textOf(home, id, path);
    if (openBytes(sealed, newKey, keyPurpose(id)) !== null) continue;
    const master = openBytes(sealed, home.key, keyPurpose(id));
    if (master !== null) writeWhole(path, `${sealBytes(master, newKey, keyPurpose(id))}\n`);
  }
}

function keyPurpose(id: string): string {
  return `mask key ${id}`;
}

function aboutPurpose(id: string): string {
  return `mask key about ${id}`;
}

function aboutKey(master: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), 'tocsin mask key about', keyBytes));
}

function textOf(home: InstanceHome, id: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw damaged(home, id, cause);
  }
}

function damaged(home: InstanceHome, id: string, cause?: unknown): TocsinError {
  const { key } = maskKeyPaths(home.path, id);
  return new TocsinError('MASK_KEY_DAMAGED', `a key for masking cannot be opened: ${key}`, { cause });
}
