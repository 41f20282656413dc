// What a file is, from its first bytes and never from its name.
// In: the head of a file. Out: whether it is compressed, its encoding, whether it is an SQL dump and whose.

import { multiByteEncodingOf } from './charset.ts';
import { createDecoder } from './recode.ts';
import type { DialectName } from './sql/dialect.ts';
import { type SniffedSql, sniffSql, type SqlFormat } from './sql/sniff-dialect.ts';

export interface Sniffed {
  /** What a decoder must make UTF-8 of before anything can be read; null for UTF-8 and single-byte sets. */
  recode: string | null;
  /** MySQL's name of the character set of the values. */
  charset: string;
  format: SqlFormat | 'text' | 'binary' | 'empty';
  /** Whose SQL it is, where it is SQL. */
  dialect: DialectName;
  backslashEscapes: boolean;
}

/** Bytes of a file that decide; a dump's header and first table fit well inside. */
export const headBytes = 256 << 10;

/** `head`: the first bytes, decompressed. */
export function sniff(head: Uint8Array): Sniffed {
  const wide = wideEncodingOf(head);
  const text = createDecoder(wide ?? 'latin1')
    .decode(head)
    .replace(/^(?:\uFEFF|\u00ef\u00bb\u00bf)/u, '');
  // what values say of character sets and modes is no setting
  const settings = text.slice(0, firstRows.exec(text)?.index);
  const sql = sniffSql(text, settings);
  const charset = charsetOf(settings);
  return {
    recode: wide ?? multiByteEncodingOf(charset),
    charset,
    format: formatOf(text, wide !== null, sql),
    dialect: sql?.dialect ?? 'mysql',
    backslashEscapes: sql?.backslashEscapes ?? true,
  };
}

const firstRows = /^[ \t]*(?:insert|replace|copy)\s/imu;
const namesOf = /^[ \t]*(?:\/\*!\d*[ \t]*)?set[ \t]+names[ \t]+'?(\w+)/imu;
const tableCharset = /default[ \t]+(?:charset|character[ \t]+set)[ \t]*=?[ \t]*(\w+)/iu;
/** PostgreSQL's names of sets, where MySQL's is another. */
const postgresSets: Record<string, string> = {
  win1252: 'latin1',
  win1250: 'cp1250',
  win1251: 'cp1251',
  win1254: 'latin5',
  win1256: 'cp1256',
  win1257: 'cp1257',
  euc_jp: 'ujis',
  euc_kr: 'euckr',
  euc_cn: 'gb2312',
};

function charsetOf(settings: string): string {
  const postgres = clientEncoding.exec(settings)?.[1]?.toLowerCase();
  if (postgres !== undefined) return postgresSets[postgres] ?? postgres;
  return (namesOf.exec(settings)?.[1] ?? tableCharset.exec(settings)?.[1] ?? 'utf8').toLowerCase();
}

const clientEncoding = /^[ \t]*set[ \t]+client_encoding[ \t]*(?:=|to)[ \t]*'?(\w+)/imu;

/** UTF-32 or UTF-16, by its byte order mark or by where its zeros lie. */
function wideEncodingOf(head: Uint8Array): string | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const looked = Math.min(head.length, 4096) & ~3;
  if (looked < 16) return null;
  const zeros = [0, 0, 0, 0];
  for (let p = 0; p < looked; p++) if (head[p] === 0) zeros[p & 3]!++;
  /** Of the bytes at one place of every four: nearly all are zero, or nearly none. */
  const pattern = zeros
    .map((count) => (count > looked * 0.2 ? '0' : count < looked * 0.0125 ? 'x' : '?'))
    .join('');
  return widePatterns.get(pattern) ?? null;
}

/** Where the zeros of Latin text lie; `?` never matches. */
const widePatterns = new Map([
  ['x000', 'utf-32le'],
  ['000x', 'utf-32be'],
  ['x0x0', 'utf-16le'],
  ['0x0x', 'utf-16be'],
]);

function formatOf(text: string, isUtf16: boolean, sql: SniffedSql | null): Sniffed['format'] {
  if (text === '') return 'empty';
  if (sql && dumpFormats.has(sql.format)) return sql.format;
  if (!isUtf16 && text.slice(0, magicBytes).includes('\0')) return 'binary';
  if (sql) return sql.format;
  return !isUtf16 && isMadeOfControls(text.slice(0, zerosLookedFor)) ? 'binary' : 'text';
}

/** A few zeros are in the values of many an export; a binary format has them, and other such signs, all over. */
function isMadeOfControls(text: string): boolean {
  if (!text.includes('\0')) return false;
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // space, line ends and the escape of terminals are of texts
    if (code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1b) controls++;
  }
  return controls > text.length * maxControls;
}

/** Those that a header names. */
const dumpFormats = new Set(['mysqldump', 'MariaDB dump', 'pg_dump']);

/** Zeros this early are of a binary format, even one that holds SQL, as SQLite's does; later ones may be in a value. */
const magicBytes = 64;
const zerosLookedFor = 4096;
const maxControls = 0.02;
