/*
 * The column that holds the salts of a table's passwords: by its name, and by short values that hardly ever repeat.
 * In: the facts of a table's columns. Out: the column, or null. A salt is nobody's datum: it says how hashes were made.
 */

import type { ColumnFacts } from '../column-facts.ts';

const saltWords = new Set('salt salts salz sel graine sal sale zout passwordsalt saltvalue'.split(' '));
/** Three signs in old forums, 64 bytes in hex in careful programs. */
const leastLength = 2;
const mostLength = 200;
/** vBulletin's three signs repeat among 256 rows; one salt for all is no salt. */
const leastDistinct = 0.5;

export function saltColumn(columns: readonly ColumnFacts[], except: number): ColumnFacts | null {
  const found = columns.find(
    (column) =>
      column.index !== except &&
      column.header.words.some((word) => saltWords.has(word)) &&
      holdsSalts(column),
  );
  return found ?? null;
}

function holdsSalts({ values, distinct }: ColumnFacts): boolean {
  if (values.length === 0) return false;
  const fitting = values.filter(
    ({ text }) => text.length >= leastLength && text.length <= mostLength && !/\s\S+\s/.test(text),
  );
  return fitting.length >= 0.9 * values.length && distinct >= leastDistinct * values.length;
}
