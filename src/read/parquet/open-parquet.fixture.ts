// What the reader of Parquet files hands over, for tests.

import type { RandomAccess } from '../random-access.ts';
import type { RecordTable, RecordValue, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';
import { openParquet } from './open-parquet.ts';

export interface Told {
  table: RecordTable | null;
  rows: RecordValue[][];
  skipped: string[];
  /** Most rows between two times that the sink was asked for room. */
  mostAtOnce: number;
  longestRead: number;
}

const noOptions: UnpackOptions = { passwords: [], ocr: { pagesLeft: 0, onPage: () => undefined } };

export async function readTable(bytes: Uint8Array): Promise<Told> {
  const told: Told = { table: null, rows: [], skipped: [], mostAtOnce: 0, longestRead: 0 };
  let atOnce = 0;
  const readSync = (offset: number, length: number) => {
    told.longestRead = Math.max(told.longestRead, length);
    return bytes.slice(offset, offset + length);
  };
  const access: RandomAccess = {
    sizeBytes: bytes.length,
    path: '/made-up.parquet',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    async *stream(offset = 0) {
      yield bytes.slice(offset);
    },
  };
  const sink: UnpackSink = {
    member: async () => undefined,
    unread: () => undefined,
    table: (named) => void (told.table = named),
    record(_, values) {
      told.rows.push([...values]);
      told.mostAtOnce = Math.max(told.mostAtOnce, ++atOnce);
    },
    text: () => undefined,
    skipped: (_offset, _bytes, reason) => void told.skipped.push(reason),
    drained: async () => void (atOnce = 0),
  };
  await openParquet(access, sink, noOptions);
  return told;
}
