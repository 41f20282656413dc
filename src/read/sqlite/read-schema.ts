// The tables of a database, from the table of tables on its first page. In: the page file and the map.
// Out: tables with the pages of their trees claimed, indexes claimed too, and what of it was damaged.

import { cellsOf, leafTablePage, type PageFile } from './page-file.ts';
import { claimTree } from './claim-tree.ts';
import { firstTable, maxTables, ofIndex, type PageMap, settled } from './page-map.ts';
import { createPayload, locatePayload } from './payload.ts';
import { readRecord } from './record.ts';
import { type StoredTable, storedTable } from './stored-table.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';

/** What the database keeps for itself: counters, and statistics without values. */
const ownTables = new Set(['sqlite_sequence', 'sqlite_stat1']);

/** Text of definitions that is kept: more than 60,000 tables of a wide database need. */
const maxSchemaChars = 64 << 20;

/** `lost` is told of pages that belong to a tree and cannot be had. */
export function readSchema(file: PageFile, map: PageMap, lost: (page: number) => void): StoredTable[] {
  const tables: StoredTable[] = [];
  const indexRoots: number[] = [];
  claimTree(file, map, 1, { interior: settled, leaf: firstTable + maxTables }, lost);
  let chars = 0;
  for (const [type, , tableName, root, sql] of schemaRows(file, map, lost)) {
    const page = Number(root);
    chars += String(sql).length;
    if (!Number.isSafeInteger(page) || page < 2 || chars > maxSchemaChars) continue;
    if (type === 'index') indexRoots.push(page);
    if (type !== 'table' || tables.length === maxTables) continue;
    if (ownTables.has(String(tableName))) indexRoots.push(page);
    else tables.push(storedTable(String(tableName), page, String(sql)));
  }
  for (const [i, table] of tables.entries()) {
    const mark = firstTable + i;
    claimTree(file, map, table.root, { interior: table.withoutRowId ? mark : settled, leaf: mark }, lost);
  }
  for (const root of indexRoots) claimTree(file, map, root, { interior: ofIndex, leaf: ofIndex }, lost);
  return tables;
}

function* schemaRows(file: PageFile, map: PageMap, lost: (page: number) => void): Generator<RecordValue[]> {
  const payload = createPayload();
  const mark = firstTable + maxTables;
  for (let number = map.indexOf(mark); number > 0; number = map.indexOf(mark, number + 1)) {
    map[number] = settled;
    const page = file.page(number);
    const cells = page && cellsOf(page, number);
    if (!page || cells?.type !== leafTablePage) {
      lost(number);
      continue;
    }
    for (let i = 0; i < cells.count; i++) {
      const at = page.readUInt16BE(cells.pointersAt + i * 2);
      if (!locatePayload(file, map, page, page.length, cells.type, at, payload)) continue;
      const record = readRecord(payload.bytes, payload.from, payload.end, file.header.text);
      if (record && record.length >= 5) yield record;
    }
  }
}
