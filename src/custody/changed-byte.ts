// Which byte of an entry was changed, where it was a single one: tried out, until the hash is the one that was signed.
// In: the damaged bytes and the leaf hash wanted. Out: the byte's offset, or null where more was changed.

import { hash } from 'node:crypto';
import { leafHash } from './merkle.ts';

/** Of longer ones trying 255 values for each byte would take seconds. */
const maxBytes = 2048;

export function changedByte(damaged: Uint8Array, wanted: Buffer): number | null {
  if (damaged.length > maxBytes) return null;
  // as a leaf is hashed, without copying it for each try
  const leaf = Buffer.concat([Buffer.of(0), damaged]);
  const hex = wanted.toString('hex');
  for (let at = 1; at < leaf.length; at++) {
    const found = leaf[at]!;
    for (let value = 0; value < 256; value++) {
      leaf[at] = value;
      if (value !== found && hash('sha256', leaf) === hex) return at - 1;
    }
    leaf[at] = found;
  }
  return null;
}

/** The same where it was a line feed, so that two entries came to stand in one line. */
export function changedLineFeed(damaged: Uint8Array, first: Buffer, second: Buffer): number | null {
  if (damaged.length > 2 * maxBytes) return null;
  for (let at = 1; at < damaged.length - 1; at++) {
    const isFirst = leafHash(damaged.subarray(0, at)).equals(first);
    if (isFirst && leafHash(damaged.subarray(at + 1)).equals(second)) return at;
  }
  return null;
}
