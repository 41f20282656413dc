// The first hundred bytes of an SQLite database: how big its pages are, how its text is encoded, where its
// free pages begin. In: those bytes. Out: the facts the reader needs; what cannot be true is refused.
// Source: sqlite.org/fileformat2.html, section 1.3.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import { isSqlite } from './is-sqlite.ts';

export interface DatabaseHeader {
  pageBytes: number;
  /** What is left of a page after the bytes reserved at its end. */
  usableBytes: number;
  /** Whole or begun pages that are really there, whatever the header says. */
  pageCount: number;
  text: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** Page that lists the first free pages; 0 where there are none. */
  freelistPage: number;
  /** Pages that point back to parents are mixed in. */
  hasPointerMap: boolean;
}

export const headerBytes = 100;

/** The format promises at least this much of a page to be usable. */
const minUsableBytes = 480;

const encodings = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'] as const;

/** Throws `UnreadableError` where the header is cut or cannot be one. */
export function parseDatabaseHeader(head: Uint8Array, sizeBytes: number): DatabaseHeader {
  if (!isSqlite(head)) throw new UnreadableError('not an sqlite database, or an encrypted one');
  if (head.length < headerBytes) throw new UnreadableError('sqlite database cut within its header');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const stated = view.getUint16(16);
  const pageBytes = stated === 1 ? 65_536 : stated;
  const usableBytes = pageBytes - view.getUint8(20);
  if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || usableBytes < minUsableBytes)
    throw new UnreadableError('sqlite header states an impossible page size; an undamaged copy would help');
  return {
    pageBytes,
    usableBytes,
    pageCount: Math.ceil(sizeBytes / pageBytes),
    text: encodings[view.getUint32(56)] ?? 'utf-8',
    freelistPage: view.getUint32(32),
    hasPointerMap: view.getUint32(52) !== 0,
  };
}
