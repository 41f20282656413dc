// What stands for values of which only the shape is known: a digit for each digit, a letter for each letter, all signs where
// they were. In: a value. Out: another of the same shape. Two values of a column never become one.

import type { ByteSink } from '../byte-sink.ts';
import { createPrf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer } from '../replacer.ts';
import {
  alphabetOf,
  anyDigit,
  capitalHex,
  capitalLetter,
  characterBytes,
  codePointAt,
  leadingDigit,
  letterOf,
  putLetter,
  smallHex,
  smallLetter,
} from './position-alphabets.ts';
import { createShapeCipher, type ShapedValue } from './shape-cipher.ts';
import { isSame } from './same-value.ts';

/** A number of the source may be met by chance: so many other ones are tried. */
const turns = 16;

export interface ShapeOptions {
  /** Letters a to f beside digits stay such letters, in values of hexadecimal digits alone. */
  isHex?: boolean;
}

export function createShapeReplacer(masking: Masking, options: ShapeOptions = {}): Replacer {
  const cipher = createShapeCipher(createPrf(masking.keys.of('shape', 16)));
  const shapePrf = createPrf(masking.keys.of('shape of', 16));
  const value: ShapedValue = {
    count: 0,
    alphabets: new Uint8Array(64),
    letters: new Uint16Array(64),
    shape: new Uint8Array(8),
  };
  const read = (bytes: Uint8Array, start: number, end: number): void => {
    readShape(value, bytes, start, end, options.isHex === true && isAllHex(bytes, start, end));
    const shape = value.alphabets.subarray(0, value.count);
    shapePrf.hash(shape, 0, value.count);
    new DataView(value.shape.buffer).setUint32(0, shapePrf.lo);
    new DataView(value.shape.buffer).setUint32(4, end - start);
  };
  return {
    replace(bytes, start, end, out) {
      const from = out.length;
      for (let turn = 0; turn < turns; turn++) {
        read(bytes, start, end);
        if (value.count === 0) break;
        out.length = from;
        cipher.encrypt(value, turn);
        writeShape(value, bytes, start, end, out);
        if (!isSame(bytes, start, end, out.bytes, from, out.length) && !isReal(masking, out, from))
          return true;
      }
      if (value.count === 0) out.copy(bytes, start, end);
      return true;
    },
  };
}

function isReal({ real }: Masking, out: ByteSink, from: number): boolean {
  if (real.count === 0) return false;
  const { bytes, length } = out;
  return (
    real.has('phone', bytes, from, length) ||
    real.has('number', bytes, from, length) ||
    real.has('word', bytes, from, length)
  );
}

function readShape(value: ShapedValue, bytes: Uint8Array, start: number, end: number, isHex: boolean): void {
  value.count = 0;
  if (value.letters.length < end - start) {
    value.letters = new Uint16Array((end - start) * 2);
    value.alphabets = new Uint8Array((end - start) * 2);
  }
  for (let at = start; at < end;) {
    const length = characterBytes(bytes, at, end);
    const codePoint = codePointAt(bytes, at, length);
    let alphabet = codePoint < 0 ? -1 : alphabetOf(codePoint);
    if (alphabet === anyDigit && isLeading(bytes, start, at, end))
      alphabet = codePoint === 48 ? -1 : leadingDigit;
    else if (isHex && alphabet === smallLetter) alphabet = smallHex;
    else if (isHex && alphabet === capitalLetter) alphabet = capitalHex;
    if (alphabet >= 0) {
      value.alphabets[value.count] = alphabet;
      value.letters[value.count++] = letterOf(codePoint, alphabet);
    }
    at += length;
  }
}

/** The first digit of a value that is a number: none becomes 0, and a 0 before others stays. */
function isLeading(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  const first = bytes[start] === 45 ? start + 1 : start;
  return at === first && at + 1 < end && bytes[at + 1]! >= 48 && bytes[at + 1]! <= 57;
}

function writeShape(value: ShapedValue, bytes: Uint8Array, start: number, end: number, out: ByteSink): void {
  let index = 0;
  for (let at = start; at < end;) {
    const length = characterBytes(bytes, at, end);
    const codePoint = codePointAt(bytes, at, length);
    const isKept =
      codePoint < 0 || alphabetOf(codePoint) < 0 || (codePoint === 48 && isLeading(bytes, start, at, end));
    if (isKept) out.copy(bytes, at, at + length);
    else {
      putLetter(value.alphabets[index]!, value.letters[index]!, out);
      index++;
    }
    at += length;
  }
}

function isAllHex(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const lower = byte | 32;
    const isHex = (byte >= 48 && byte <= 57) || (lower >= 97 && lower <= 102) || byte === 45 || byte === 58;
    if (!isHex) return false;
  }
  return end - start >= 8;
}
