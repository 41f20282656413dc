// Bytes that have to wait on the disk, as noise: sealed piece by piece under a key that is in no file, in a file whose
// name is taken away at once. In: bytes, in order. Out: the same bytes, as often as they are read. Whoever has the disk
// after a crash has nothing.

import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { keyBytes, TocsinError } from '../../base/index.ts';

export interface Spool {
  /** Of what was written. */
  readonly bytes: number;
  write(bytes: Uint8Array): void;
  /** From the beginning, in pieces; nothing is written any more once it is read. */
  read(): Generator<Buffer, void, undefined>;
  [Symbol.dispose](): void;
}

const usualPieceBytes = 256 << 10;
const nonceBytes = 12;
const tagBytes = 16;

/** `pieceBytes` is the memory that it takes. */
export function createSpool(folder: string, pieceBytes = usualPieceBytes): Spool {
  const path = join(folder, `.${randomUUID()}.partial`);
  const file = openSync(path, 'wx+', 0o600);
  // where a file in use keeps its name, it goes with the spool
  rmSync(path, { force: true });
  const key = randomBytes(keyBytes);
  const piece = Buffer.alloc(pieceBytes);
  let filled = 0;
  let bytes = 0;
  let isOpen = true;
  /** Where each sealed piece ends. */
  const ends: number[] = [];

  function seal(): void {
    if (filled === 0) return;
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(ends.length));
    const sealed = Buffer.concat([
      cipher.update(piece.subarray(0, filled)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    const start = ends.at(-1) ?? 0;
    for (let done = 0; done < sealed.length;)
      done += writeSync(file, sealed, done, sealed.length - done, start + done);
    ends.push(start + sealed.length);
    filled = 0;
  }

  return {
    get bytes() {
      return bytes;
    },
    write(added) {
      bytes += added.length;
      if (added.length < piece.length - filled) {
        piece.set(added, filled);
        filled += added.length;
        return;
      }
      for (let from = 0; from < added.length;) {
        const count = Math.min(piece.length - filled, added.length - from);
        piece.set(added.subarray(from, from + count), filled);
        filled += count;
        from += count;
        if (filled === piece.length) seal();
      }
    },
    *read() {
      seal();
      for (const [i, end] of ends.entries()) yield opened(file, key, i, ends[i - 1] ?? 0, end);
    },
    [Symbol.dispose]() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(file);
      rmSync(path, { force: true });
      key.fill(0);
      piece.fill(0);
    },
  };
}

/** A key of its own for each spool: the number of a piece is never used twice under one. */
function nonceOf(piece: number): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUInt32BE(piece, nonceBytes - 4);
  return nonce;
}

function opened(file: number, key: Buffer, number: number, start: number, end: number): Buffer {
  const sealed = Buffer.alloc(end - start);
  let had = 0;
  while (had < sealed.length) {
    const taken = readSync(file, sealed, had, sealed.length - had, start + had);
    if (taken === 0) break;
    had += taken;
  }
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new TocsinError('HOME_NOT_WRITABLE', 'what was put aside on the disk came back changed', { cause });
  }
}
