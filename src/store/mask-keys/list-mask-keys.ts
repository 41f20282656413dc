// The keys for masking that an instance has, and the secrets of their recipients, for tracing a copy. In: the instance.
// Out: keys, recipients. A key that cannot be opened is told, and does not hide the others.

import { isTocsinError } from '../../base/index.ts';
import type { InstanceHome } from '../instance-home.ts';
import {
  type DestroyedMaskKey,
  maskKeyId,
  maskKeyIds,
  type MaskKeyRecord,
  maskKeyPaths,
  readDestroyed,
  readMaskKey,
} from './mask-key-files.ts';
import { openedFor, type OpenMaskKey } from './open-mask-key.ts';

export interface ListedMaskKey {
  name: string;
  madeAt: string;
  recipients: Pick<OpenMaskKey, 'keyId' | 'secret' | 'recipient'>[];
}

export interface MaskKeyList {
  keys: ListedMaskKey[];
  destroyed: DestroyedMaskKey[];
  /** Paths of keys that the instance's key does not open. */
  unreadable: string[];
}

/** By name. */
export function listMaskKeys(home: InstanceHome): MaskKeyList {
  const unreadable: string[] = [];
  const gone = new Set(maskKeyIds(home.path, 'destroyed'));
  const there = maskKeyIds(home.path, 'key').filter((id) => !gone.has(id));
  const keys = there.flatMap((id) => {
    try {
      const record = readMaskKey(home, id);
      return record === null ? [] : [listed(record)];
    } catch (error) {
      if (!isTocsinError(error)) throw error;
      unreadable.push(maskKeyPaths(home.path, id).key);
      return [];
    }
  });
  return {
    keys: keys.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    destroyed: [...gone].flatMap((id) => readDestroyed(home.path, id) ?? []),
    unreadable,
  };
}

/** Null where there is none of that name. */
export function findMaskKey(home: InstanceHome, name: string): ListedMaskKey | DestroyedMaskKey | null {
  const id = maskKeyId(name.normalize('NFC').trim());
  const destroyed = readDestroyed(home.path, id);
  if (destroyed !== null) return destroyed;
  const record = readMaskKey(home, id);
  return record && listed(record);
}

function listed(record: MaskKeyRecord): ListedMaskKey {
  return {
    name: record.name,
    madeAt: record.madeAt,
    recipients: record.recipients.map((recipient) => openedFor(record, recipient)),
  };
}
