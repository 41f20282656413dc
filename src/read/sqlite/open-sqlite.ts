// Opens an SQLite database file: rows of every table, then the text of pages that no table uses any more.
// In: the file alone; no engine is run over it, nothing in it is executed or written. Out: records with the
// byte of their cell. What is damaged is told with its place and searched as text.
// Not read: the -wal file beside it, full-text and other virtual tables (their content tables are).

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { headerBytes, parseDatabaseHeader } from './database-header.ts';
import { createPageFile } from './page-file.ts';
import { claimFreePages, createPageMap, freed, unclaimed } from './page-map.ts';
import { eachPage, type PageReading, readPages } from './read-pages.ts';
import { readSchema } from './read-schema.ts';
import { createTextPieces } from './text-pieces.ts';
import { unusedPageText } from './unused-page.ts';

/** Unused pages after which the sink is asked for room: less than a megabyte of small ones. */
const pagesAtOnce = 16;

/** Widths of tables that are tried for a deleted row whose beginning is written over. */
const maxWidths = 16;

/** Lost pages told one by one; the rest as a number. */
const maxLostTold = 100;

export const openSqlite: OpenFile = async (access, sink, { signal }) => {
  const header = parseDatabaseHeader(access.readSync(0, headerBytes), access.sizeBytes);
  const file = createPageFile(access, header);
  const map = createPageMap(file);
  let lost = 0;
  const tables = readSchema(file, map, (page) => {
    if (lost++ < maxLostTold)
      sink.skipped(0, 0, `page ${page} is named by the database and is not there, or belongs to two tables`);
  });
  claimFreePages(file, map);
  const reading: PageReading = { access, file, map, tables, sink, signal };
  await readPages(reading);
  await readUnusedPages(reading, freed, 'pages freed by the database, searched for deleted rows');
  await readUnusedPages(reading, unclaimed, 'pages that belong to no table, searched as text');
  if (lost > maxLostTold) sink.skipped(0, 0, `${lost - maxLostTold} more pages that are not there`);
  const cut = access.sizeBytes % header.pageBytes;
  if (cut > 0) sink.skipped(access.sizeBytes - cut, cut, 'the database is cut within a page');
  await sink.drained();
  if (tables.length === 0 && lost > 0)
    throw new UnreadableError('the list of tables is damaged; an undamaged copy or an SQL dump would help');
};

/** Pages with this mark that are not empty, their text in pieces. */
async function readUnusedPages(reading: PageReading, wanted: number, reason: string): Promise<void> {
  const { file, sink, tables } = reading;
  const { pageBytes } = file.header;
  const pieces = createTextPieces(sink, reason);
  const widths = [...new Set(tables.map((table) => table.width))].slice(0, maxWidths);
  let pages = 0;
  await eachPage(
    reading,
    (mark) => mark === wanted,
    (page, number) => {
      pieces.add((number - 1) * pageBytes, pageBytes, unusedPageText(file, page, number, widths));
      return ++pages % pagesAtOnce === 0 ? sink.drained() : undefined;
    },
  );
  pieces.end();
}
