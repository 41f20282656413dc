// The files that hashes of passwords are imported from. In: paths of files, packed by gzip or not, or of folders with a
// file for each range. Out: the files in order, their bytes in pieces, and a digest of all of them. Nothing is written.

import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { TocsinError } from '../../base/index.ts';

export interface PasswordFile {
  path: string;
  /** 5 digits, where the name is that of a range. */
  prefix: string | null;
  sizeBytes: number;
}

/** `21BD1`, `21BD1.txt`, `21bd1.txt.gz`. */
const rangeName = /^([\da-f]{5})(?:\.txt)?(?:\.gz)?$/iu;

const pieceBytes = 1 << 20;
const leastPieceBytes = 16 << 10;

/** Throws INPUT_NOT_FOUND, INPUT_EMPTY. Files of a folder come in the order of their ranges. */
export function findPasswordFiles(paths: readonly string[]): PasswordFile[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new TocsinError('INPUT_NOT_FOUND', `there is no file ${path}`);
    if (!found.isDirectory()) return [passwordFile(path, found.size)];
    const names = readdirSync(path).filter((name) => rangeName.test(name));
    if (names.length === 0)
      throw new TocsinError('INPUT_EMPTY', `no file in ${path} is called after a range`, {
        hint: 'files of a folder are taken where they are called 21BD1 or 21BD1.txt; name other files one by one',
      });
    return names
      .toSorted((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
      .map((name) => join(path, name))
      .map((inside) => passwordFile(inside, statSync(inside).size));
  });
}

function passwordFile(path: string, sizeBytes: number): PasswordFile {
  return { path, prefix: rangeName.exec(basename(path))?.[1] ?? null, sizeBytes };
}

/** The bytes of a file as they lie there. Throws INPUT_UNREADABLE. The event loop turns between pieces. */
async function* rawPieces({ path, sizeBytes }: PasswordFile): AsyncGenerator<Buffer, void, undefined> {
  const file = reading(path, () => openSync(path, 'r'));
  // one more than there should be, so that a small file ends with its first piece
  const length = Math.max(leastPieceBytes, Math.min(pieceBytes, sizeBytes + 1));
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(length);
      const taken = reading(path, () => readSync(file, piece, 0, length, null));
      if (taken === 0) return;
      yield piece.subarray(0, taken);
      if (taken === length) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/** Unpacked where gzip has packed it. */
export async function* passwordPieces(
  file: PasswordFile,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const raw = counted(rawPieces(file), onBytes);
  const first = await raw.next();
  if (first.done) return;
  const pieces = joined(first.value, raw);
  yield* first.value[0] === 0x1f && first.value[1] === 0x8b ? unpacked(pieces, file.path) : pieces;
}

async function* counted(pieces: AsyncGenerator<Buffer>, onBytes: (count: number) => void) {
  for await (const piece of pieces) {
    onBytes(piece.length);
    yield piece;
  }
}

async function* joined(first: Buffer, rest: AsyncGenerator<Buffer>) {
  yield first;
  yield* rest;
}

async function* unpacked(pieces: AsyncGenerator<Buffer>, path: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = (async () => {
    for await (const piece of pieces)
      if (!gunzip.write(piece) && !gunzip.destroyed)
        await new Promise<void>((resolve) => void gunzip.once('drain', resolve).once('close', resolve));
    gunzip.end();
  })();
  // told below, or by whoever reads on
  feeding.catch((error: Error) => gunzip.destroy(error));
  try {
    for await (const piece of gunzip) yield piece as Uint8Array;
    await feeding;
  } catch (cause) {
    if (cause instanceof TocsinError) throw cause;
    throw new TocsinError('INPUT_UNREADABLE', `the packed file ends too early or is damaged: ${path}`, {
      cause,
    });
  } finally {
    gunzip.destroy();
  }
}

/** The same for the same files, in whatever order they are named. */
export async function digestOfFiles(
  files: readonly PasswordFile[],
  { onBytes, signal }: { onBytes: (count: number) => void; signal?: AbortSignal },
): Promise<string> {
  const digests: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256').update(`${file.prefix?.toUpperCase() ?? ''}\n`);
    for await (const piece of rawPieces(file)) {
      signal?.throwIfAborted();
      hash.update(piece);
      onBytes(piece.length);
    }
    digests.push(hash.digest('hex'));
  }
  return createHash('sha256').update(digests.toSorted().join('\n')).digest('hex');
}

function reading<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `cannot read ${path}`, { cause });
  }
}
