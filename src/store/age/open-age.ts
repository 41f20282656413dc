// Opens an age file for reading, from its beginning or from anywhere. In: a path, and what may open it. Out: the content
// in pieces, each handed out only when it is known to be what was sealed there; an error says where it is not.

import { closeSync, fstatSync, openSync } from 'node:fs';
import { type FileBytes, fileBytes, readFully } from '../../base/files/index.ts';
import { type FileSeal, streamKey, streamNonceBytes, TocsinError } from '../../base/index.ts';
import { maxHeaderBytes, readHeader } from './age-header.ts';
import type { AgeIdentity } from './age-recipients.ts';

export interface SealedFile {
  /** Of the content. */
  sizeBytes: number;
  /** What a thread or process needs to read the file by itself: as secret as the content. */
  seal: FileSeal;
  /** Up to `length` bytes of `offset`; fewer only at the end. Throws SEALED_DAMAGED with the place. */
  readAt(offset: number, length: number): Buffer;
  /** The same into memory that is there; the number of bytes read. */
  read(offset: number, target: Uint8Array, at: number, length: number): number;
  /** From `offset` on, in pieces of at most a megabyte. */
  stream(offset?: number): Generator<Buffer, void, undefined>;
  [Symbol.dispose](): void;
}

const pieceBytes = 1 << 20;

/**
 * Throws SEALED_KEY where no identity fits, SEALED_DAMAGED where it is no whole age file, and what the file system says.
 * `name`: what to call it in errors, by default its path.
 */
export async function openAge(path: string, identities: AgeIdentity[], name = path): Promise<SealedFile> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = Buffer.alloc(Math.min(size, maxHeaderBytes + streamNonceBytes));
    const had = readFully(file, start, 0);
    const head = start.subarray(0, had);
    const { headerBytes, fileKey } = await readHeader(head, identities, name);
    const at = headerBytes + streamNonceBytes;
    if (had < at) throw new TocsinError('SEALED_DAMAGED', `${name} is damaged: it ends at byte ${had}`);
    const seal = { key: streamKey(fileKey, head.subarray(headerBytes, at)).toString('base64'), at };
    fileKey.fill(0);
    const reader = fileBytes(file, seal, { name, sizeBytes: size });
    return sealedFile(reader, seal, () => closeSync(file));
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function sealedFile(reader: FileBytes, seal: FileSeal, close: () => void): SealedFile {
  const { sizeBytes } = reader;
  const readAt = (offset: number, length: number) => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - offset)));
    return bytes.subarray(0, reader.read(offset, bytes, 0, bytes.length));
  };
  let isOpen = true;
  return {
    sizeBytes,
    seal,
    readAt,
    read: (offset, target, at, length) => reader.read(offset, target, at, length),
    *stream(offset = 0) {
      let p = offset;
      do {
        const piece = readAt(p, pieceBytes);
        if (piece.length > 0) yield piece;
        p += pieceBytes;
      } while (p < sizeBytes);
    },
    [Symbol.dispose]() {
      if (isOpen) close();
      isOpen = false;
    },
  };
}
