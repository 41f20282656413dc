// How a number is written: with separators, in small letters, with zeros left out. In: the bytes of a value, and the form of
// the number that stands for it. Out: the form of the value, and the other form written the same way.

import type { ByteSink } from '../byte-sink.ts';
import type { Identifier } from '../../recognise/index.ts';
import { formBytes, writeDigits } from './layout.ts';
import { endBeforeKey, nirBody, nirKey } from './nir-key.ts';

/** Values with more bytes are no number. */
const longestValue = 400;
const zero = 48;
const filler = 60;

export class WrittenNumber {
  readonly #identifier: Identifier;
  /** Capitals and digits, and where each stands. */
  readonly #characters = new Uint8Array(longestValue);
  readonly #places = new Uint16Array(longestValue);
  #count = 0;
  #hasSmall = false;
  readonly #normal = new Uint8Array(formBytes);
  readonly #key = new Uint8Array(2);
  readonly form = new Uint8Array(formBytes);
  length = 0;
  kind = 0;
  /** Digits behind the form that follow from it, in the value: of a NIR, which is the same without them. */
  #keyDigits = 0;
  /** Where in the value the number ends: before what tells that a key follows. */
  #end = 0;

  constructor(identifier: Identifier) {
    this.#identifier = identifier;
  }

  /** False where the value is no such number. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > longestValue) return false;
    const { name } = this.#identifier;
    this.kind = this.#identifier.kind(bytes, start, end);
    if (name === 'nir') return this.#readNir(bytes, start, end);
    if (this.kind === 0) return false;
    const normalLength = this.#identifier.normalise(bytes, start, end, this.#normal);
    this.#readCharacters(bytes, start, end);
    const isWhole = name === 'passportMrz' || name === 'identityCardMrz';
    this.length = isWhole ? this.#count : normalLength;
    if (this.#count >= this.length) {
      this.form.set(this.#characters.subarray(this.#count - this.length, this.#count));
    } else this.form.set(this.#normal.subarray(0, this.length));
    return true;
  }

  /** The 13 characters that the key follows from decide, with it and without. */
  #readNir(bytes: Uint8Array, start: number, end: number): boolean {
    const bodyEnd = this.kind > 0 ? end : endBeforeKey(bytes, start, end);
    if (bodyEnd < 0) return false;
    this.#readCharacters(bytes, start, bodyEnd);
    this.#end = bodyEnd - start;
    for (let at = bodyEnd; at < end; at++)
      if (bytes[at]! >= zero && bytes[at]! < zero + 10) this.#places[this.#count++] = at - start;
    this.#keyDigits = this.#count - nirBody;
    this.length = nirBody;
    this.form.set(this.#characters.subarray(0, nirBody));
    this.kind = this.#identifier.kind(this.form, 0, nirBody);
    return true;
  }

  /** Whether what was written is a number of the kind. */
  isRight(out: ByteSink, from: number): boolean {
    const end = this.#keyDigits > 0 ? from + this.#end : out.length;
    return this.#identifier.kind(out.bytes, from, end) > 0;
  }

  /** Writes `image`, of the same length as the form; false, with nothing written, where it does not fit. */
  write(
    bytes: Uint8Array,
    start: number,
    end: number,
    image: Uint8Array,
    out: ByteSink,
    room: number,
  ): boolean {
    const from = out.length;
    const missing = this.length - this.#count;
    if (missing > 0) this.#writeShort(image, missing, out);
    else {
      out.copy(bytes, start, end);
      const first = this.#count - this.#keyDigits - this.length;
      for (let at = 0; at < this.length; at++) {
        const place = start + this.#places[first + at]!;
        out.bytes[from + place - start] = this.#inCase(image[at]!, bytes[place]!);
      }
      if (this.#keyDigits > 0) this.#writeKey(image, from, out);
    }
    if (this.#identifier.name === 'personnummer' && this.#count > this.length) this.#writeCentury(from, out);
    // separators are characters of up to three bytes
    if (out.length - from > room && countCharacters(out.bytes, from, out.length) > room) out.length = from;
    return out.length > from;
  }

  #writeKey(image: Uint8Array, from: number, out: ByteSink): void {
    writeDigits(this.#key, 0, this.#keyDigits, nirKey(image));
    for (let digit = 0; digit < this.#keyDigits; digit++)
      out.bytes[from + this.#places[this.length + digit]!] = this.#key[digit]!;
  }

  /**
   * Two digits of a year do not tell that 1900 had no 29 February and that nobody was born before 1850: the century that is
   * written stays if it can.
   */
  #writeCentury(from: number, out: ByteSink): void {
    for (const century of otherCenturies) {
      if (this.isRight(out, from)) return;
      for (let at = 0; at < century.length; at++) out.bytes[from + this.#places[at]!] = century[at]!;
    }
  }

  /** Zeros that may be left out are, as far as there are some. */
  #writeShort(image: Uint8Array, missing: number, out: ByteSink): void {
    let at = 0;
    while (at < missing && image[at] === zero) at++;
    for (; at < this.length; at++) out.put(this.#inCase(image[at]!, zero));
  }

  #inCase(character: number, before: number): number {
    if (character < 65 || !this.#hasSmall) return character;
    const isCapital = before >= 65 && before <= 90;
    return isCapital ? character : character + 32;
  }

  #readCharacters(bytes: Uint8Array, start: number, end: number): void {
    // the sign of the century is no separator
    const hasSign = this.#identifier.name === 'hetu';
    this.#count = 0;
    this.#hasSmall = false;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      const isSmall = byte >= 97 && byte <= 122;
      const isOther = hasSign && (byte === 43 || byte === 45);
      const isCharacter = (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === filler;
      if (!isSmall && !isCharacter && !isOther) continue;
      if (isSmall) this.#hasSmall = true;
      this.#places[this.#count] = at - start;
      this.#characters[this.#count++] = isSmall ? byte - 32 : byte;
    }
  }
}

/** `19`, `20`. */
const otherCenturies = [
  [49, 57],
  [50, 48],
];

function countCharacters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
