// Runs an opener over bytes as the frame does over a file, and gathers what it hands over.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenFile, UnpackSink } from '../unpack/unpack-sink.ts';

export interface ReadBytes {
  /** Page and text. */
  texts: [number, string][];
  text: string;
  skipped: string[];
  unread: string[];
  members: { path: string; bytes: Buffer }[];
  /** Message of the `UnreadableError`, if there was one; any other error is thrown. */
  error: string | null;
  pagesLeft: number;
  progress: string[];
}

export async function readBytes(
  open: OpenFile,
  bytes: Uint8Array,
  { pagesLeft = 10, passwords = [] }: { pagesLeft?: number; passwords?: string[] } = {},
): Promise<ReadBytes> {
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-read-'));
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const found: ReadBytes = {
    texts: [],
    text: '',
    skipped: [],
    unread: [],
    members: [],
    error: null,
    pagesLeft,
    progress: [],
  };
  const readSync = (offset: number, length: number) => bytes.slice(offset, offset + length);
  const file = {
    sizeBytes: bytes.length,
    path,
    read: (offset: number, length: number) => Promise.resolve(readSync(offset, length)),
    readSync,
    async *stream(offset = 0) {
      yield await Promise.resolve(bytes.subarray(offset));
    },
  };
  const onPage = (done: number, total: number) => void found.progress.push(`${done}/${total}`);
  const options = { passwords, ocr: { pagesLeft, onPage } };
  try {
    await open(file, sinkInto(found), options);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    found.error = error.message;
  } finally {
    await rm(folder, { recursive: true });
  }
  found.pagesLeft = options.ocr.pagesLeft;
  found.text = found.texts.map(([, text]) => text).join('\n');
  return found;
}

function sinkInto(found: ReadBytes): UnpackSink {
  return {
    async member(member) {
      const pieces: Uint8Array[] = [];
      for await (const piece of member.stream()) pieces.push(piece);
      found.members.push({ path: member.path, bytes: Buffer.concat(pieces) });
    },
    unread: (path, _size, reason) => void found.unread.push(`${path}: ${reason}`),
    table: () => {
      throw new Error('documents have no tables');
    },
    record: () => {
      throw new Error('documents have no records');
    },
    text: (offset, text) => void found.texts.push([offset, text]),
    skipped: (_offset, _bytes, reason) => void found.skipped.push(reason),
    drained: () => Promise.resolve(),
  };
}
