// Sealed chunks read from anywhere. In: the sealed bytes by offset, and their key. Out: the content by offset, each chunk
// only if it is what was sealed there. Bounded: the chunks of one read of at most a megabyte, and the last one.

import { chunkBytes, contentSize, openChunk, sealedChunkBytes } from './sealed-chunks.ts';
import { TocsinError } from './tocsin-error.ts';

/** What opens the sealed content of a file: plain data, which threads and processes hand on. It is never written down. */
export interface FileSeal {
  /** Base64. */
  key: string;
  /** Where in the file the chunks begin. */
  at: number;
}

/** Where bytes lie: in clear under a path, or sealed. */
export interface FilePlace {
  path: string;
  seal: FileSeal | null;
}

export interface SealedBytes {
  /** All of the file, in bytes. */
  sizeBytes: number;
  /** As `fs.readSync` of the file: up to `length` bytes from `offset` into `target` at `at`. */
  read(offset: number, target: Uint8Array, at: number, length: number): number;
}

/** Opened at a time. */
const chunksAtOnce = 16;

export class SealedReader {
  /** Of the content. */
  readonly sizeBytes: number;
  #sealed: SealedBytes;
  #at: number;
  #key: Buffer;
  #name: string;
  #chunks: number;
  #scratch = Buffer.allocUnsafe(chunksAtOnce * sealedChunkBytes);
  /** The last chunk of the last read: the next one often begins in it. */
  #last: { index: number; bytes: Buffer } | null = null;

  /** Throws SEALED_DAMAGED where the file cannot be whole. `name`: of the file, for errors. */
  constructor(sealed: SealedBytes, seal: FileSeal, name: string) {
    const sealedBytes = sealed.sizeBytes - seal.at;
    const sizeBytes = contentSize(sealedBytes);
    if (sizeBytes === null)
      throw damaged(name, `it ends at byte ${sealed.sizeBytes}, where no sealed file can end`);
    this.sizeBytes = sizeBytes;
    this.#sealed = sealed;
    this.#at = seal.at;
    this.#key = Buffer.from(seal.key, 'base64');
    this.#name = name;
    this.#chunks = Math.ceil(sealedBytes / sealedChunkBytes);
  }

  /** Up to `length` bytes of `offset`; fewer only at the end. Throws SEALED_DAMAGED with the place. */
  read(offset: number, target: Uint8Array, at: number, length: number): number {
    const end = Math.min(offset + length, this.sizeBytes);
    // nothing is one chunk too, and it may have been changed
    if (this.sizeBytes === 0) this.#open(0, 1);
    for (let p = offset; p < end;) {
      const index = Math.floor(p / chunkBytes);
      const count = Math.min(chunksAtOnce, Math.ceil(end / chunkBytes) - index);
      const chunks = this.#last?.index === index ? [this.#last.bytes] : this.#open(index, count);
      for (const [i, bytes] of chunks.entries()) {
        const start = (index + i) * chunkBytes;
        const part = bytes.subarray(p - start, Math.min(bytes.length, end - start));
        target.set(part, at + p - offset);
        p += part.length;
      }
      this.#last = { index: index + chunks.length - 1, bytes: chunks.at(-1)! };
    }
    return Math.max(0, end - offset);
  }

  #open(index: number, count: number): Buffer[] {
    const from = this.#at + index * sealedChunkBytes;
    const length = Math.min(count * sealedChunkBytes, this.#sealed.sizeBytes - from);
    for (let had = 0; had < length;) {
      const taken = this.#sealed.read(from + had, this.#scratch, had, length - had);
      if (taken === 0) throw damaged(this.#name, `it ends at byte ${from + had}, before its end`);
      had += taken;
    }
    return Array.from({ length: count }, (_, i) => {
      const sealed = this.#scratch.subarray(
        i * sealedChunkBytes,
        Math.min((i + 1) * sealedChunkBytes, length),
      );
      return this.#opened(index + i, sealed);
    });
  }

  #opened(index: number, sealed: Uint8Array): Buffer {
    const isLast = index === this.#chunks - 1;
    const bytes = openChunk(this.#key, index, isLast, sealed);
    if (bytes) return bytes;
    throw this.#chunkError(index, isLast, sealed);
  }

  /** What is wrong with a chunk that does not open: where, and whether the file only ends or goes on there. */
  #chunkError(index: number, isLast: boolean, sealed: Uint8Array): TocsinError {
    const from = this.#at + index * sealedChunkBytes;
    const to = from + sealed.length;
    const isOther = openChunk(this.#key, index, !isLast, sealed) !== null;
    if (isOther && isLast)
      return damaged(this.#name, `it is cut off after chunk ${index + 1}, at byte ${to}`);
    if (isOther) return damaged(this.#name, `bytes were added from byte ${to} on`);
    const what = isLast ? ', the last, was changed or cut off' : ' was changed';
    return damaged(this.#name, `chunk ${index + 1}${what}, within bytes ${from} to ${to - 1}`);
  }
}

function damaged(name: string, what: string): TocsinError {
  return new TocsinError('SEALED_DAMAGED', `${name} is damaged: ${what}`);
}
