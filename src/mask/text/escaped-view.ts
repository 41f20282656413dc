// A text without its escapes, each byte knowing where it stood: what is found in it can be replaced where it stands, and
// all the rest stays as it is written. In: a span and which notations to read. Out: bytes, UTF-8, with their places. An
// escape that is none is taken as it stands. Linear, never throws.

import { readOdd } from '../survivors/odd-characters.ts';
import { octalAt } from '../survivors/search/unescape.ts';
import { readEntity } from './entity.ts';
import { hexDigit } from '../ascii.ts';

export const escapeSorts = {
  /** `\n`, `\"`, `\/`, `\u00e9`, `\xe9`, `\351`, `\'` */
  backslash: 1,
  /** `%C3%A9`, `%40` */
  percent: 2,
  /** `&eacute;`, `&#233;`, `&#xE9;` */
  entity: 4,
  /** `=C3=A9`, and the soft line end of quoted-printable */
  quotedPrintable: 8,
  /** Two digits a byte, nothing else */
  hex: 16,
  utf16le: 32,
  utf16be: 64,
  /** Letters and digits of other alphabets that stand for plain ones, joiners and zero bytes between them */
  odd: 128,
} as const;

export const inText =
  escapeSorts.backslash | escapeSorts.percent | escapeSorts.entity | escapeSorts.quotedPrintable;

export class EscapedView {
  bytes = new Uint8Array(1 << 10);
  /** Where each byte was read from; one more for the end. */
  places = new Uint32Array((1 << 10) + 1);
  length = 0;
  /** Which notations were met: `escapeSorts`, added up. */
  met = 0;

  /** False where nothing in the span is escaped. */
  read(from: Uint8Array, start: number, end: number, sorts: number): boolean {
    this.length = 0;
    this.met = 0;
    if (this.bytes.length < end - start + 8) {
      this.bytes = new Uint8Array(2 * (end - start) + 8);
      this.places = new Uint32Array(this.bytes.length + 1);
    }
    if (sorts === escapeSorts.hex) this.#readHex(from, start, end);
    else if (sorts === escapeSorts.utf16le) this.#readWide(from, start, end, 0);
    else if (sorts === escapeSorts.utf16be) this.#readWide(from, start, end, 1);
    else this.#readText(from, start, end, sorts);
    this.places[this.length] = end;
    return this.met !== 0;
  }

