// Archives of pg_dump made byte by byte, in any version that is read, and what comes of opening one.

import { deflateSync, zstdCompressSync } from 'node:zlib';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openPgDump } from './open-pg-dump.ts';

export interface ArchiveOptions {
  version?: number;
  packing?: 'none' | 'zlib' | 'lz4' | 'zstd';
  form?: number;
  offSize?: number;
  intSize?: number;
  /** False for archives written to a pipe. */
  offsets?: boolean;
  chunkBytes?: number;
  entries?: MadeUpEntry[];
}

export interface MadeUpEntry {
  kind: string;
  definition?: string;
  copy?: string;
  data?: string;
  blobs?: Record<number, string>;
}

export const shop: MadeUpEntry[] = [
  { kind: 'ENCODING', definition: "SET client_encoding = 'UTF8';\n" },
  { kind: 'TABLE', definition: 'CREATE TABLE public.people (\n    id integer,\n    mail text\n);\n' },
  { kind: 'FUNCTION', definition: "CREATE FUNCTION f() RETURNS int AS $$ it's $$;\n" },
  {
    kind: 'TABLE DATA',
    copy: 'COPY public.people (id, mail) FROM stdin;\n',
    data: `1\tann@example.com\n2\tbob@example.org\n3\t${'x'.repeat(500)}\n\\.\n\n\n`,
  },
  { kind: 'TABLE DATA', copy: 'COPY public.empty (a) FROM stdin;\n', data: '\\.\n\n\n' },
  { kind: 'BLOBS', blobs: { 16401: 'a scanned letter', 16402: 'é' } },
  {
    kind: 'CONSTRAINT',
    definition: 'ALTER TABLE ONLY public.people\n    ADD CONSTRAINT p PRIMARY KEY (id);\n',
  },
];

export function makeArchive(options: ArchiveOptions = {}): Buffer {
  const { version = 14, packing = 'zlib', form = 1, offSize = 8, intSize = 4, entries = shop } = options;
  const bytes: number[] = [];
  const unsigned = (value: number, size: number) => {
    for (let i = 0; i < size; i++) bytes.push(Number((BigInt(value) >> BigInt(8 * i)) & 0xffn));
  };
  const int = (value: number) => {
    bytes.push(value < 0 ? 1 : 0);
    unsigned(Math.abs(value), intSize);
  };
  const string = (value: string | null) => {
    const text = Buffer.from(value ?? '');
    int(value === null ? -1 : text.length);
    for (const byte of text) bytes.push(byte);
  };

  bytes.push(...Buffer.from('PGDMP'), 1, version, 0, intSize, offSize, form);
  if (version >= 15) bytes.push(['none', 'zlib', 'lz4', 'zstd'].indexOf(packing));
  else int(packing === 'none' ? 0 : -1);
  for (const part of [59, 30, 10, 22, 10, 126, 0]) int(part);
  for (const text of ['shop', '15.9', '15.9']) string(text);
  int(entries.length);
  const offsetsAt: number[] = [];
  entries.forEach((entry, i) => {
    int(i + 1);
    int(entry.data === undefined ? 0 : 1);
    for (const text of ['1259', String(16_000 + i), 'a tag', entry.kind]) string(text);
    if (version >= 11) int(2);
    string(entry.definition ?? '');
    string('');
    string(entry.copy ?? null);
    for (const text of ['public', '']) string(text);
    if (version >= 14) string('heap');
    if (version >= 16) int(114);
    for (const text of ['postgres', 'false', '3', null]) string(text);
    offsetsAt.push(bytes.length);
    if (form === 1) {
      bytes.push(1);
      unsigned(0, offSize);
    } else string(`${i}.dat`);
  });
  const chunks = (data: string) => {
    const packed = pack(Buffer.from(data), packing);
    const { chunkBytes = 64 } = options;
    for (let from = 0; from < packed.length; from += chunkBytes) {
      const chunk = packed.subarray(from, from + chunkBytes);
      int(chunk.length);
      for (const byte of chunk) bytes.push(byte);
    }
    int(0);
  };
  entries.forEach((entry, i) => {
    if (form !== 1 || (entry.data === undefined && !entry.blobs)) return;
    if (options.offsets !== false) {
      const at = bytes.length;
      const flag = offsetsAt[i]!;
      bytes[flag] = 2;
      for (let b = 0; b < offSize; b++) bytes[flag + 1 + b] = Math.floor(at / 256 ** b) % 256;
    }
    bytes.push(entry.blobs ? 3 : 1);
    int(i + 1);
    if (entry.data !== undefined) chunks(entry.data);
    if (!entry.blobs) return;
    for (const [oid, data] of Object.entries(entry.blobs)) {
      int(Number(oid));
      chunks(data);
    }
    int(0);
  });
  return Buffer.from(bytes);
}

function pack(data: Buffer, packing: ArchiveOptions['packing']): Buffer {
  if (packing === 'zlib') return deflateSync(data);
  return packing === 'zstd' ? zstdCompressSync(data) : data;
}

export function inMemory(bytes: Uint8Array): RandomAccess {
  const readSync = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return {
    sizeBytes: bytes.length,
    path: '/nowhere',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    async *stream(offset = 0) {
      yield bytes.subarray(offset);
    },
  };
}

const nothing = () => {};

export interface Opened {
  sql: string;
  blobs: Record<string, string>;
  faults: string[];
}

/** What an archive holds; only an `UnreadableError` may end it early. */
export async function openArchive(bytes: Uint8Array): Promise<Opened> {
  const opened: Opened = { sql: '', blobs: {}, faults: [] };
  try {
    await openPgDump(
      inMemory(bytes),
      {
        async member(member) {
          const { path } = member;
          const parts: Uint8Array[] = [];
          try {
            for await (const part of member.stream()) parts.push(part.slice());
          } catch (error) {
            takeFault(error);
          }
          const text = Buffer.concat(parts).toString();
          if (path === '') opened.sql = text;
          else opened.blobs[path] = text;
        },
        unread: nothing,
        table: nothing,
        record: nothing,
        text: nothing,
        skipped: nothing,
        drained: async () => {},
      },
      { passwords: [], ocr: { pagesLeft: 0, onPage: nothing } },
    );
  } catch (error) {
    takeFault(error);
  }
  return opened;

  function takeFault(error: unknown): void {
    if (!(error instanceof UnreadableError)) throw error;
    opened.faults.push(error.message);
  }
}
