// Where a directory comes from: a file, or a query of a PostgreSQL database, whose rows come as CSV through a pipe and
// touch no disk. In: what the user gave. Out: its table, a sample, and how its bytes are had. Passwords of a URL are
// shown nowhere.

import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { TocsinError } from '../../base/index.ts';
import {
  type ByteSource,
  createPipeMemory,
  openFileSource,
  openPipeSource,
  writeToPipe,
} from '../../read/index.ts';
import type { TableSample } from '../../recognise/index.ts';
import { isDatabaseUrl, openQuery, shownUrl } from '../../store/index.ts';
import { copiedTable, directoryHeadBytes, type DirectoryTable, directoryTable } from './directory-table.ts';
import { sampleDirectory } from './sample-directory.ts';

export interface OpenedDirectory {
  /** As it may be shown. */
  shown: string;
  table: DirectoryTable;
  /** Null where the bytes come through a pipe. */
  path: string | null;
  bytes: number | null;
  sample(): TableSample;
  /** Begins to send the bytes of a database; null for a file. */
  startPipe(): SharedArrayBuffer | null;
  /** Throws where the database did not send all. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/** `table`: of a database, its table or view. INPUT_NOT_FOUND, DIRECTORY_UNCLEAR, DIRECTORY_UNREACHABLE. */
export function openDirectory(
  source: string,
  table: string | null,
): Promise<OpenedDirectory> | OpenedDirectory {
  if (isDatabaseUrl(source)) return openDatabase(source, table);
  if (table !== null)
    throw new TocsinError('USAGE', '--table is for a database; a file is one table by itself');
  return openFile(source);
}

/** What is said of a source where it is not opened. */
export function shownSource(source: string): string {
  return isDatabaseUrl(source) ? shownUrl(source) : basename(source);
}

function openFile(path: string): OpenedDirectory {
  const { head, size } = readHead(path);
  const shown = basename(path);
  const table = directoryTable(head, head.length === size, shown);
  return {
    shown,
    table,
    path,
    bytes: size,
    sample() {
      const source = openFileSource(path);
      try {
        return sampleDirectory(source, size, table);
      } finally {
        source.close();
      }
    },
    startPipe: () => null,
    ended: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function readHead(path: string): { head: Buffer; size: number } {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new TocsinError('INPUT_NOT_FOUND', `there is no file ${path}`);
  if (!stats.isFile()) throw new TocsinError('INPUT_UNREADABLE', `this is no file: ${path}`);
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(Math.min(stats.size, directoryHeadBytes));
      let read = 0;
      while (read < head.length) {
        const count = readSync(file, head, read, head.length - read, read);
        if (count === 0) break;
        read += count;
      }
      return { head: head.subarray(0, read), size: stats.size };
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new TocsinError('INPUT_UNREADABLE', `the file cannot be read: ${path}`, { cause });
  }
}

async function openDatabase(url: string, name: string | null): Promise<OpenedDirectory> {
  if (name === null)
    throw new TocsinError('USAGE', 'say which table or view of the database is the directory', {
      hint: 'give its name with --table, such as --table crm.customers',
    });
  const query = await openQuery(url, name);
  try {
    const head = await query.head();
    const table = copiedTable(query.columns);
    const pipe = createPipeMemory();
    let sending: Promise<void> | null = null;
    return {
      shown: `${shownUrl(url)} ${name}`,
      table,
      path: null,
      bytes: null,
      sample: () => sampleDirectory(bytesSource(head), head.length, table),
      startPipe() {
        sending = writeToPipe(pipe, query.rows());
        // whoever waits for its end is told
        sending.catch(() => {});
        return pipe;
      },
      ended: () => sending ?? Promise.resolve(),
      close() {
        // whoever still sends is told that nobody reads
        openPipeSource(pipe).close();
        return query.close();
      },
    };
  } catch (error) {
    await query.close();
    throw error;
  }
}

function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    read(offset, target, at, length) {
      const piece = bytes.subarray(offset, offset + length);
      target.set(piece, at);
      return piece.length;
    },
    close() {},
  };
}
