// What each page of a database is: a small number a page, so that the file can be read from its beginning
// to its end and every page is somebody's, freed, or nobody's. A page is claimed once: cycles and pages that
// two trees share end at the second claim.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { PageFile } from './page-file.ts';

export const unclaimed = 0;
/** Holds no rows of its own: interior pages, overflow, pointer maps. */
export const settled = 1;
export const freed = 2;
export const ofIndex = 3;
/** Tables are numbered from here. */
export const firstTable = 4;

/** What fits the numbers of a page map; more tables than any database has. */
export const maxTables = 0xffff - firstTable;

/** 128 MB of map: 256 GB of 4 kB pages; larger files are told to be dumped first. */
const maxPages = 64 << 20;

export type PageMap = Uint16Array;

/** A map with the pages that the format itself keeps, and the free ones. */
export function createPageMap(file: PageFile): PageMap {
  const { pageCount, pageBytes, usableBytes, hasPointerMap } = file.header;
  if (pageCount > maxPages)
    throw new UnreadableError(
      'sqlite database of more pages than can be mapped; an SQL dump of it would help',
    );
  const map = new Uint16Array(pageCount + 1);
  claim(map, lockPage(pageBytes), settled);
  const apart = Math.floor(usableBytes / 5) + 1;
  if (hasPointerMap) for (let page = 2; page <= pageCount; page += apart) claim(map, page, settled);
  return map;
}

/** False where the page is not there or belongs to somebody already. */
export function claim(map: PageMap, page: number, mark: number): boolean {
  if (page < 1 || page >= map.length || map[page] !== unclaimed) return false;
  map[page] = mark;
  return true;
}

/** The page at the byte that SQLite locks and never writes. */
function lockPage(pageBytes: number): number {
  return (1 << 30) / pageBytes + 1;
}

/** Claims the free pages by the lists that name them, as far as those can be believed. */
export function claimFreePages(file: PageFile, map: PageMap): void {
  let trunk = file.header.freelistPage;
  while (claim(map, trunk, freed)) {
    const page = file.page(trunk);
    if (!page) return;
    const count = Math.min(page.readUInt32BE(4), (page.length >> 2) - 2);
    for (let i = 0; i < count; i++) claim(map, page.readUInt32BE(8 + i * 4), freed);
    trunk = page.readUInt32BE(0);
  }
}
