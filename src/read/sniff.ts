// What a file is, from its first bytes and never from its name.
// In: the head of a file. Out: whether it is compressed, its encoding, whether it is an SQL dump and whose.

import { multiByteEncodingOf } from './charset.ts';

export interface Sniffed {
  compression: 'gzip' | null;
  /** What `TextDecoder` must make UTF-8 of before anything can be read; null for UTF-8 and single-byte sets. */
  recode: string | null;
  /** MySQL's name of the character set of the values. */
  charset: string;
  format: 'mysqldump' | 'MariaDB dump' | 'SQL' | 'text' | 'binary' | 'empty';
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
  const charset = (namesOf.exec(settings)?.[1] ?? tableCharset.exec(settings)?.[1] ?? 'utf8').toLowerCase();
  return {
    compression,
    recode: utf16 ?? multiByteEncodingOf(charset),
    charset,
    format: formatOf(text, utf16 !== null),
    backslashEscapes: !noBackslashEscapes.test(settings),
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

const firstRows = /^[ \t]*(?:insert|replace)\s/imu;
const namesOf = /^[ \t]*(?:\/\*!\d*[ \t]*)?set[ \t]+names[ \t]+'?(\w+)/imu;
const tableCharset = /default[ \t]+(?:charset|character[ \t]+set)[ \t]*=?[ \t]*(\w+)/iu;
const noBackslashEscapes =
  /^[ \t]*(?:\/\*!\d*[ \t]*)?set[ \t][^;\n]{0,300}sql_mode[^;\n]{0,300}no_backslash_escapes/imu;

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

const header = /^(?:[^\n]{0,300}\n){0,5}--[ \t]+(MySQL|MariaDB) dump/u;

/** Openings of statements that dumps begin with. No repetition can meet the same bytes twice: heads are hostile. */
const sqlLine =
  /(?:^|[\r\n;])[ \t]*(?:\/\*!\d*[ \t]*)?(?:insert\s{1,9}(?:(?:low_priority|delayed|high_priority|ignore)\s{1,9}){0,3}into\s|insert\s{1,9}ignore\s|replace\s{1,9}(?:\w{1,16}\s{1,9})?into\s|(?:create|drop|alter)\s{1,9}(?:temporary\s{1,9})?(?:table|database)\s|lock\s{1,9}tables?\s)/iu;

function formatOf(text: string, isUtf16: boolean): Sniffed['format'] {
  if (text === '') return 'empty';
  const program = header.exec(text)?.[1];
  if (program !== undefined) return program === 'MySQL' ? 'mysqldump' : 'MariaDB dump';
  if (!isUtf16 && text.slice(0, magicBytes).includes('\0')) return 'binary';
  if (sqlLine.test(text)) return 'SQL';
  return !isUtf16 && text.slice(0, zerosLookedFor).includes('\0') ? 'binary' : 'text';
}

/** Zeros this early are of a binary format, even one that holds SQL, as SQLite's does; later ones may be in a value. */
const magicBytes = 64;
const zerosLookedFor = 4096;
