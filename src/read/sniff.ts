// What a file is, from its first bytes and never from its name.
// In: the head of a file. Out: whether it is compressed, its encoding, whether it is an SQL dump and whose.

import { multiByteEncodingOf } from './charset.ts';
import type { DialectName } from './sql/dialect.ts';
import { type SniffedSql, sniffSql, type SqlFormat } from './sql/sniff-dialect.ts';

export interface Sniffed {
  compression: 'gzip' | null;
  /** What `TextDecoder` must make UTF-8 of before anything can be read; null for UTF-8 and single-byte sets. */
  recode: string | null;
  /** MySQL's name of the character set of the values. */
  charset: string;
  format: SqlFormat | 'text' | 'binary' | 'empty';
  /** Whose SQL it is, where it is SQL. */
  dialect: DialectName;
  backslashEscapes: boolean;
  /** What it is packed in, where that must be unpacked by hand first. */
  archive: string | null;
}

/** Bytes of a file that decide; a dump's header and first table fit well inside. */
export const headBytes = 256 << 10;

export function isGzip(head: Uint8Array): boolean {
  return head.length > 2 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** `head`: the first bytes, decompressed. */
export function sniff(head: Uint8Array, compression: Sniffed['compression']): Sniffed {
  const utf16 = utf16Of(head);
  const text = new TextDecoder(utf16 ?? 'latin1').decode(head).replace(/^(?:\uFEFF|\u00ef\u00bb\u00bf)/u, '');
  // what values say of character sets and modes is no setting
  const settings = text.slice(0, firstRows.exec(text)?.index);
  const sql = sniffSql(text, settings);
  const charset = charsetOf(settings);
  return {
    compression,
    recode: utf16 ?? multiByteEncodingOf(charset),
    charset,
    format: formatOf(text, utf16 !== null, sql),
    dialect: sql?.dialect ?? 'mysql',
    backslashEscapes: sql?.backslashEscapes ?? true,
    archive:
      archives.find(({ begins }) => Buffer.from(head.subarray(0, 8)).toString('latin1').startsWith(begins))
        ?.name ?? null,
  };
}

/** First bytes of what is often leaked and not read yet. */
const archives = [
  { name: 'zip archive', begins: 'PK\u0003\u0004' },
  { name: '7z archive', begins: '7z\u00bc\u00af\u0027\u001c' },
  { name: 'rar archive', begins: 'Rar!\u001a\u0007' },
  { name: 'bzip2 file', begins: 'BZh' },
  { name: 'xz file', begins: '\u00fd7zXZ\0' },
  { name: 'zstd file', begins: '\u0028\u00b5\u002f\u00fd' },
];

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

/** UTF-16, by its byte order mark or by zeros in every other byte. */
function utf16Of(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const looked = Math.min(head.length, 4096) & ~1;
  if (looked < 16) return null;
  let even = 0;
  let odd = 0;
  for (let p = 0; p < looked; p += 2) {
    if (head[p] === 0) even++;
    if (head[p + 1] === 0) odd++;
  }
  if (odd > looked * 0.4 && even < looked * 0.05) return 'utf-16le';
  return even > looked * 0.4 && odd < looked * 0.05 ? 'utf-16be' : null;
}

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
  const controls = text.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\u007f]/gu)?.length ?? 0;
  return controls > text.length * maxControls;
}

/** Those that a header names. */
const dumpFormats = new Set(['mysqldump', 'MariaDB dump', 'pg_dump']);

/** Zeros this early are of a binary format, even one that holds SQL, as SQLite's does; later ones may be in a value. */
const magicBytes = 64;
const zerosLookedFor = 4096;
const maxControls = 0.02;
