// A file as bytes that can be read from anywhere. In: a path. Out: reads at offsets, never past the size the
// file had when it was opened; a file that shrinks meanwhile ends early.

import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import type { RandomAccess } from '../random-access.ts';

const readAsync = promisify(read);

/** Read at a time when a file is streamed. */
const streamChunkBytes = 1 << 20;

export interface OpenedFile extends RandomAccess, Disposable {}

/** Throws as `openSync` does. */
export function openFileAccess(path: string): OpenedFile {
  const file = openSync(path, 'r');
  return fileAccess(file, fstatSync(file).size, path);
}

/** `file`: an open descriptor, closed on disposal. */
export function fileAccess(file: number, sizeBytes: number, path: string): OpenedFile {
  const lengthAt = (offset: number, length: number) => Math.max(0, Math.min(length, sizeBytes - offset));
  let isOpen = true;
  const access: OpenedFile = {
    sizeBytes,
    path,
    async read(offset, length) {
      const bytes = Buffer.allocUnsafe(lengthAt(offset, length));
      let had = 0;
      while (had < bytes.length) {
        const { bytesRead } = await readAsync(file, bytes, had, bytes.length - had, offset + had);
        if (bytesRead === 0) break;
        had += bytesRead;
      }
      return bytes.subarray(0, had);
    },
    readSync(offset, length) {
      const bytes = Buffer.allocUnsafe(lengthAt(offset, length));
      let had = 0;
      while (had < bytes.length) {
        const count = readSync(file, bytes, had, bytes.length - had, offset + had);
        if (count === 0) break;
        had += count;
      }
      return bytes.subarray(0, had);
    },
    async *stream(offset = 0) {
      for (let at = offset; at < sizeBytes;) {
        const chunk = await access.read(at, streamChunkBytes);
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
    [Symbol.dispose]() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
  return access;
}