  #readText(from: Uint8Array, start: number, end: number, sorts: number): void {
    let at = start;
    while (at < end) {
      const byte = from[at]!;
      let width = 0;
      if (byte === 92) width = sorts & escapeSorts.backslash ? this.#backslash(from, at, end) : 0;
      else if (byte === 37) width = sorts & escapeSorts.percent ? this.#percent(from, at, end) : 0;
      else if (byte === 38) width = sorts & escapeSorts.entity ? this.#entity(from, at, end) : 0;
      else if (byte === 61) width = sorts & escapeSorts.quotedPrintable ? this.#quoted(from, at, end) : 0;
      else if ((byte >= 0xc2 || byte === 0) && sorts & escapeSorts.odd) width = this.#odd(from, at, end);
      if (width === 0) {
        this.#put(byte, at);
        width = 1;
      }
      at += width;
    }
  }

  #put(byte: number, place: number): void {
    this.bytes[this.length] = byte;
    this.places[this.length++] = place;
  }

  #backslash(from: Uint8Array, at: number, end: number): number {
    if (at + 1 >= end) return 0;
    const letter = from[at + 1]!;
    let width = 2;
    if (letter === 117) {
      const unit = at + 6 <= end ? hexNumber(from, at + 2, 4) : -1;
      if (unit < 0) return 0;
      width = 6;
      let codePoint = unit;
      if (unit >= 0xd800 && unit < 0xdc00 && at + 12 <= end && from[at + 6] === 92 && from[at + 7] === 117) {
        const low = hexNumber(from, at + 8, 4);
        if (low >= 0xdc00 && low < 0xe000) {
          codePoint = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          width = 12;
        }
      }
      this.#character(codePoint, at);
    } else if (letter === 120) {
      const byte = at + 4 <= end ? hexNumber(from, at + 2, 2) : -1;
      if (byte < 0) return 0;
      width = 4;
      this.#put(byte, at);
    } else if (octalAt(from, at, end) >= 0) {
      width = 4;
      this.#put(octalAt(from, at, end), at);
    } else {
      const plain = simpleEscapes[letter]!;
      if (plain === 0) return 0;
      this.#put(plain === 255 ? 0 : plain, at);
    }
    this.met |= escapeSorts.backslash;
    return width;
  }

  #odd(from: Uint8Array, at: number, end: number): number {
    const { plain, width } = readOdd(from, at, end);
    if (width === 0 && from[at] !== 0) return 0;
    this.met |= escapeSorts.odd;
    if (width > 0 && plain > 0) this.#put(plain, at);
    return Math.max(1, width);
  }

  #percent(from: Uint8Array, at: number, end: number): number {
    const byte = at + 3 <= end ? hexNumber(from, at + 1, 2) : -1;
    if (byte < 0) return 0;
    this.#put(byte, at);
    this.met |= escapeSorts.percent;
    return 3;
  }

  #entity(from: Uint8Array, at: number, end: number): number {
    const { codePoint, width } = readEntity(from, at, end);
    if (width === 0) return 0;
    this.#character(codePoint, at);
    this.met |= escapeSorts.entity;
    return width;
  }

  /** Only what quoted-printable has to write so: bytes beyond ASCII, `=`, `@` within a word, a line end that is none. */
  #quoted(from: Uint8Array, at: number, end: number): number {
    let width = 3;
    if (from[at + 1] === 10 && at + 1 < end) width = 2;
    else if (from[at + 1] === 13 && from[at + 2] === 10 && at + 2 < end) width = 3;
    else {
      const byte = at + 3 <= end ? hexNumber(from, at + 1, 2) : -1;
      const isNeeded =
        byte >= 0x80 || byte === 61 || (byte === 64 && at + 3 < end && (from[at + 3]! | 32) >= 97);
      if (!isNeeded) return 0;
      this.#put(byte, at);
    }
    this.met |= escapeSorts.quotedPrintable;
    return width;
  }

  #readHex(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at + 2 <= end; at += 2) this.#put(Math.max(0, hexNumber(from, at, 2)), at);
    this.met = escapeSorts.hex;
  }

  /** `high`: which byte of a unit counts 256. */
  #readWide(from: Uint8Array, start: number, end: number, bigEndian: number): void {
    for (let at = start; at + 2 <= end; at += 2) {
      const unit = bigEndian ? (from[at]! << 8) | from[at + 1]! : from[at]! | (from[at + 1]! << 8);
      this.#character(unit, at);
    }
    this.met = bigEndian ? escapeSorts.utf16be : escapeSorts.utf16le;
  }

  #character(codePoint: number, place: number): void {
    if (codePoint < 0x80) this.#put(codePoint, place);
    else if (codePoint < 0x800) {
      this.#put(0xc0 | (codePoint >> 6), place);
      this.#put(0x80 | (codePoint & 0x3f), place);
    } else if (codePoint < 0x10000) {
      this.#put(0xe0 | (codePoint >> 12), place);
      this.#put(0x80 | ((codePoint >> 6) & 0x3f), place);
      this.#put(0x80 | (codePoint & 0x3f), place);
    } else {
      this.#put(0xf0 | (codePoint >> 18), place);
      this.#put(0x80 | ((codePoint >> 12) & 0x3f), place);
      this.#put(0x80 | ((codePoint >> 6) & 0x3f), place);
      this.#put(0x80 | (codePoint & 0x3f), place);
    }
  }
}

/** By the letter after the backslash: what it stands for; 255 for NUL, 0 for none. */
const simpleEscapes = createSimpleEscapes();

function createSimpleEscapes(): Uint8Array {
  const table = new Uint8Array(256);
  for (const [letter, byte] of Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12, Z: 26, 0: 255 }))
    table[letter.charCodeAt(0)] = byte;
  for (const sign of `"'\\/%_\``) table[sign.charCodeAt(0)] = sign.charCodeAt(0);
  return table;
}

/** `count` digits in base 16; -1 where one is none. */
export function hexNumber(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) {
    const digit = hexDigit(bytes[index]!);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
