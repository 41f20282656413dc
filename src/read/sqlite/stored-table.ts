// How the rows of one table lie in its records. In: CREATE TABLE as the database keeps it. Out: the table as
// it is told on, and which value of a record belongs to which column: tables WITHOUT ROWID keep their key
// first, virtual columns are not kept, the integer key of the others is their row id.

import { type Token, tokenizeDefinition } from '../sql/definition-tokens.ts';
import { createDialect } from '../sql/dialect.ts';
import { parseCreateTable } from '../sql/table-definition.ts';
import type { RecordTable, RecordValue } from '../unpack/unpack-sink.ts';

/** Columns that SQLite allows unless it is built for more. */
const maxUnknownColumns = 2000;

export interface StoredTable {
  /** The same object until a row has more values than there were columns. */
  table: RecordTable;
  root: number;
  withoutRowId: boolean;
  /** Columns in the order of the record, as indices of `table.columns`; null where that is the same order. */
  order: number[] | null;
  /** The column that is the row id; -1 where none is. */
  rowIdColumn: number;
  /** Values that a record of today has. */
  width: number;
}

export function storedTable(name: string, root: number, sql: string): StoredTable {
  const schema = parseCreateTable(sql, createDialect('sqlite'));
  if (!schema)
    return {
      table: { name, columns: [] },
      root,
      withoutRowId: false,
      order: null,
      rowIdColumn: -1,
      width: 0,
    };
  schema.name = name;
  const columns = schema.columns.map((column) => column.name);
  const tokens = tokenizeDefinition(sql, false);
  const withoutRowId = isWithoutRowId(tokens);
  const key = schema.primaryKey.map((column) => indexOfColumn(columns, column)).filter((i) => i >= 0);
  const isRowId = !withoutRowId && key.length === 1 && schema.columns[key[0]!]!.type === 'integer';
  const first = withoutRowId ? [...new Set(key)] : [];
  const virtual = virtualColumns(tokens);
  const rest = columns.map((_, i) => i).filter((i) => !first.includes(i) && !virtual.has(i));
  const order = [...first, ...rest];
  return {
    table: { name, columns, schema },
    root,
    withoutRowId,
    order: order.every((column, i) => column === i) ? null : order,
    rowIdColumn: isRowId ? key[0]! : -1,
    width: order.length,
  };
}

/**
 * Values of a record in the order of the columns; null where it has more than the table: it is damaged then.
 * Of a table whose definition is not understood, columns are named as rows turn out to have them.
 */
export function rowOf(stored: StoredTable, record: RecordValue[], rowId: () => string): RecordValue[] | null {
  const { order, rowIdColumn } = stored;
  const { schema, columns } = stored.table;
  if (!schema) {
    if (record.length > maxUnknownColumns) return null;
    if (record.length > columns.length)
      stored.table = { name: stored.table.name, columns: record.map((_, i) => `column ${i + 1}`) };
    return record;
  }
  if (record.length > stored.width) return null;
  let row = record;
  if (order) {
    row = Array<RecordValue>(columns.length).fill(null);
    for (const [i, value] of record.entries()) row[order[i]!] = value;
  } else {
    while (row.length < columns.length) row.push(null); // rows from before ALTER TABLE ADD COLUMN
  }
  if (rowIdColumn >= 0 && row[rowIdColumn] === null) row[rowIdColumn] = rowId();
  return row;
}

/** Names are compared as SQLite does, without regard to case. */
function indexOfColumn(columns: string[], name: string): number {
  return columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word;
}

function isWithoutRowId(tokens: Token[]): boolean {
  const close = tokens.findLastIndex((token) => token.kind === 'sign' && token.text === ')');
  return tokens.some((token, i) => i > close && isWord(token, 'WITHOUT') && isWord(tokens[i + 1], 'ROWID'));
}

/** `name type AS (expression)` that is not STORED, by number of the column. */
function virtualColumns(tokens: Token[]): Set<number> {
  const virtual = new Set<number>();
  let depth = 0;
  let column = 0;
  let isGenerated = false;
  let isStored = false;
  for (const [i, token] of tokens.entries()) {
    const sign = token.kind === 'sign' ? token.text : '';
    if (sign === '(') depth++;
    if (depth === 1 && isWord(token, 'AS') && tokens[i + 1]?.text === '(') isGenerated = true;
    if (depth === 1 && isWord(token, 'STORED')) isStored = true;
    if (depth === 1 && (sign === ',' || sign === ')')) {
      if (isGenerated && !isStored) virtual.add(column);
      isGenerated = isStored = false;
      column++;
    }
    if (sign === ')' && --depth === 0) break;
  }
  return virtual;
}
