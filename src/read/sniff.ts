// What a file is, from its first bytes and never from its name.
// In: the head of a file. Out: whether it is compressed, its encoding, whether it is an SQL dump and whose.

import { multiByteEncodingOf } from './sql/charset.ts';

export interface Sniffed {
  compression: 'gzip' | null;
  /** What `TextDecoder` must make UTF-8 of before anything can be read; null for UTF-8 and single-byte sets. */
  recode: string | null;
  /** MySQL's name of the character set of the values. */
  charset: string;
  format: 'mysqldump' | 'MariaDB dump' | 'SQL' | 'text' | 'binary' | 'empty';
  backslashEscapes: boolean;
}

/** Bytes of a file that decide; a dump's header and first table fit well inside. */
export const headBytes = 256 << 10;

export function isGzip(head: Uint8Array): boolean {
  return head.length > 2 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** `head`: the first bytes, decompressed. */
export function sniff(head: Uint8Array, compression: Sniffed['compression']): Sniffed {
  const utf16 = utf16Of(head);
  const text = new TextDecoder(utf16 ?? 'latin1').decode(head);
  const charset = (/SET\s+NAMES\s+'?(\w+)/iu.exec(text)?.[1] ?? /DEFAULT\s+CHARSET\s*=\s*(\w+)/iu.exec(text)?.[1] ?? 'utf8').toLowerCase();
  return {
    compression,
    recode: utf16 ?? multiByteEncodingOf(charset),
    charset,
    format: formatOf(text, head.length === 0, utf16 !== null),
    backslashEscapes: !/NO_BACKSLASH_ESCAPES/u.test(text),
  };
}

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

const sqlLine = /(?:^|[\r\n;])\s*(?:\/\*!\d*\s*)?(?:insert\s+(?:low_priority\s+|delayed\s+|high_priority\s+|ignore\s+)*into\s|replace\s+(?:\w+\s+)?into\s|create\s+(?:temporary\s+)?table\s|insert\s+ignore\s)/iu;

function formatOf(text: string, isEmpty: boolean, isUtf16: boolean): Sniffed['format'] {
  if (isEmpty) return 'empty';
  if (/^[^\n]{0,80}\n?--\s+MariaDB dump/u.test(text)) return 'MariaDB dump';
  if (/^(?:[^\n]{0,300}\n){0,5}--\s+MySQL dump/u.test(text)) return 'mysqldump';
  if (sqlLine.test(text) || /^(?:\s*--[^\n]*\n|\s*\/\*)/u.test(text.slice(0, 4096)) ) return 'SQL';
  const zeros = isUtf16 ? 0 : text.slice(0, 4096).split('\0').length - 1;
  return zeros > 0 ? 'binary' : 'text';
}
