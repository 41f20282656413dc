/*
 * Telephone numbers in cells, from bytes. In: a span that holds one cell. Out: its kind (0 = none), and the key under
 * which spellings of one number agree. Shape only (digit counts of E.164 and national numbers, usual separators):
 * whether a column is one of telephone numbers is decided in classify-table.ts. Never allocates.
 */

import { alpha, byteClass, digit, space, trimEnd, trimStart } from './byte-class.ts';

export const phoneKinds = ['international', 'national'] as const;

const minDigits = 6;
/** E.164 allows 15; `00`, an extension or a bracketed `(0)` may add to it. */
const maxDigits = 17;
/** Past this many digits a `/`, `,` or `;` begins a second number. */
const fullNumber = 8;
const keyDigits = 9;

/** 1 international (`+` or `00` first), 2 national, 0 not a telephone number. A label before it (`Tel. `) is passed over. */
export function phoneKind(bytes: Uint8Array, start: number, end: number): number {
  const from = numberStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to - from < minDigits || to - from > 60) return 0;
  let digits = 0;
  let same = 0;
  let first = -1;
  let inner = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if ((byteClass[byte]! & digit) !== 0) {
      if (first < 0) first = byte;
      if (byte === first) same++;
      digits++;
    } else if (isSecondNumber(bytes, at, to, digits, inner)) break;
    else if (!isSeparator(bytes, at, to, digits === 0)) {
      if (digits >= minDigits && isExtension(byte)) break;
      return 0;
    } else if (isDivider(byte)) inner = byte;
  }
  if (digits < minDigits || digits > maxDigits || same === digits) return 0;
  return bytes[from] === 43 ||
    (bytes[from] === 48 && bytes[from + 1] === 48) ||
    (bytes[from] === 40 && bytes[from + 1] === 43)
    ? 1
    : 2;
}

/** Past white space and a label of letters such as `Tel.:` or `Mobile `. */
function numberStart(bytes: Uint8Array, start: number, end: number): number {
  let at = trimStart(bytes, start, end);
  const label = at;
  while (at < end && at - label < 12 && ((byteClass[bytes[at]!]! & alpha) !== 0 || bytes[at]! >= 0x80)) at++;
  if (at === label) return at;
  while (at < end && (bytes[at] === 46 || bytes[at] === 58 || (byteClass[bytes[at]!]! & space) !== 0)) at++;
  return at;
}

function isSeparator(bytes: Uint8Array, at: number, end: number, isFirst: boolean): boolean {
  const byte = bytes[at]!;
  if (byte === 43) return isFirst;
  if (byte === 32 || byte === 45 || byte === 46 || byte === 40 || byte === 41 || byte === 47 || byte === 9)
    return true;
  if (byte === 0xa0) return bytes[at - 1] === 0xc2;
  return byte === 0xc2 && at + 1 < end && bytes[at + 1] === 0xa0;
}

/**
 * Whether the sign at `at` parts a number of so many `digits` from a second one. Where the same sign stands between the
 * digits of the number itself (`inner`: `06/12/34/51/07`), it does beside a blank only, or before as many digits again.
 */
export function isSecondNumber(
  bytes: Uint8Array,
  at: number,
  end: number,
  digits: number,
  inner: number,
): boolean {
  const byte = bytes[at]!;
  if (digits < fullNumber || !isDivider(byte)) return false;
  if (inner !== byte || bytes[at - 1] === 32 || bytes[at + 1] === 32) return true;
  let left = 0;
  for (let next = at; next < end; next++) if ((byteClass[bytes[next]!]! & digit) !== 0) left++;
  return digits > fullNumber && left > fullNumber;
}

/** `/`, `,`, `;` */
export function isDivider(byte: number): boolean {
  return byte === 47 || byte === 44 || byte === 59;
}

/** `x12`, `ext. 12`, `poste 12`, `#12`. */
function isExtension(byte: number): boolean {
  const lower = byte | 32;
  return lower === 120 || lower === 101 || lower === 112 || lower === 119 || byte === 35;
}

/**
 * Writes the comparison key of a number to `out` (9 bytes) and returns its length, 0 when there are fewer than six
 * digits. The key is the last nine digits, so that `+33 6 39 98 12 34`, `0033639981234`, `+33 (0)6 39…` and
 * `06 39 98 12 34` agree whatever the country; the price is that numbers of two countries can share a key. An
 * extension and a second number in the cell are left out.
 */
export function normalisePhone(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const from = numberStart(bytes, start, end);
  let stop = from;
  let digits = 0;
  let inner = 0;
  for (; stop < end; stop++) {
    const byte = bytes[stop]!;
    if ((byteClass[byte]! & digit) !== 0) digits++;
    else if (isSecondNumber(bytes, stop, end, digits, inner)) break;
    else if (digits >= minDigits && isExtension(byte)) break;
    else if (isDivider(byte)) inner = byte;
  }
  if (digits < minDigits) return 0;
  const length = Math.min(digits, keyDigits);
  for (let at = stop - 1, left = length; left > 0; at--) {
    if ((byteClass[bytes[at]!]! & digit) !== 0) out[--left] = bytes[at]!;
  }
  return length;
}
