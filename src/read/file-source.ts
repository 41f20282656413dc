// A file as a source of bytes, read where the reader asks. Never written, never followed through a link
// that the caller did not resolve.

import { closeSync, openSync } from 'node:fs';
import type { FileSeal } from '../base/index.ts';
import type { ByteSource } from './byte-window.ts';
import { fileBytes } from '../base/files/index.ts';

/** `seal`: what opens it, where it is sealed. */
export function openFileSource(path: string, seal: FileSeal | null = null): ByteSource {
  const file = openSync(path, 'r');
  try {
    const bytes = fileBytes(file, seal);
    return {
      read: (offset, target, at, length) => bytes.read(offset, target, at, length),
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
