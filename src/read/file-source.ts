// A file as a source of bytes, read where the reader asks. Never written, never followed through a link
// that the caller did not resolve.

import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './byte-window.ts';

export function openFileSource(path: string): ByteSource {
  const file = openSync(path, 'r');
  return {
    read: (offset, target, at, length) => readSync(file, target, at, length, offset),
    close: () => closeSync(file),
  };
}
