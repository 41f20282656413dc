// A file as it is about to be read: its path, where its bytes lie, and what the first of them show it to be.

import { closeSync, openSync } from 'node:fs';
import { fileBytes } from '../base/files/index.ts';
import type { FilePlace } from '../base/index.ts';
import { headBytes, identify, type Identified } from '../read/index.ts';
import { fieldTests } from './field-tests.ts';

export interface FoundInput extends Identified {
  path: string;
  bytes: number;
  modifiedMs: number;
  /** The files that it lies in, in their order: more than itself where an archive was split. */
  parts: string[];
  /** Where the bytes of each of these lie: at its path, but for evidence that is read from its sealed copy. */
  places: FilePlace[];
  /** The input that it is read as a part of, or null. */
  partOf: string | null;
  /** An input before it that holds the same bytes, and is read for both, or null. */
  sameAs: string | null;
}

export function inClear(path: string): FilePlace {
  return { path, seal: null };
}

/** `path`: what it is called, wherever it lies. Throws what the file system says, and SEALED_DAMAGED. */
export function lookAtInput(path: string, place: FilePlace, modifiedMs: number): FoundInput {
  const file = openSync(place.path, 'r');
  try {
    const { sizeBytes, read } = openedBytes(file, place);
    const head = Buffer.allocUnsafe(Math.min(headBytes, sizeBytes));
    const length = read(head);
    const known = identify(head.subarray(0, length), { isWhole: sizeBytes <= length, fieldTests });
    const alone = { parts: [path], places: [place], partOf: null, sameAs: null };
    return { path, bytes: sizeBytes, modifiedMs, ...alone, ...known };
  } finally {
    closeSync(file);
  }
}

function openedBytes(
  file: number,
  { seal }: FilePlace,
): { sizeBytes: number; read: (head: Uint8Array) => number } {
  const bytes = fileBytes(file, seal);
  return { sizeBytes: bytes.sizeBytes, read: (head) => bytes.read(0, head, 0, head.length) };
}
