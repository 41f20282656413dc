// The parts of an office document, which is a zip archive. In: a file. Out: names, and the bytes of each part.
// Parts stream; how much all of them may unpack to is bounded by the size of the file.

import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { Member } from '../unpack/unpack-sink.ts';

/** Workbooks of a hundred sheets and a thousand pictures have fewer; each costs about a kilobyte to know. */
const maxParts = 50_000;
/** Names of the standards are short; those of embedded files are names of files. */
const maxNameChars = 1024;
/** Real documents unpack to five to fifty times their size; a bomb, to a thousand. */
const maxRatio = 250;
/** Small documents may unpack to so much in any case. */
const freeBytes = 64 << 20;
const chunkBytes = 64 << 10;

export interface OfficeParts {
  names: string[];
  /** Whether there were more parts than are looked at. */
  isCut: boolean;
  has(name: string): boolean;
  /** Ends early with an `UnreadableError` where a part is damaged, after all that could be had. */
  read(name: string): AsyncIterable<Uint8Array>;
  member(name: string): Member;
  isLocked(name: string): boolean;
  sizeOf(name: string): number;
  close(): void;
}

export async function openOfficeParts(file: RandomAccess): Promise<OfficeParts> {
  const entries = new Map<string, yauzl.Entry>();
  const budget = { left: Math.max(freeBytes, file.sizeBytes * maxRatio) };
  let isCut = false;
  let zip: yauzl.ZipFile;
  try {
    const options = { autoClose: false, lazyEntries: true, validateEntrySizes: true };
    zip = await yauzl.fromRandomAccessReaderPromise(readerOf(file), file.sizeBytes, options);
    for await (const entry of zip.eachEntry()) {
      if (entries.size === maxParts) {
        isCut = true;
        break;
      }
      if (entry.fileName.length > maxNameChars) isCut = true;
      else if (!entry.fileName.endsWith('/') && !entries.has(entry.fileName))
        entries.set(entry.fileName, entry);
    }
  } catch {
    if (entries.size === 0) throw new UnreadableError('is damaged: the list of its parts cannot be read');
    isCut = true;
  }
  const read = (name: string): AsyncIterable<Uint8Array> => readEntry(zip, entries.get(name)!, budget);
  return {
    names: [...entries.keys()],
    isCut,
    has: (name) => entries.has(name),
    read,
    member: (name) => ({
      path: name,
      sizeBytes: entries.get(name)!.uncompressedSize,
      stream: () => read(name),
    }),
    isLocked: (name) => entries.get(name)?.isEncrypted() === true,
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    close: () => zip.close(),
  };
}

async function* readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  budget: { left: number },
): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted())
    throw new UnreadableError('is locked with a password: unlock it and give it again');
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch {
    throw new UnreadableError('is damaged: a part of it cannot be unpacked');
  }
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0) {
        throw new UnreadableError(`unpacks to more than ${maxRatio} times its size, as zip bombs do`);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError('is damaged: a part of it ends before its end');
  } finally {
    stream.destroy();
  }
}

function readerOf(file: RandomAccess): yauzl.RandomAccessReader {
  class FileReader extends yauzl.RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(range(file, start, end), { objectMode: false });
    }
  }
  return new FileReader();
}

async function* range(file: RandomAccess, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let p = start; p < end;) {
    const chunk = await file.read(p, Math.min(chunkBytes, end - p));
    if (chunk.length === 0) return;
    p += chunk.length;
    // yauzl copies it with a method of Buffer; and the file may use its own memory again
    yield Buffer.from(chunk);
  }
}
