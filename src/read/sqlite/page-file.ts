// The pages of a database, by number from 1. In: a file. Out: bytes of one page, or null for one that is
// not wholly there. Holds no page: whoever reads in file order reads in blocks.

import type { RandomAccess } from '../random-access.ts';
import type { DatabaseHeader } from './database-header.ts';

export interface PageFile {
  header: DatabaseHeader;
  /** The usable bytes of a page. */
  page(number: number): Buffer | null;
  /** Up to `length` bytes of a page's beginning. */
  start(number: number, length: number): Buffer | null;
}

export function createPageFile(file: RandomAccess, header: DatabaseHeader): PageFile {
  const start = (number: number, length: number): Buffer | null => {
    if (number < 1 || number > header.pageCount) return null;
    const bytes = asBuffer(file.readSync((number - 1) * header.pageBytes, length));
    return bytes.length < length ? null : bytes;
  };
  return { header, start, page: (number) => start(number, header.usableBytes) };
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the b-tree header of a page begins: behind the database header on the first. */
export function treeHeaderAt(number: number): number {
  return number === 1 ? 100 : 0;
}

export const interiorIndexPage = 2;
export const interiorTablePage = 5;
export const leafIndexPage = 10;
export const leafTablePage = 13;

/** Where the cells of a b-tree page are; null where the bytes are no such page. */
export function cellsOf(
  page: Buffer,
  number: number,
): { type: number; count: number; pointersAt: number } | null {
  const at = treeHeaderAt(number);
  const type = page[at]!;
  const isInterior = type === interiorIndexPage || type === interiorTablePage;
  if (!isInterior && type !== leafIndexPage && type !== leafTablePage) return null;
  const pointersAt = at + (isInterior ? 12 : 8);
  const count = page.readUInt16BE(at + 3);
  return pointersAt + count * 2 > page.length ? null : { type, count, pointersAt };
}
