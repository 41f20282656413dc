// Text that is not UTF-8, made UTF-8, a value at a time: dumps mix encodings even within a column.
// In: bytes beyond ASCII in a single-byte encoding. Out: the same text in UTF-8.
// Bytes that are valid UTF-8 are left alone, whatever the header says.

import { isUtf8 as isUtf8Text } from 'node:buffer';

/** MySQL's names of single-byte character sets, and the encodings they are. */
const encodings = new Map(
  Object.entries({
    latin1: 'windows-1252',
    latin2: 'iso-8859-2',
    latin5: 'windows-1254',
    latin7: 'iso-8859-13',
    cp1250: 'windows-1250',
    cp1251: 'windows-1251',
    cp1256: 'windows-1256',
    cp1257: 'windows-1257',
    cp866: 'ibm866',
    greek: 'iso-8859-7',
    hebrew: 'iso-8859-8',
    koi8r: 'koi8-r',
    koi8u: 'koi8-u',
    macroman: 'macintosh',
    tis620: 'windows-874',
  }),
);

/** Sets in which a byte that looks like a quote or a backslash can be half of a character. */
const multiByteEncodings = new Map(
  Object.entries({
    big5: 'big5',
    gbk: 'gbk',
    gb2312: 'gbk',
    gb18030: 'gb18030',
    sjis: 'shift_jis',
    cp932: 'shift_jis',
    euckr: 'euc-kr',
    ujis: 'euc-jp',
  }),
);

export function multiByteEncodingOf(charset: string): string | null {
  return multiByteEncodings.get(charset) ?? null;
}

const tables = new Map<string, Uint32Array>();

/** For each byte the UTF-8 bytes of its character, low byte first, and their number in the top byte; made once a set. */
export function transcodingTable(charset: string): Uint32Array {
  let table = tables.get(charset);
  if (!table) tables.set(charset, (table = makeTable(charset)));
  return table;
}

function makeTable(charset: string): Uint32Array {
  const decoder = new TextDecoder(encodings.get(charset) ?? 'windows-1252');
  const encoder = new TextEncoder();
  return new Uint32Array(256).map((_, byte) => {
    const utf8 = encoder.encode(decoder.decode(Uint8Array.of(byte)));
    return utf8.reduce((packed, part, i) => packed | (part << (i * 8)), 0) | (utf8.length << 24);
  });
}

/** From here on a view and a call are faster than a loop. */
const longText = 128;

/** Whether the bytes are well-formed UTF-8 (RFC 3629). */
export function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from >= longText) return isUtf8Text(bytes.subarray(from, to));
  let p = from;
  while (p < to) {
    const lead = bytes[p++]!;
    if (lead < 0x80) continue;
    const following =
      lead >= 0xf0 && lead < 0xf5
        ? 3
        : lead >= 0xe0 && lead < 0xf0
          ? 2
          : lead >= 0xc2 && lead < 0xe0
            ? 1
            : -1;
    if (following < 0 || p + following > to) return false;
    const second = bytes[p]!;
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return false;
    if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return false;
    for (let i = 0; i < following; i++) if ((bytes[p++]! & 0xc0) !== 0x80) return false;
  }
  return true;
}
