// The end of a dump: mysqldump and mariadb-dump close theirs with a line that says it is complete, so that
// one cut off between two statements can be told from a whole one. In: the last bytes. Out: whether the line is missing.

import { closeSync, openSync, readSync } from 'node:fs';
import type { FoundInput } from './find-inputs.ts';

/** The line and what may follow it fit well inside. */
const tailBytes = 4096;

/** The last `tailBytes` of what was held before and what came now. */
export function lastOf(held: Uint8Array, more: Uint8Array): Uint8Array {
  if (more.length >= tailBytes) return more.slice(-tailBytes);
  return Buffer.concat([held, more]).subarray(-tailBytes);
}

/** True for a dump that began with its program's header and does not end with its last line; `tail` of streamed ones. */
export function isUnfinished(input: FoundInput, tail: Uint8Array | null): boolean {
  if (input.format !== 'mysqldump' && input.format !== 'MariaDB dump') return false;
  const text = Buffer.from(tail ?? tailOfFile(input)).toString('latin1');
  return !/^-- Dump completed/mu.test(text);
}

function tailOfFile({ path, bytes }: FoundInput): Uint8Array {
  try {
    const tail = Buffer.alloc(Math.min(tailBytes, bytes));
    const file = openSync(path, 'r');
    try {
      return tail.subarray(0, readSync(file, tail, 0, tail.length, bytes - tail.length));
    } finally {
      closeSync(file);
    }
  } catch {
    return new Uint8Array(0);
  }
}
