// A member that must be read from anywhere, held in a private file for as long as that takes, under a key that is in
// memory only. In: its bytes in order. Out: random access to them. The file has no name any more from the moment it is
// open, where the system allows that: a crash, a kill or a power cut leaves noise on the disk, and nothing to open.

import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { platform } from 'node:process';
import { join } from 'node:path';
import { ChunkSealer, keyBytes } from '../../base/index.ts';
import { fileAccess, type OpenedFile } from './file-access.ts';
import { UnreadableError } from './unreadable-error.ts';

/**
 * The largest member held so: what needs it is a database, a spreadsheet or an archive inside an archive.
 * Beyond, the disk of the temporary folder is the user's to lose: unpacking by hand says where.
 */
export const maxSpillBytes = 64 * 2 ** 30;

/** Writes all of `stream` to a file in `folder`; what came before a fault is kept, the fault is told by `onBroken`. */
export async function spillFile(
  stream: AsyncIterable<Uint8Array>,
  folder: string,
  onBroken: (reason: string) => void,
): Promise<OpenedFile> {
  const name = join(folder, randomUUID());
  const file = openSync(name, 'wx+', 0o600);
  const isNameless = platform === 'linux';
  if (isNameless) unlinkSync(name);
  const key = randomBytes(keyBytes);
  const sealer = new ChunkSealer(key);
  let sizeBytes = 0;
  let fileSize = 0;
  const write = (sealed: Uint8Array) => {
    writeAll(file, sealed);
    fileSize += sealed.length;
  };
  const giveUp = (error: unknown): never => {
    closeSync(file);
    if (!isNameless) unlinkSync(name);
    throw spillFault(error);
  };
  try {
    for await (const chunk of stream) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxSpillBytes) throw new UnreadableError('larger than is held to be opened: unpack it');
      write(sealer.push(chunk));
    }
  } catch (error) {
    if (error instanceof UnreadableError && sizeBytes > 0) onBroken(error.message);
    else giveUp(error);
  }
  try {
    write(sealer.end());
  } catch (error) {
    giveUp(error);
  }
  const path = isNameless ? `/proc/self/fd/${file}` : name;
  const access = fileAccess(file, fileSize, path, { key: key.toString('base64'), at: 0 });
  if (isNameless) return access;
  return {
    ...access,
    [Symbol.dispose]() {
      access[Symbol.dispose]();
      unlinkSync(name);
    },
  };
}

function writeAll(file: number, chunk: Uint8Array): void {
  for (let done = 0; done < chunk.length;) done += writeSync(file, chunk, done);
}

function spillFault(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC')
    return new UnreadableError('the temporary folder is full: set TMPDIR to one with more room');
  return error;
}
