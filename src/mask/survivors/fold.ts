// How letters are compared: lower case, accents off, whatever the spelling. In: bytes, UTF-8 or, where they are not, the
// Latin alphabet of Windows. Out: folded bytes. The same table serves what is gathered and what is searched. A table is
// made on first use; nothing is allocated per value.

import { foldText } from '../../recognise/index.ts';

/** Of a byte below 128: its folded byte where it belongs to a word, else 0. */
export const foldedAscii = createFoldedAscii();

/**
 * Of the character beyond ASCII at `at`, packed: bits 0 to 2 the bytes it takes, 3 to 5 how many it folds to (none: it
 * stands between words), bit 6: it is passed over within a word (accents of their own, soft hyphens), from bit 8 on the
 * bytes.
 */
export function foldWide(bytes: Uint8Array, at: number, end: number): number {
  tables ??= createTables();
  const lead = bytes[at]!;
  const second = at + 1 < end ? bytes[at + 1]! : 0;
  if ((second & 0xc0) === 0x80) {
    if (lead >= 0xc2 && lead < 0xe0) {
      const codePoint = ((lead & 31) << 6) | (second & 63);
      // UTF-8 taken for the Latin alphabet and written in UTF-8 again
      if (codePoint === 0xc3 && bytes[at + 2] === 0xc2 && at + 3 < end)
        return (tables.twoBytes[0xc0 | (bytes[at + 3]! & 63)]! & ~7) | 4;
      if (codePoint < twoByteEnd) return tables.twoBytes[codePoint]!;
      return 2 | (2 << 3) | (lead << 8) | (second << 16);
    }
    const third = at + 2 < end ? bytes[at + 2]! : 0;
    if (lead >= 0xe0 && lead < 0xf0 && (third & 0xc0) === 0x80) {
      if (lead === 0xe1 && second >= 0xb8 && second < 0xbc)
        return tables.additional[((second & 3) << 6) | (third & 63)]!;
      if (lead === 0xe2) return 3 | (isJoiner(second, third) ? 64 : 0);
      if (lead === 0xe3 && second === 0x80) return 3;
      if (lead === 0xef && second === 0xbb && third === 0xbf) return 3 | 64;
      return (3 | (3 << 3) | (lead << 8) | (second << 16) | (third << 24)) >>> 0;
    }
    if (lead >= 0xf0 && lead < 0xf5 && at + 3 < end && (third & 0xc0) === 0x80) return 4;
  }
  return tables.oneByte[lead & 127]!;
}

/**
 * Writes the words of a span, folded, one blank between, to `out` and returns the length. `out` must hold three times the
 * span.
 */
export function foldWords(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let length = 0;
  let isGap = false;
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    const plain = byte < 128 ? foldedAscii[byte]! : 0;
    if (plain > 0) {
      if (isGap) out[length++] = 32;
      isGap = false;
      out[length++] = plain;
      at++;
      continue;
    }
    const wide = byte < 128 ? 1 : foldWide(bytes, at, end);
    at += wide & 7;
    const count = (wide >> 3) & 7;
    if (count === 0) {
      if ((wide & 64) === 0) isGap = length > 0;
      continue;
    }
    if (isGap) out[length++] = 32;
    isGap = false;
    for (let index = 0; index < count; index++) out[length++] = (wide >>> (8 + 8 * index)) & 255;
  }
  return length;
}

/** The tables, for the scan of words: of code points, of Latin Extended Additional, of bytes that are no UTF-8. */
export function foldTables(): Readonly<Tables> {
  return (tables ??= createTables());
}

/** Zero-width characters, which nobody sees. */
function isJoiner(second: number, third: number): boolean {
  return second === 0x80 && third >= 0x8b && third <= 0x8f;
}

export interface Tables {
  oneByte: Uint32Array;
  twoBytes: Uint32Array;
  additional: Uint32Array;
}

let tables: Tables | undefined;

/** Up to Thaana: letters of up to two bytes that have cases or accents. */
const twoByteEnd = 0x600;
const encoder = new TextEncoder();

function createTables(): Tables {
  const twoBytes = new Uint32Array(twoByteEnd);
  for (let codePoint = 0x80; codePoint < twoByteEnd; codePoint++) twoBytes[codePoint] = entry(codePoint, 2);
  const additional = new Uint32Array(256);
  for (let index = 0; index < 256; index++) additional[index] = entry(0x1e00 + index, 3);
  const oneByte = new Uint32Array(128);
  const windows = new TextDecoder('windows-1252');
  for (let index = 0; index < 128; index++)
    oneByte[index] = entry(windows.decode(Uint8Array.of(128 + index)).codePointAt(0)!, 1);
  return { oneByte, twoBytes, additional };
}

function entry(codePoint: number, width: number): number {
  if ((codePoint >= 0x300 && codePoint < 0x370) || codePoint === 0xad) return width | 64;
  const character = String.fromCodePoint(codePoint);
  if (!/[\p{L}\p{N}]/u.test(character) || codePoint === 0xaa || codePoint === 0xba) return width;
  const folded = encoder.encode(foldText(character));
  const bytes = folded.length === 0 || folded.length > 3 ? encoder.encode(character) : folded;
  let packed = width + (bytes.length << 3);
  for (let index = 0; index < bytes.length; index++) packed += bytes[index]! * 2 ** (8 + 8 * index);
  return packed;
}

function createFoldedAscii(): Uint8Array {
  const table = new Uint8Array(128);
  for (let byte = 48; byte < 58; byte++) table[byte] = byte;
  for (let byte = 97; byte < 123; byte++) table[byte] = table[byte - 32] = byte;
  return table;
}
