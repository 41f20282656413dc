// Whose SQL a text is: by the header that dump programs write, else by what only one dialect has.
// In: the first part of a file as text. Out: what to call it, its dialect, whether backslashes escape.

import type { DialectName } from './dialect.ts';

export type SqlFormat =
  | 'mysqldump'
  | 'MariaDB dump'
  | 'pg_dump'
  | 'SQL Server script'
  | 'Oracle script'
  | 'DB2 script'
  | 'SQLite dump'
  | 'SQL';

export interface SniffedSql {
  format: SqlFormat;
  dialect: DialectName;
  backslashEscapes: boolean;
}

const header = /^(?:[^\n]{0,300}\n){0,5}--[ \t]+(MySQL|MariaDB|PostgreSQL database(?: cluster)?) dump/u;

/** Openings of statements that dumps begin with. No repetition can meet the same bytes twice: heads are hostile. */
const sqlLine =
  /(?:^|[\r\n;])[ \t]*(?:\/\*!\d*[ \t]*)?(?:insert\s{1,9}(?:(?:low_priority|delayed|high_priority|ignore|all|or\s{1,9}\w{1,9})\s{1,9}){0,3}into\s|insert\s{1,9}ignore\s|insert\s{1,9}\[|replace\s{1,9}(?:\w{1,16}\s{1,9})?into\s|(?:create|drop|alter)\s{1,9}(?:(?:temporary|unlogged|global)\s{1,9}){0,2}(?:table|database|schema)\s|lock\s{1,9}tables?\s)/iu;

/** COPY of PostgreSQL with a list of columns that may be long. */
const copyLine = /^copy [^\n]{1,9000} from stdin\b/imu;

/** What speaks for a dialect, each once: the first sign of a line, or what no other dialect writes. */
const signs: [DialectName, RegExp[]][] = [
  [
    'mysql',
    [
      /`/u,
      /\bengine\s?=/iu,
      /\bauto_increment\b/iu,
      /^[ \t]*\/\*!\d/mu,
      /^-- phpMyAdmin/mu,
      /^lock tables/imu,
    ],
  ],
  [
    'postgresql',
    [
      /^\\(?:c|connect|restrict)\s/mu,
      copyLine,
      /^set (?:standard_conforming_strings|client_encoding|search_path|statement_timeout)\b/imu,
      /\bpg_catalog\./u,
      /'::\w/u,
      /\bcharacter varying\b|\bnextval\(|\b(?:big)?serial\b|\btimestamptz\b|\bjsonb\b/iu,
      /\bowner to\b|\balter table only\b/iu,
    ],
  ],
  [
    'sqlserver',
    [
      /^[ \t]*go[ \t]*\r?$/imu,
      /\[dbo\]\.|\bdbo\.\w/iu,
      /^\/\*{4,9} object:/imu,
      /\bset (?:ansi_nulls|quoted_identifier|identity_insert|nocount)\b/iu,
      /^[ \t]*insert\s{1,9}(?:into\s{1,9})?\[/imu,
      /\bidentity\s?\(\d/iu,
      /\bprimary key clustered\b/iu,
    ],
  ],
  [
    'oracle',
    [
      /^rem inserting into/imu,
      /^set (?:define|scan|sqlblanklines) o/imu,
      /\bn?varchar2\s?\(/iu,
      /\bto_(?:date|timestamp)\s?\('/iu,
      /^[ \t]*insert all\b/imu,
      /^prompt /imu,
      /\bfrom dual\b/iu,
      /\bq'[[{(<!|]/u,
    ],
  ],
  [
    'db2',
    [
      /db2look/iu,
      /^[ \t]*connect (?:to \w|reset)/imu,
      /\bin "?userspace1/iu,
      /^terminate;?\r?$/imu,
      /[)'\d]\s?@\r?$/mu,
      /\bset current (?:schema|sqlid|path)\b/iu,
    ],
  ],
  [
    'sqlite',
    [
      /^pragma \w/imu,
      /^begin transaction;/imu,
      /\bsqlite_sequence\b/u,
      /\bautoincrement\b/iu,
      /',char\(10\)\)/u,
    ],
  ],
];

const names: Record<DialectName, SqlFormat> = {
  mysql: 'SQL',
  standard: 'SQL',
  postgresql: 'SQL',
  sqlserver: 'SQL Server script',
  oracle: 'Oracle script',
  db2: 'DB2 script',
  sqlite: 'SQLite dump',
};

/** `settings`: what stands before the first rows. Null where nothing in the text is SQL. */
export function sniffSql(text: string, settings: string): SniffedSql | null {
  const program = header.exec(text)?.[1];
  if (program === 'MySQL' || program === 'MariaDB') {
    const format = program === 'MySQL' ? 'mysqldump' : 'MariaDB dump';
    return { format, dialect: 'mysql', backslashEscapes: !noBackslashEscapes.test(settings) };
  }
  if (program !== undefined) return { format: 'pg_dump', ...postgres(settings) };
  if (!sqlLine.test(text) && !copyLine.test(text)) return null;
  const dialect = dialectOf(text);
  if (dialect === 'postgresql') return { format: 'SQL', ...postgres(settings) };
  if (dialect === null || dialect === 'mysql') return mysqlOrUnknown(text, settings, dialect);
  return { format: names[dialect], dialect, backslashEscapes: false };
}

/** The dialect that most speaks for; null where nothing does. */
function dialectOf(text: string): DialectName | null {
  let best: DialectName | null = null;
  let most = 0;
  for (const [dialect, found] of signs) {
    const count = found.filter((sign) => sign.test(text)).length;
    if (count > most) {
      most = count;
      best = dialect;
    }
  }
  return best;
}

function postgres(settings: string): Pick<SniffedSql, 'dialect' | 'backslashEscapes'> {
  return {
    dialect: 'postgresql',
    backslashEscapes: /^set standard_conforming_strings\s?=\s?'?off/imu.test(settings),
  };
}

/** What is of nobody in particular is taken for MySQL's, which leaks most, unless its strings say otherwise. */
function mysqlOrUnknown(text: string, settings: string, dialect: 'mysql' | null): SniffedSql {
  if (dialect === null && !escapesSeen(text)) {
    return { format: 'SQL', dialect: 'standard', backslashEscapes: false };
  }
  return { format: 'SQL', dialect: 'mysql', backslashEscapes: !noBackslashEscapes.test(settings) };
}

/** What strings show: `\'` in the middle of one, against `''`, or a backslash before the quote that closes. */
function escapesSeen(text: string): boolean {
  if (/\\'(?!\s?[,);])/u.test(text)) return true;
  return !/\\'\s?[,);]|[^(,\s=']''[^'\s,);]/u.test(text);
}

const noBackslashEscapes =
  /^[ \t]*(?:\/\*!\d*[ \t]*)?set[ \t][^;\n]{0,300}sql_mode[^;\n]{0,300}no_backslash_escapes/imu;
