// Text in UTF-8, made text of the character set that a file, or this one cell of it, is in. Characters that the set does not
// have lose their marks, or become a question mark.

import { isUtf8, transcodingTable } from '../../read/index.ts';

export type EncodeFor = (
  raw: Uint8Array,
  start: number,
  end: number,
  value: Uint8Array,
  length: number,
) => Uint8Array;

/** Sets of which every character can be written: what a file is taken to be in that does not say. */
export function isUnicode(charset: string): boolean {
  return /^(?:utf|ucs)|^$/iu.test(charset);
}

/**
 * Dumps mix sets even within a column: the cell that is replaced decides, and the file where that cell is plain ASCII.
 * `charset`: MySQL's name; `ascii` where nothing but ASCII is read alike.
 */
export function createCharsetEncoder(charset: string): EncodeFor {
  const holdsAll = isUnicode(charset);
  let byCharacter: Map<number, number> | null = null;
  return (raw, start, end, value, length) => {
    const text = value.subarray(0, length);
    if ((holdsAll || isWide(raw, start, end)) && isUtf8(raw, start, end)) return text;
    byCharacter ??= charactersOf(charset);
    return toSingleBytes(Buffer.from(text.buffer, text.byteOffset, length).toString(), byCharacter);
  };
}

function isWide(bytes: Uint8Array, start: number, end: number): boolean {
  let all = 0;
  for (let p = start; p < end; p++) all |= bytes[p]!;
  return all >= 0x80;
}

function charactersOf(charset: string): Map<number, number> {
  const table = transcodingTable(charset);
  const byCharacter = new Map<number, number>();
  const utf8 = new Uint8Array(4);
  for (let byte = 0; byte < (charset === 'ascii' ? 0x80 : 0x100); byte++) {
    const packed = table[byte]!;
    const length = packed >>> 24;
    for (let i = 0; i < length; i++) utf8[i] = (packed >>> (i * 8)) & 0xff;
    const character = Buffer.from(utf8.subarray(0, length)).toString().codePointAt(0);
    if (character !== undefined && !byCharacter.has(character)) byCharacter.set(character, byte);
  }
  return byCharacter;
}

const marks = /\p{M}/gu;
const questionMark = 0x3f;

function toSingleBytes(text: string, byCharacter: Map<number, number>): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byCharacter.get(character.codePointAt(0)!);
    if (byte !== undefined) bytes.push(byte);
    else
      for (const part of character.normalize('NFKD').replaceAll(marks, ''))
        bytes.push(byCharacter.get(part.codePointAt(0)!) ?? questionMark);
  }
  return Uint8Array.from(bytes);
}
