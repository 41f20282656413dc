// The bytes of one entry of a zip file, decrypted and unpacked. In: a feed that stands where they begin.
// Out: the contents; then an UnreadableError where they are not what the entry says.

import { constants, crc32, inflateRawSync } from 'node:zlib';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { createByteFeed, type ByteFeed } from './byte-feed.ts';
import { inflate } from './inflate.ts';
import { encryptedReason } from './seven-zip-messages.ts';
import {
  aesCodeBytes,
  aesHeaderBytes,
  oldHeaderBytes,
  openAes,
  openOldCipher,
  type Decrypter,
} from './zip-cipher.ts';
import {
  flagDescriptor,
  flagEncrypted,
  flagMaskedHeader,
  flagStrongEncryption,
  type ZipEntry,
} from './zip-entry.ts';

const pieceBytes = 64 << 10;

/** Bytes on which a password of the old cipher is tried: noise is no deflate for so long. */
const headBytes = 16 << 10;

const stored = 0;
const deflated = 8;
const zstd = 93;
const oldZstd = 20;
const aes = 99;

/** The method under the encryption. */
export function methodOf(entry: ZipEntry): number {
  return entry.method === aes ? (entry.aes?.method ?? aes) : entry.method;
}

/** Whether zlib can unpack it; others are left to 7-Zip. */
export function isPlainMethod(method: number): boolean {
  return method === stored || method === deflated || method === zstd || method === oldZstd;
}

export interface OpenedEntry {
  decrypter: Decrypter | null;
  /** Bytes of the entry that are packed contents; null where only their end tells. */
  contentBytes: number | null;
}

/**
 * Takes what stands before the contents; throws an UnreadableError where no password fits. The one that does is
 * moved to the front of `passwords`.
 */
export async function openEntry(feed: ByteFeed, entry: ZipEntry, passwords: string[]): Promise<OpenedEntry> {
  const sized = (entry.flags & flagDescriptor) === 0 || entry.packedBytes > 0;
  const packedBytes = sized ? entry.packedBytes : null;
  if ((entry.flags & flagEncrypted) === 0) return { decrypter: null, contentBytes: packedBytes };
  if ((entry.flags & (flagStrongEncryption | flagMaskedHeader)) !== 0) {
    throw new UnreadableError('is encrypted in a way that only PKZIP reads: unpack it with that');
  }
  if (passwords.length === 0) throw new UnreadableError(encryptedReason);
  const { aes: header } = entry;
  if (entry.method === aes && (header === null || header.strength < 1 || header.strength > 3)) {
    throw new UnreadableError('is encrypted, and how is damaged');
  }
  let opened: { decrypter: Decrypter; password: string } | null;
  let around: number;
  if (header === null) {
    around = oldHeaderBytes;
    const check = (entry.flags & flagDescriptor) === 0 ? entry.crc >>> 24 : entry.time >>> 8;
    const header12 = await feed.take(oldHeaderBytes);
    const head = await feed.take(Math.min(headBytes, Math.max(0, entry.packedBytes - oldHeaderBytes)));
    feed.giveBack(head);
    const whole = head.length === entry.packedBytes - oldHeaderBytes;
    opened = openOldCipher(header12, check, head, (plain) => makesSense(plain, whole, entry), passwords);
  } else {
    around = aesHeaderBytes(header) + aesCodeBytes;
    opened = openAes(await feed.take(aesHeaderBytes(header)), header, passwords);
  }
  if (opened === null) throw new UnreadableError(encryptedReason);
  passwords.unshift(...passwords.splice(passwords.indexOf(opened.password), 1));
  return {
    decrypter: opened.decrypter,
    contentBytes: packedBytes === null ? null : Math.max(0, packedBytes - around),
  };
}

/** Whether the first packed bytes of an entry, or all of them, can be those of what it says it is. */
function makesSense(head: Uint8Array, whole: boolean, entry: ZipEntry): boolean {
  if (entry.method === stored) return !whole || crc32(head) === entry.crc;
  if (entry.method !== deflated) return true;
  try {
    const contents = inflateRawSync(head, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: headBytes * 1100,
    });
    return !whole || crc32(contents) === entry.crc;
  } catch {
    return false;
  }
}

export async function* entryContents(
  feed: ByteFeed,
  entry: ZipEntry,
  { decrypter, contentBytes }: OpenedEntry,
): AsyncGenerator<Uint8Array> {
  const method = methodOf(entry);
  const plain = decrypted(feed, decrypter, contentBytes);
  let crc = 0;
  let sizeBytes = 0;
  const inner = decrypter === null && contentBytes === null ? feed : createByteFeed(plain);
  const contents = method === stored ? plain : unpacked(inner, method === deflated ? 'deflate' : 'zstd');
  for await (const piece of contents) {
    crc = crc32(piece, crc);
    sizeBytes += piece.length;
    yield piece;
  }
  // without a size the descriptor behind the contents has both; that is for who found the entry to check
  if (contentBytes === null) return;
  if (sizeBytes < entry.sizeBytes && method === stored) throw cutOff();
  if (decrypter !== null && entry.aes !== null) {
    while ((await inner.some(pieceBytes)).length > 0) {
      // the code vouches for all bytes, even those that the contents do not need
    }
    if (!decrypter.isWhole(await feed.take(aesCodeBytes))) throw mismatch();
    // its second version has no checksum: that would tell of the contents
    if (entry.aes.version === 2) return;
  }
  if (crc !== entry.crc || sizeBytes !== entry.sizeBytes) throw mismatch();
}

async function* unpacked(feed: ByteFeed, packing: 'deflate' | 'zstd'): AsyncGenerator<Uint8Array> {
  yield* inflate(feed, packing);
}

/** The packed bytes; to the end of the feed where nobody knows how many they are. */
async function* decrypted(
  feed: ByteFeed,
  decrypter: Decrypter | null,
  contentBytes: number | null,
): AsyncGenerator<Uint8Array> {
  let left = contentBytes ?? Number.POSITIVE_INFINITY;
  while (left > 0) {
    const piece = await feed.some(Math.min(pieceBytes, left));
    if (piece.length === 0) return;
    left -= piece.length;
    yield decrypter === null ? piece : decrypter.update(Uint8Array.from(piece));
  }
}

function cutOff(): UnreadableError {
  return new UnreadableError('is cut off: all before that is read');
}

function mismatch(): UnreadableError {
  return new UnreadableError('does not match its checksum or size: it is read, but parts of it may be wrong');
}
