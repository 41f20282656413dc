// What a reader of rows tells, in file order. Positions are memory positions, valid during the call only.

import type { Notation } from './notation.ts';
import type { TableSchema } from './table-schema.ts';

export interface RowSink {
  /** A table as CREATE TABLE states it, and again for each ALTER TABLE that adds keys. */
  schema(schema: TableSchema): void;
  /** The schema known for a table, to which an ALTER TABLE adds; may wait for what others read. */
  schemaOf(table: string): TableSchema | undefined;
  /** `USE name`: tables named from here on are of that database. */
  database(name: string): void;
  /**
   * Rows of `table` ('': the file is the table) follow, their values in `notation`; `columns` as the statement or the schema names them, or null.
   * `scope`: only where the statement does not name them: the database or schema that it names, or ''.
   */
  insert(table: string, columns: string[] | null, notation: Notation, scope?: string): void;
  /** From here on a table has other columns, which nobody states; null: any table may. */
  altered?(table: string | null): void;
  /**
   * One row of the table named last: values at `starts[i]`..`ends[i]`, still quoted and escaped.
   * `@` signs of the row are at `ats[atFrom]`..`ats[atTo - 1]`.
   */
  row(
    offset: number,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): void;
  /** Running text of a document, UTF-8, in reading order. */
  text(offset: number, from: number, to: number): void;
  /**
   * Bytes that could not be read as rows: where, why, and at `from`..`to` what can be searched as text: the bytes
   * themselves, or what was had of `bytes` of them.
   */
  skipped(offset: number, reason: string, from: number, to: number, bytes?: number): void;
  /**
   * What stands outside rows and was understood, at file offsets `from`..`to`, told once it was read: a statement by its
   * first words (`CREATE TABLE`), or the head of rows. Bytes that are `unread` were told as skipped before. Nobody tells
   * of comments.
   */
  passed?(from: number, to: number, words: string, kind: 'head' | 'statement' | 'unread'): void;
}
