// A table of a PostgreSQL database as a stream of CSV, for a directory that is nobody's file. In: a URL and the name of
// a table or view. Out: its columns, a first look, all rows. It reads only; neither user nor password is in what it
// shows or throws.

import pg, { type Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { TocsinError } from '../../base/index.ts';

export interface OpenQuery {
  columns: string[];
  /** Some first rows as CSV without a header. */
  head(): Promise<Buffer>;
  /** All rows as CSV without a header; a fault is DIRECTORY_UNREACHABLE. */
  rows(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const connectTimeoutMs = 20_000;
const headRows = 2000;
/** Rows of a directory are some hundred bytes; what is larger is looked at in part. */
const mostHeadBytes = 8 << 20;

export function isDatabaseUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(text);
}

/** Without user, password and options. */
export function shownUrl(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return 'postgres://';
  }
}

export async function openQuery(url: string, table: string): Promise<OpenQuery> {
  if (!URL.canParse(url)) throw new TocsinError('USAGE', 'the URL of the database is not well formed');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: 'tocsin',
  });
  // a lost connection shows where it is waited for
  client.on('error', () => {});
  const close = () => client.end().catch(() => {});
  try {
    await client.connect();
    // one state of the table, however long it is read; dates as they are read everywhere
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL client_encoding = 'UTF8'`);
    await client.query(`SET LOCAL datestyle = 'ISO, YMD'`);
    const from = quoted(client, table);
    const { fields } = await client.query(`SELECT * FROM ${from} LIMIT 0`);
    const copy = (rest: string) =>
      client.query(copyTo(`COPY (SELECT * FROM ${from}${rest}) TO STDOUT (FORMAT csv)`));
    return {
      columns: fields.map(({ name }) => name),
      async head() {
        try {
          const pieces: Buffer[] = [];
          let length = 0;
          for await (const piece of copy(` LIMIT ${headRows}`) as AsyncIterable<Buffer>) {
            if (length < mostHeadBytes) pieces.push(piece);
            length += piece.length;
          }
          return Buffer.concat(pieces);
        } catch (cause) {
          throw unreachable(url, cause);
        }
      },
      async *rows() {
        try {
          yield* copy('') as AsyncIterable<Uint8Array>;
        } catch (cause) {
          throw unreachable(url, cause);
        }
      },
      close,
    };
  } catch (cause) {
    await close();
    throw unreachable(url, cause);
  }
}

/** `customers`, `crm.customers`: each part as it is written, or in double quotes. */
function quoted(client: Client, table: string): string {
  const parts = [...table.matchAll(/"((?:[^"]|"")+)"|([^".]+)/gu)].map(
    ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain!,
  );
  if (parts.length === 0 || parts.length > 3)
    throw new TocsinError('USAGE', '--table is not the name of a table, such as crm.customers');
  return parts.map((part) => client.escapeIdentifier(part)).join('.');
}

/** SQLSTATE classes that say what to do about it. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^28/u, 'the database refuses the user or the password'],
  [/^42P01|^3F000/u, 'the database has no such table'],
  [/^42501/u, 'the user may not read the table'],
  [/^3D000/u, 'the server has no such database'],
];

function unreachable(url: string, cause: unknown): unknown {
  if (cause instanceof TocsinError) return cause;
  const { code = '' } = cause as { code?: string };
  const reason = reasons.find(([state]) => state.test(code))?.[1] ?? 'the database cannot be read';
  return new TocsinError('DIRECTORY_UNREACHABLE', `${reason}: ${shownUrl(url)}`, { cause });
}
