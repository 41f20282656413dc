// The mails of a mailbox: a file of many mails (mbox) or of one, a folder as Maildir or of files, or standard input. In:
// where it is. Out: batches of mails, each with file and offset; what cannot be read is told, and the rest goes on. It
// changes nothing there, and holds one batch at a time, however large the mailbox is.

import { createReadStream, existsSync, opendirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { TocsinError } from '../../base/index.ts';
import { createMailSplitter, type MailPiece } from './mail-splitter.ts';
import { maxReturnBytes } from './read-return.ts';

export interface MailboxBatch {
  /** Within the folder, or the file as it was given; `-` is standard input. */
  file: string;
  mails: MailPiece[];
  /** Read since the batch before. */
  bytes: number;
  /** Why the file cannot be read, as the system has it (`EACCES`); then it holds no mails. */
  unreadable: string | null;
}

export interface MailboxOptions {
  signal?: AbortSignal;
  /** For `-`. */
  stdin?: Readable;
}

const pieceBytes = 1 << 20;

/** Throws INPUT_NOT_FOUND where there is nothing at `path`. */
export async function* readMailbox(path: string, options: MailboxOptions = {}): AsyncGenerator<MailboxBatch> {
  if (path === '-') {
    yield* readStream('-', options.stdin ?? process.stdin, options);
    return;
  }
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new TocsinError('INPUT_NOT_FOUND', `there is no mailbox at ${path}`);
  if (stats.isDirectory()) yield* readFolder(path, options);
  else yield* readFile(path, path, options);
}

async function* readFile(path: string, file: string, options: MailboxOptions): AsyncGenerator<MailboxBatch> {
  try {
    yield* readStream(file, createReadStream(path, { highWaterMark: pieceBytes }), options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    yield { file, mails: [], bytes: 0, unreadable: code };
  }
}

async function* readStream(
  file: string,
  stream: Readable,
  { signal }: MailboxOptions,
): AsyncGenerator<MailboxBatch> {
  // nothing may come for long from a pipe: a stop is not waited for until then
  if (signal) addAbortSignal(signal, stream);
  const splitter = createMailSplitter();
  try {
    for await (const piece of stream as AsyncIterable<Buffer>)
      yield { file, mails: splitter.push(piece), bytes: piece.length, unreadable: null };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
  yield { file, mails: splitter.end(), bytes: 0, unreadable: null };
}

/** New mails of a Maildir first, then those that somebody saw. */
async function* readFolder(folder: string, options: MailboxOptions): AsyncGenerator<MailboxBatch> {
  const isMaildir = existsSync(join(folder, 'cur')) && existsSync(join(folder, 'new'));
  for (const inner of isMaildir ? ['new', 'cur'] : ['.']) {
    for (const name of filesOf(join(folder, inner))) {
      options.signal?.throwIfAborted();
      const file = join(inner, name);
      const start = await startOf(join(folder, file));
      if (typeof start === 'string') yield { file, mails: [], bytes: 0, unreadable: start };
      else if (start.isCut || start.bytes.toString('latin1', 0, 5) === 'From ')
        yield* readFile(join(folder, file), file, options);
      else yield { file, mails: [{ offset: 0, ...start }], bytes: start.bytes.length, unreadable: null };
    }
  }
}

function* filesOf(folder: string): Generator<string> {
  const entries = opendirSync(folder, { bufferSize: 1_000 });
  try {
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync())
      if (entry.isFile() && !entry.name.startsWith('.')) yield entry.name;
  } finally {
    entries.closeSync();
  }
}

/** The first bytes of a file, or the system's code where they cannot be read. */
async function startOf(path: string): Promise<{ bytes: Buffer; isCut: boolean } | string> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, maxReturnBytes));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, bytesRead), isCut: size > maxReturnBytes };
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
