// What an opener of streams hands over, as objects by column, for tests.

import type { OpenStream, RecordValue, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';

export interface ToldRecords {
  columns: readonly string[];
  /** Without the values that are not there. */
  records: Record<string, RecordValue>[];
  offsets: number[];
  skipped: { offset: number; bytes: number; reason: string; text: string }[];
  texts: string[];
  mostAtOnce: number;
}

export const noOptions: UnpackOptions = { passwords: [], ocr: { pagesLeft: 0, onPage: () => undefined } };

/** `chunkBytes`: how much is handed to the opener at a time. */
export async function readStream(
  open: OpenStream,
  bytes: Uint8Array | string,
  chunkBytes = 1 << 16,
): Promise<ToldRecords> {
  const told: ToldRecords = { columns: [], records: [], offsets: [], skipped: [], texts: [], mostAtOnce: 0 };
  const input = Buffer.from(bytes as string);
  let atOnce = 0;
  const sink: UnpackSink = {
    member: async () => undefined,
    unread: () => undefined,
    table: ({ columns }) => void (told.columns = columns),
    record(offset, values) {
      const entries = values.map((value, i) => [told.columns[i]!, value] as const);
      told.records.push(Object.fromEntries(entries.filter(([, value]) => value !== null)));
      told.offsets.push(offset);
      told.mostAtOnce = Math.max(told.mostAtOnce, ++atOnce);
    },
    text: (_, text) => void told.texts.push(text),
    skipped: (offset, length, reason, text = '') =>
      void told.skipped.push({ offset, bytes: length, reason, text }),
    drained: async () => void (atOnce = 0),
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    // copies, as a file would give them: nobody may lean on what lies beside
    for (let p = 0; p < input.length; p += chunkBytes)
      yield new Uint8Array(input.subarray(p, p + chunkBytes));
  }
  await open(pieces(), sink, noOptions);
  return told;
}
