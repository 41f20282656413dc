// A file of BSON in memory, opened, and what came of it.

import type { RandomAccess } from '../random-access.ts';
import type { RecordValue } from '../unpack/unpack-sink.ts';
import { openBson } from './open-bson.ts';

export interface Opened {
  records: { table: string; offset: number; values: Record<string, RecordValue> }[];
  skipped: { offset: number; bytes: number; reason: string; text: string }[];
}

export function memoryFile(bytes: Uint8Array, shortRead = Infinity): RandomAccess {
  const read = (offset: number, length: number) =>
    bytes.subarray(offset, offset + Math.min(length, shortRead));
  return {
    sizeBytes: bytes.length,
    path: '/dev/null',
    read: async (offset, length) => read(offset, length),
    readSync: read,
    async *stream(offset = 0) {
      yield bytes.subarray(offset);
    },
  };
}

export async function openBytes(bytes: Uint8Array, shortRead = Infinity): Promise<Opened> {
  const opened: Opened = { records: [], skipped: [] };
  let table: { name: string; columns: readonly string[] } | null = null;
  let last = -1;
  const ascend = (offset: number) => {
    if (offset <= last) throw new Error('told out of order');
    last = offset;
  };
  await openBson(
    memoryFile(bytes, shortRead),
    {
      member: async () => {},
      unread() {},
      text() {},
      table: (told) => (table = told),
      record(offset, values) {
        ascend(offset);
        if (!table || values.length !== table.columns.length)
          throw new Error('a record that is not of its table');
        const { name, columns } = table;
        const there = columns
          .map((column, i) => [column, values[i]!] as const)
          .filter(([, value]) => value !== null);
        opened.records.push({ table: name, offset, values: Object.fromEntries(there) });
      },
      skipped(offset, length, reason, text = '') {
        ascend(offset);
        opened.skipped.push({ offset, bytes: length, reason, text });
      },
      drained: async () => {},
    },
    { passwords: [], ocr: { pagesLeft: 0, onPage() {} } },
  );
  return opened;
}
