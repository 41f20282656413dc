// Where those who open what no reader of bytes can read put what they find: containers their members,
// tables their records, documents their running text. All calls come in file order.

import type { RandomAccess } from '../random-access.ts';
import type { TableSchema } from '../table-schema.ts';

/** A text as a string or as its UTF-8 bytes (no work for whoever has them), other bytes as they are; null for what is not there. */
export type RecordValue = string | Uint8Array | null;

export interface RecordTable {
  name: string;
  /** Named again with more of them at the end where a later record has more; the order of the known ones stays. */
  columns: readonly string[];
  /** Types and keys, where the format states them; its columns are `columns`. */
  schema?: TableSchema;
  /** Where the format itself says what a column holds, the validator of it, by column (names of `validatorIds`). */
  holds?: readonly (string | null)[];
  /** One table over all files of the kind, as of mails that lie in a file each; else the table is of this file. */
  shared?: boolean;
}

/** One thing inside a container, read at most once and before the next one is asked for. */
export interface Member {
  /** As the container names it, with `/` between folders. Shown, never used to write a file. */
  path: string;
  /** Unpacked, as far as the container says; null where it does not. A hint that is not relied on. */
  sizeBytes: number | null;
  /** Its bytes; ends early with an `UnreadableError` where they are damaged, after all that could be had. */
  stream(): AsyncIterable<Uint8Array>;
}

export interface UnpackSink {
  /** Hands over a member; resolves when it has been read as far as it is wanted. */
  member(member: Member): Promise<void>;
  /** A member that cannot be had at all: what it is, why, and what would help. */
  unread(path: string, sizeBytes: number | null, reason: string): void;
  /** Records of this table follow. */
  table(table: RecordTable): void;
  /** One record: values in the order of the columns. `offset` ascends; bytes where the format has them, else its number. */
  record(offset: number, values: readonly RecordValue[]): void;
  /** Running text of a document, in reading order and in pieces of at most a megabyte; `offset` as for records. */
  text(offset: number, text: string): void;
  /** Bytes of this file that could not be read: where, how many (0 where nobody knows) and why; text of them to be searched. */
  skipped(offset: number, bytes: number, reason: string, text?: string): void;
  /** Resolves when there is room for more: to be awaited after at most some hundred records or a megabyte. */
  drained(): Promise<void>;
}

/** What an opener is given besides the bytes. */
export interface UnpackOptions {
  /** Passwords to try on what is encrypted, in this order. */
  passwords: readonly string[];
  /** Scanned pages that may still be read by OCR in this run; openers count down. */
  ocr: { pagesLeft: number; onPage: (done: number, total: number) => void };
  signal?: AbortSignal;
}

/** Opens something that can be read from anywhere. */
export type OpenFile = (file: RandomAccess, sink: UnpackSink, options: UnpackOptions) => Promise<void>;

/** Opens something that is read from its beginning to its end. */
export type OpenStream = (
  stream: AsyncIterable<Uint8Array>,
  sink: UnpackSink,
  options: UnpackOptions,
) => Promise<void>;
