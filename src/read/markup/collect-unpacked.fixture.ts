// What an opener hands over, collected for tests; and streams cut into pieces of a given size.

import type { OpenStream, RecordValue, UnpackOptions, UnpackSink } from '../unpack/unpack-sink.ts';

export interface Unpacked {
  tables: Map<string, { columns: string[]; rows: RecordValue[][] }>;
  text: string;
  members: { path: string; bytes: Buffer }[];
  unread: { path: string; reason: string }[];
  skipped: { reason: string; text: string }[];
  /** Whether offsets ever went back. */
  isAscending: boolean;
}

export const unpackOptions: UnpackOptions = {
  passwords: [],
  ocr: { pagesLeft: 0, onPage: () => {} },
};

export function createCollector(): { sink: UnpackSink; found: Unpacked } {
  const found: Unpacked = {
    tables: new Map(),
    text: '',
    members: [],
    unread: [],
    skipped: [],
    isAscending: true,
  };
  let current = '';
  let last = 0;
  const at = (offset: number): void => {
    if (!(offset >= last)) found.isAscending = false;
    last = offset;
  };
  const sink: UnpackSink = {
    async member(member) {
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of member.stream()) chunks.push(chunk.slice());
      } finally {
        found.members.push({ path: member.path, bytes: Buffer.concat(chunks) });
      }
    },
    unread: (path, _, reason) => void found.unread.push({ path, reason }),
    table({ name, columns }) {
      current = name;
      const known = found.tables.get(name);
      if (known === undefined) found.tables.set(name, { columns: [...columns], rows: [] });
      else known.columns = [...columns];
    },
    record(offset, values) {
      at(offset);
      const table = found.tables.get(current)!;
      table.rows.push(table.columns.map((_, i) => values[i] ?? null));
      if (values.length > table.columns.length) throw new Error('more values than columns');
    },
    text(offset, text) {
      at(offset);
      found.text += text;
    },
    skipped: (_, __, reason, text = '') => void found.skipped.push({ reason, text }),
    drained: async () => {},
  };
  return { sink, found };
}

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let p = 0; p < bytes.length; p += size) yield bytes.subarray(p, p + size);
}

export async function unpackStream(
  open: OpenStream,
  content: string | Uint8Array,
  size = 64 << 10,
): Promise<Unpacked> {
  const { sink, found } = createCollector();
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await open(inPieces(bytes, size), sink, unpackOptions);
  for (const table of found.tables.values()) {
    for (const row of table.rows) while (row.length < table.columns.length) row.push(null);
  }
  return found;
}
