/**
 * The NIR (numéro d'inscription au répertoire): sex, year and month of birth, where, an order number and a key
 * over all, 15 signs; and the typing errors that people make in it. In: the parts. Out: bytes.
 * The key is 97 - (n mod 97), with 2A read as 19 and 2B as 18.
 */
import type { ByteWriter } from '../byte-writer.ts';
import { putPadded } from '../byte-writer.ts';
import { below } from '../random.ts';

export const nirLength = 15;

export interface NirParts {
  /** 1 men, 2 women; 7 and 8 while a birth abroad is not proved yet */
  sex: number;
  year: number;
  month: number;
  /** department and commune, or 99 and country; with `corsica` the department is 20 in digits */
  place: number;
  corsica: 'A' | 'B' | null;
  /** 1 to 999 */
  order: number;
}

const digit2 = 50;
const letterA = 65;

export function putNir(out: ByteWriter, { sex, year, month, place, corsica, order }: NirParts): void {
  const start = out.at;
  putPadded(out, sex, 1);
  putPadded(out, year % 100, 2);
  putPadded(out, month, 2);
  putPadded(out, place, 5);
  putPadded(out, order, 3);
  // 2A counts as 19, 2B as 18
  const counted = corsica === null ? place : place - (corsica === 'A' ? 1000 : 2000);
  const number = sex * 1e12 + (year % 100) * 1e10 + month * 1e8 + counted * 1e3 + order;
  putPadded(out, 97 - (number % 97), 2);
  if (corsica === null) return;
  out.bytes[start + 5] = digit2;
  out.bytes[start + 6] = letterA + (corsica === 'A' ? 0 : 1);
}

export const nirErrors = ['none', 'replaced', 'swapped', 'lost', 'missing'] as const;
export type NirError = 0 | 1 | 2 | 3 | 4;

/** Whether the key is right, by the rule above. */
export function isKeyRight(bytes: Uint8Array, start: number): boolean {
  let rest = 0;
  for (let i = 0; i < 13; i++) {
    let digit = bytes[start + i]! - 48;
    if (i === 5 && bytes[start + 6]! >= letterA) digit = 1;
    else if (i === 6 && digit >= 17) digit = digit === 17 ? 9 : 8;
    rest = (rest * 10 + digit) % 97;
  }
  return 97 - rest === (bytes[start + 13]! - 48) * 10 + bytes[start + 14]! - 48;
}

/** Mistypes the 15 signs at `start` so that the key tells; returns how many are left. */
export function mistypeNir(bytes: Uint8Array, start: number, error: NirError, bits: number): number {
  if (error === 4) return 0;
  if (error === 3) {
    bytes.copyWithin(start + below(bits, nirLength), start + below(bits, nirLength) + 1, start + nirLength);
    return nirLength - 1;
  }
  for (let i = 0; i < nirLength; i++) {
    const at = start + ((below(bits, nirLength) + i) % nirLength);
    if (!isDigit(bytes[at]!)) continue;
    const before = bytes[at]!;
    if (error === 1) {
      bytes[at] = 48 + ((before - 48 + 1 + (bits % 9)) % 10);
      if (!isKeyRight(bytes, start)) return nirLength;
      bytes[at] = before;
    } else if (at + 1 < start + nirLength && isDigit(bytes[at + 1]!) && bytes[at + 1] !== before) {
      bytes[at] = bytes[at + 1]!;
      bytes[at + 1] = before;
      if (!isKeyRight(bytes, start)) return nirLength;
      bytes[at + 1] = bytes[at]!;
      bytes[at] = before;
    }
  }
  // fifteen equal digits: nothing to swap
  bytes[start + nirLength - 1] = 48 + ((bytes[start + nirLength - 1]! - 48 + 1) % 10);
  return nirLength;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
