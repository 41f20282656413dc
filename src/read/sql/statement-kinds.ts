// What a statement can be, as far as reading rows is concerned.

export interface InsertHead {
  kind: 'insert';
  table: string;
  /** Columns as the statement lists them; null where it relies on the table's own order. */
  columns: string[] | null;
  /** What the table is qualified with; absent for nothing. */
  scope?: string;
  /** Position of the first `(` of the rows. */
  rows: number;
}

/** COPY … FROM stdin of PostgreSQL: rows follow, a line each. */
export interface CopyHead {
  kind: 'copy';
  table: string;
  columns: string[] | null;
  /** In the form that pg_dump writes; else the lines are handed over as text. */
  isUsual: boolean;
  /** Position of the first line of data. */
  data: number;
}

export type StatementHead =
  | InsertHead
  | CopyHead
  | { kind: 'create table' | 'alter table' | 'delimiter' }
  /** Rows that follow are of another database. `isLine`: a command of psql, which ends with its line. */
  | { kind: 'use'; database: string; isLine?: true }
  /** Read and of no consequence for rows (DROP, LOCK, SET …). */
  | { kind: 'other' }
  /** The same, and it ends with its line (GO, REM, \restrict …). */
  | { kind: 'line' }
  /** The same, and it ends with a line of its own (CREATE PROCEDURE …): its statements are no data. */
  | { kind: 'routine' }
  /** What may stand before a statement (BEGIN, IF EXISTS (…)): the next one begins at `end`. */
  | { kind: 'clause'; end: number }
  /** Holds or changes rows in a way that is not read (UPDATE, INSERT … SELECT …). */
  | { kind: 'unread'; reason: string }
  /** Not SQL: a warning of the dumping program, or the middle of something. */
  | { kind: 'noise' };
