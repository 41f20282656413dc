// A file that is one table, such as a CSV: its table is named after it, and files that hold parts of the same
// table are that table together. In: the path of a leaf. Out: the folder, which stands for the database, and
// the name: without endings, and without the number of a part (`users_0001.csv`, `users-part2.json`).

import { basename, dirname } from 'node:path';
import type { TableName } from './read-job.ts';

/** `columns`: those the file states; parts of one table have the same ones. */
export function fileTable(leaf: string, columns: readonly string[] | null): TableName {
  const name = basename(leaf);
  const whole = withoutEndings(name);
  const stem = whole.replace(partNumber, '') || whole;
  const folder = dirname(leaf).toLowerCase();
  // part files whose columns differ are none
  const database = stem === whole ? folder : `${folder}?${signatureOf(columns)}`;
  return { leaf: '', database, table: stem.toLowerCase() };
}

/** Parts of one table lie in the same folder as whole ones: they belong to the same database. */
export function folderOf(database: string): string {
  return database.split('?', 1)[0]!;
}

/** Endings that say how a file is written or packed; a table may have a dot in its name otherwise. */
const ending =
  /\.(?:csv|tsv|tab|txt|dat|data|json|jsonl|ndjson|bson|xml|ldif|vcf|parquet|list|lst|gz|gzip|bz2|xz|zst|zstd|out|asc|psv)$/iu;

const partNumber = /(?:[-_. ]*(?:part|chunk|split)?[-_. ]*\d+)$/iu;

function withoutEndings(name: string): string {
  let stem = name;
  while (ending.test(stem)) stem = stem.replace(ending, '');
  return stem || name;
}

function signatureOf(columns: readonly string[] | null): string {
  return (columns ?? []).map((column) => column.toLowerCase()).join('|');
}
