// Words of mail headers that are written `=?UTF-8?Q?Zo=C3=A9_Martin?=` (RFC 2047). In: what was replaced in a span. Out: what
// stands within such words written as these have to be: ASCII, without blanks.

import type { Edits } from './edits.ts';
import { hexNumber } from './escaped-view.ts';

const begin = Buffer.from('=?');
const head = /^=\?([\w.:*-]{1,40})\?q\?/i;
const longestHead = 48;
const longestWord = 256;

/** Of the edits from the `first` one on. */
export function encodeWords(
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  first: number,
): void {
  if (edits.count === first) return;
  const span = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  for (let at = span.indexOf(begin); at >= 0; at = span.indexOf(begin, at + 2)) {
    const found = head.exec(span.toString('latin1', at, at + longestHead));
    if (found === null) continue;
    const from = at + found[0].length;
    const to = span.subarray(from, from + longestWord).indexOf('?=');
    if (to < 0) continue;
    const isUtf8 = /^utf-?8/i.test(found[1]!);
    for (let index = first; index < edits.count; index++) {
      const isWithin = edits.starts[index]! >= start + from && edits.ends[index]! <= start + from + to;
      if (isWithin) encode(edits, index, isUtf8);
    }
    at = from + to;
  }
}

/** Of other character sets nothing beyond ASCII is written. */
function encode(edits: Edits, index: number, isUtf8: boolean): void {
  const { texts } = edits;
  const raw = Buffer.from(texts.bytes.subarray(edits.froms[index], edits.tos[index]));
  const fresh = isUtf8 ? raw : Buffer.from(bareText(raw.toString()));
  edits.froms[index] = texts.length;
  for (let at = 0; at < fresh.length; at++) {
    const byte = fresh[at]!;
    const isEscape = byte === 61 && at + 3 <= fresh.length && hexNumber(fresh, at + 1, 2) >= 0;
    const isPlain = byte > 32 && byte < 127 && byte !== 61 && byte !== 63 && byte !== 95;
    if (byte === 32) texts.write('_');
    else if (isEscape || isPlain) texts.put(byte);
    else texts.write(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  edits.tos[index] = texts.length;
}

function bareText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, '');
}
