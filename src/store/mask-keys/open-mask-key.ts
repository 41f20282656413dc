// The secret that copies for one recipient are masked under. In: the name of a key, and whom the copy is for. Out: 32 bytes,
// the same ones for the same recipient whenever asked. Key and recipient are on the disk before the secret is handed out:
// nothing is ever masked under what is known nowhere.

import { hash, hkdfSync } from 'node:crypto';
import { keyBytes, parseDay, TocsinError } from '../../base/index.ts';
import type { InstanceHome } from '../instance-home.ts';
import { withInstance } from '../instance-lock.ts';
import {
  createMaskKey,
  maskKeyId,
  type MaskKeyRecord,
  type MaskRecipient,
  readDestroyed,
  readMaskKey,
  writeAbout,
} from './mask-key-files.ts';

export interface MaskKeyRequest {
  vendor?: string | undefined;
  environment?: string | undefined;
  /** yyyy-mm-dd: a recipient of that day, and no other. By default the first that the name has for these. */
  date?: string | undefined;
  now?: Date;
}

export interface OpenMaskKey {
  name: string;
  /** 16 hexadecimal digits that stand for the secret; it cannot be found from them. */
  keyId: string;
  /** 32 bytes. */
  secret: Buffer;
  recipient: MaskRecipient;
  /** The key was made now: nothing was masked under it before. */
  isNew: boolean;
  isNewRecipient: boolean;
}

/** Makes what is missing. Throws USAGE, MASK_KEY_DESTROYED, MASK_KEY_DAMAGED, HOME_NOT_WRITABLE. */
export function openMaskKey(home: InstanceHome, name: string, request: MaskKeyRequest = {}): OpenMaskKey {
  const { now = new Date() } = request;
  const keyName = checkedName(name, 'the name of a key');
  const vendor = request.vendor === undefined ? null : checkedName(request.vendor, 'a vendor');
  const environment =
    request.environment === undefined ? null : checkedName(request.environment, 'an environment');
  const date = request.date === undefined ? null : parseDay(request.date, 'the day of a recipient');
  return withInstance(home, () => {
    refuseDestroyed(home, keyName);
    const found = readMaskKey(home, maskKeyId(keyName));
    const known = found?.recipients.find(
      (each) =>
        each.vendor === vendor && each.environment === environment && (date === null || each.date === date),
    );
    const recipient = known ?? { vendor, environment, date: date ?? now.toISOString().slice(0, 10) };
    const record =
      found ?? created(home, { name: keyName, madeAt: now.toISOString(), recipients: [recipient] });
    if (found && !known) written(home, { ...found, recipients: [...found.recipients, recipient] });
    const opened = openedFor(record, recipient);
    return { ...opened, name: keyName, isNew: found === null, isNewRecipient: !known };
  });
}

/** What a recipient of a key has: for tracing a copy back to it. */
export function openedFor(
  { master }: Pick<MaskKeyRecord, 'master'>,
  recipient: MaskRecipient,
): Pick<OpenMaskKey, 'keyId' | 'secret' | 'recipient'> {
  const { vendor, environment, date } = recipient;
  const about = `tocsin mask recipient ${JSON.stringify([vendor, environment, date])}`;
  // the recipient may be longer than what this derivation takes as its purpose
  const salt = hash('sha256', about, 'buffer');
  const secret = Buffer.from(hkdfSync('sha256', master, salt, 'tocsin mask recipient', keyBytes));
  const keyId = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'tocsin mask key id', 8));
  return { keyId: keyId.toString('hex'), secret, recipient };
}

const mostCharacters = 100;

function checkedName(text: string, what: string): string {
  const name = text.normalize('NFC').trim();
  if (name === '' || name.length > mostCharacters || /\p{Cc}/u.test(name))
    throw new TocsinError('USAGE', `${what} has 1 to ${mostCharacters} characters, and none that steers`);
  return name;
}

/** Another key under the same name would give another copy, where the same one is asked for. */
function refuseDestroyed(home: InstanceHome, name: string): void {
  const destroyed = readDestroyed(home.path, maskKeyId(name));
  if (destroyed === null) return;
  const day = destroyed.destroyedAt.slice(0, 10);
  throw new TocsinError('MASK_KEY_DESTROYED', `the key ${name} was destroyed on ${day}`);
}

function created(home: InstanceHome, about: Omit<MaskKeyRecord, 'id' | 'master'>): MaskKeyRecord {
  return writing(home, () => createMaskKey(home, about));
}

function written(home: InstanceHome, record: MaskKeyRecord): void {
  writing(home, () => writeAbout(home, record));
}

function writing<T>(home: InstanceHome, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof TocsinError) throw cause;
    throw new TocsinError('HOME_NOT_WRITABLE', `cannot write the keys for masking in ${home.path}`, {
      cause,
    });
  }
}
