// Whether a value can be written as a bare number, as SQL and JSON read them.

import { isDigit } from '../ascii.ts';

const DOT = 0x2e;

/** `isStrict`: as JSON has them, without zeros in front and without a plus. */
export function isNumber(value: Uint8Array, length: number, isStrict = false): boolean {
  let p = 0;
  if (value[0] === 0x2d || (value[0] === 0x2b && !isStrict)) p++;
  if (isStrict && value[p] === 0x30 && p + 1 < length && isDigit(value[p + 1]!)) return false;
  const whole = skipDigits(value, p, length);
  if (whole === p) return false;
  p = whole;
  if (p < length && value[p] === DOT) {
    const fraction = skipDigits(value, p + 1, length);
    if (fraction === p + 1) return false;
    p = fraction;
  }
  if (p < length && (value[p]! | 0x20) === 0x65) {
    p++;
    if (value[p] === 0x2d || value[p] === 0x2b) p++;
    const exponent = skipDigits(value, p, length);
    if (exponent === p) return false;
    p = exponent;
  }
  return p === length;
}

function skipDigits(value: Uint8Array, from: number, to: number): number {
  let p = from;
  while (p < to && isDigit(value[p]!)) p++;
  return p;
}
