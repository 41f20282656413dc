// Which column a key has in its table. In: numbers of entries. Out: numbers of columns, given in the order in
// which keys are first seen, and which of them are new in this row; taken back when the row comes to nothing.

import { COLUMN, COLUMNS, entryAt } from './json-entry';
import { dropKeys } from './json-keys';
import { MAX_COLUMNS, NEW_AT, room } from './json-room';

export let root: u32 = 0; // of the table that is read
export let newCount: u32 = 0;

// @ts-ignore: decorator
@inline
export function beginColumns(): void {
  newCount = 0;
}

// @ts-ignore: decorator
@inline
export function setRoot(tableRoot: u32): void {
  root = tableRoot;
}

/** The column of an entry, given one if it has none; -1 where there are no more. */
// @ts-ignore: decorator
@inline
export function columnOf(entry: u32): i32 {
  const at = entryAt(entry);
  const column = load<u32>(at, COLUMN);
  return column != 0 ? <i32>(column - 1) : newColumn(entry);
}

function newColumn(entry: u32): i32 {
  const rootAt = entryAt(root);
  const column = load<u32>(rootAt, COLUMNS);
  if (column >= MAX_COLUMNS) return -1;
  store<u32>(rootAt, column + 1, COLUMNS);
  store<u32>(entryAt(entry), column + 1, COLUMN);
  store<u32>(room + NEW_AT + <usize>(newCount << 2), entry);
  newCount++;
  return <i32>column;
}

/** Takes back columns and entries, the last first, down to what there was. */
export function dropTo(entryMark: u32, arenaMark: u32, columnMark: u32): void {
  dropColumns(columnMark);
  dropKeys(entryMark, arenaMark);
}

// @ts-ignore: decorator
@inline
function dropColumns(columnMark: u32): void {
  while (newCount > columnMark) {
    newCount--;
    const entry = load<u32>(room + NEW_AT + <usize>(newCount << 2));
    store<u32>(entryAt(entry), 0, COLUMN);
    store<u32>(entryAt(root), load<u32>(entryAt(root), COLUMNS) - 1, COLUMNS);
  }
}
