// A key for masking is destroyed: its bytes are overwritten where they lie, then removed. In: the instance and the name.
// Out: what is known of it from then on. What was masked under it stays masked; that it was masked can no longer be shown.

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { syncFolder, writeOnce } from '../../base/files/index.ts';
import { TocsinError } from '../../base/index.ts';
import type { InstanceHome } from '../instance-home.ts';
import { withInstance } from '../instance-lock.ts';
import {
  type DestroyedMaskKey,
  filesOfMaskKey,
  maskKeyId,
  maskKeyPaths,
  maskKeysFolder,
  readDestroyed,
  readMaskKey,
} from './mask-key-files.ts';
import { openedFor } from './open-mask-key.ts';

export type DestroyKeyStep = 'mask-key.told' | 'mask-key.overwritten' | 'mask-key.removed';

export interface DestroyKeyOptions {
  now?: Date;
  onStep?: (step: DestroyKeyStep) => void;
}

/**
 * One that was being destroyed when its process was killed is finished. Throws MASK_KEY_UNKNOWN where there never was one
 * of that name; one that cannot be opened is destroyed all the same.
 */
export function destroyMaskKey(
  home: InstanceHome,
  name: string,
  { now = new Date(), onStep = () => undefined }: DestroyKeyOptions = {},
): DestroyedMaskKey {
  const id = maskKeyId(name.normalize('NFC').trim());
  const paths = maskKeyPaths(home.path, id);
  return withInstance(home, () => {
    const told = readDestroyed(home.path, id);
    if (told === null && !existsSync(paths.key))
      throw new TocsinError('MASK_KEY_UNKNOWN', 'there is no key for masking of that name');
    const destroyed = told ?? { destroyedAt: now.toISOString(), keyIds: keyIdsOf(home, id) };
    // first of all that it goes: a key that is half gone is not taken for one that never was
    if (told === null) writeOnce(paths.destroyed, `${JSON.stringify(destroyed)}\n`);
    onStep('mask-key.told');
    const files = filesOfMaskKey(home.path, id);
    for (const file of files) overwrite(file);
    onStep('mask-key.overwritten');
    for (const file of files) rmSync(file, { force: true });
    syncFolder(maskKeysFolder(home.path));
    onStep('mask-key.removed');
    return destroyed;
  });
}

/** None where it cannot be opened: nothing was masked under it that could still be told. */
function keyIdsOf(home: InstanceHome, id: string): string[] {
  try {
    const record = readMaskKey(home, id);
    return record?.recipients.map((recipient) => openedFor(record, recipient).keyId) ?? [];
  } catch (error) {
    if (error instanceof TocsinError && error.code === 'MASK_KEY_DAMAGED') return [];
    throw error;
  }
}

function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const noise = randomBytes(fstatSync(file).size);
    for (let done = 0; done < noise.length;) done += writeSync(file, noise, done, noise.length - done, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
