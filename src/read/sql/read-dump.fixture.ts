// A dump in memory, read as the pipeline reads one in a file, and what came of it as plain strings.

import {
  bytesOf,
  type CollectedRows,
  collectingSink,
  nothingCollected,
  openWindow,
  type ReadOptions as CollectOptions,
} from '../collect-rows.fixture.ts';
import { SqlReader, type SqlReaderOptions } from './sql-reader.ts';

export { bytesOf, type CollectedRows, memorySource, openWindow } from '../collect-rows.fixture.ts';

export type ReadOptions = CollectOptions & SqlReaderOptions;

const parenthesis = 0x28;

export function openReader(dump: string | Uint8Array, options: ReadOptions = {}) {
  const window = openWindow(bytesOf(dump), options);
  const result = nothingCollected(options);
  // the rows of a COPY begin with their first value
  const opens = options.dialect === 'postgresql' ? null : parenthesis;
  const reader = new SqlReader(window, collectingSink(window, result, options, opens), options);
  return { reader, result };
}

export function readDump(dump: string | Uint8Array, options: ReadOptions = {}): CollectedRows {
  const { reader, result } = openReader(dump, options);
  result.end = reader.read(options.from ?? 0, options.stopAt ?? Infinity);
  // pieces may cut characters in two
  for (const part of result.skipped) part.text = Buffer.from(part.text, 'latin1').toString();
  return result;
}

/** The values of all rows, which is what most tests are about. */
export function rowsOf(dump: string | Uint8Array, options: ReadOptions = {}): (string | null)[][] {
  return readDump(dump, options).rows.map((row) => row.values);
}
