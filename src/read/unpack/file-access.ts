// A file as bytes that can be read from anywhere. In: a path, and what opens it where it is sealed. Out: reads at
// offsets, never past the size the file had when it was opened; a file that shrinks meanwhile ends early.

import { closeSync, fstatSync, openSync, read } from 'node:fs';
import { promisify } from 'node:util';
import type { FilePlace, FileSeal } from '../../base/index.ts';
import { fileBytes } from '../../base/files/index.ts';
import type { RandomAccess } from '../random-access.ts';

const readAsync = promisify(read);

/** Read at a time when a file is streamed. */
const streamChunkBytes = 1 << 20;

export interface OpenedFile extends RandomAccess, Disposable {}

/** Throws as `openSync` does, and SEALED_DAMAGED. */
export function openFileAccess({ path, seal }: FilePlace): OpenedFile {
  const file = openSync(path, 'r');
  try {
    return fileAccess(file, fstatSync(file).size, path, seal);
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** `file`: an open descriptor, closed on disposal. `fileSize`: as it lies on the disk. */
export function fileAccess(
  file: number,
  fileSize: number,
  path: string,
  seal: FileSeal | null = null,
): OpenedFile {
  const bytesOf = fileBytes(file, seal, { sizeBytes: fileSize });
  const { sizeBytes } = bytesOf;
  const lengthAt = (offset: number, length: number) => Math.max(0, Math.min(length, sizeBytes - offset));
  let isOpen = true;
  const access: OpenedFile = {
    sizeBytes,
    path,
    seal,
    async read(offset, length) {
      // opening a seal is work, not waiting
      if (seal) return access.readSync(offset, length);
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
        const count = bytesOf.read(offset + had, bytes, had, bytes.length - had);
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
