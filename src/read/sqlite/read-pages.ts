// Reads the pages of a database from the first to the last and hands over the rows of those that belong to
// tables. In: the map of who owns which page. Out: records; overflow pages claimed on the way.
// Holds a block of pages and one row at a time.

import type { RecordTable, UnpackSink } from '../unpack/unpack-sink.ts';
import { freeText } from './free-text.ts';
import { cellPositions, freeTextOfPage } from './leaf-page.ts';
import {
  asBuffer,
  cellsOf,
  interiorIndexPage,
  leafIndexPage,
  leafTablePage,
  type PageFile,
} from './page-file.ts';
import { firstTable, ofIndex, type PageMap } from './page-map.ts';
import { createPayload, locatePayload, maxPayloadBytes, type Payload } from './payload.ts';
import type { RandomAccess } from '../random-access.ts';
import { readRecord } from './record.ts';
import { rowOf, type StoredTable } from './stored-table.ts';
import { createTextPieces, type TextPieces } from './text-pieces.ts';
import { varintText } from './varint.ts';

/** Read at once: large enough that the calls cost nothing, small enough to be held. */
const blockBytes = 1 << 20;

/** Rows after which the sink is asked for room. */
const rowsAtOnce = 256;
const bytesAtOnce = 1 << 20;

/** SQLite leaves rows there that were deleted, and older copies of rows that it has moved. */
const unusedRoom = 'unused room between rows, searched for deleted ones';

export interface PageReading {
  access: RandomAccess;
  file: PageFile;
  map: PageMap;
  tables: StoredTable[];
  sink: UnpackSink;
  signal: AbortSignal | undefined;
}

/** Every page that `isWanted` says is, with its bytes; in file order. */
export async function eachPage(
  { access, file, map, signal }: PageReading,
  isWanted: (mark: number) => boolean,
  visit: (page: Buffer, number: number, mark: number) => void | Promise<void>,
): Promise<void> {
  const { pageBytes, usableBytes } = file.header;
  const pagesAtOnce = Math.max(1, blockBytes / pageBytes);
  for (let first = 1; first < map.length; first += pagesAtOnce) {
    const past = Math.min(first + pagesAtOnce, map.length);
    let from = first;
    while (from < past && !isWanted(map[from]!)) from++;
    if (from === past) continue;
    signal?.throwIfAborted();
    const block = asBuffer(access.readSync((from - 1) * pageBytes, (past - from) * pageBytes));
    for (let number = from; number < past; number++) {
      const mark = map[number]!;
      if (!isWanted(mark)) continue;
      const at = (number - from) * pageBytes;
      const result = visit(block.subarray(at, at + usableBytes), number, mark);
      if (result) await result;
    }
  }
}

/** Hands over the rows of all tables; the reading of the indexes only finds out which pages they overflow to. */
export async function readPages(reading: PageReading): Promise<void> {
  const state: ReadingState = {
    told: null,
    payload: createPayload(),
    rows: 0,
    bytes: 0,
    unused: createTextPieces(reading.sink, unusedRoom),
  };
  await eachPage(
    reading,
    (mark) => mark >= ofIndex,
    (page, number, mark) =>
      mark === ofIndex
        ? claimOverflow(reading, page, number, state.payload)
        : readTablePage(reading, page, number, reading.tables[mark - firstTable]!, state),
  );
  state.unused.end();
}

interface ReadingState {
  /** The table named last. */
  told: RecordTable | null;
  payload: Payload;
  /** Handed over since the sink was asked for room. */
  rows: number;
  bytes: number;
  /** Text of room in pages of tables that no row takes. */
  unused: TextPieces;
}

function claimOverflow({ file, map }: PageReading, page: Buffer, number: number, payload: Payload): void {
  const cells = cellsOf(page, number);
  if (!cells) return;
  for (const at of cellPositions(page, cells))
    locatePayload(file, map, page, page.length, cells.type, at, payload, false);
}

async function readTablePage(
  reading: PageReading,
  page: Buffer,
  number: number,
  stored: StoredTable,
  state: ReadingState,
): Promise<void> {
  const { file, map, sink } = reading;
  const { pageBytes, text } = file.header;
  const pageAt = (number - 1) * pageBytes;
  const cells = cellsOf(page, number);
  const isLeaf = stored.withoutRowId ? cells?.type === leafIndexPage : cells?.type === leafTablePage;
  const isRead = isLeaf || (stored.withoutRowId && cells?.type === interiorIndexPage);
  if (!cells || !isRead) {
    sink.skipped(pageAt, page.length, `damaged page of table ${stored.table.name}`, textOf(page, text));
    return;
  }
  const { payload } = state;
  const latin1 = page.toString('latin1');
  const positions = cellPositions(page, cells).slice(); // others read pages while the sink makes room
  let bad = 0;
  let cut = 0;
  let end = 0;
  for (const at of positions) {
    const isThere = at >= end && locatePayload(file, map, page, page.length, cells.type, at, payload);
    const isLocal = payload.bytes === page;
    const record = isThere
      ? readRecord(payload.bytes, payload.from, payload.end, text, isLocal ? latin1 : '', 0)
      : null;
    const row = record && rowOf(stored, record, () => varintText(page, payload.rowIdAt, payload.rowIdEnd));
    if (!row) {
      bad++;
      continue;
    }
    end = isLocal ? payload.end : at + 1;
    if (payload.isCut) cut++;
    if (state.told !== stored.table) sink.table((state.told = stored.table));
    sink.record(pageAt + at, row);
    if (payload.isLong)
      sink.skipped(pageAt + at, payload.statedBytes - maxPayloadBytes, 'a row longer than is kept');
    state.bytes += payload.end - payload.from;
    if (++state.rows >= rowsAtOnce || state.bytes >= bytesAtOnce) {
      state.rows = state.bytes = 0;
      await sink.drained();
    }
  }
  if (bad > 0)
    sink.skipped(
      pageAt,
      0,
      `damaged rows of table ${stored.table.name}, at least ${bad}`,
      textOf(page, text),
    );
  if (cut > 0)
    sink.skipped(
      pageAt,
      0,
      `rows of table ${stored.table.name} that end early, their pages are damaged: ${cut}`,
    );
  state.unused.add(pageAt, 0, freeTextOfPage(page, number, cells, [stored.width], text));
}

function textOf(page: Buffer, text: PageFile['header']['text']): string {
  return freeText(page, 0, page.length, text);
}
