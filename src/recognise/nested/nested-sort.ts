/*
 * Is a value packed data: PHP's serialize or session form, JSON, or one of them in base64? In: a span without quotes,
 * and from a dump as it is written. Out: which, by the first bytes; 0 for neither. Asked of every value, so that it
 * looks at a few bytes only; whether the rest keeps the promise is seen when it is opened.
 */

export const notNested = 0;
export const phpValue = 1;
export const phpSession = 2;
export const jsonValue = 3;
export const base64Value = 4;

export type NestedSort = 0 | 1 | 2 | 3 | 4;

/** `{"a":1}` is as short as packed data comes. */
const shortest = 7;
/** The longest name of a session variable looked for, and the shortest session. */
const longestName = 32;
const shortestSession = 16;

export function nestedSort(bytes: Uint8Array, start: number, end: number): NestedSort {
  if (end - start < shortest) return notNested;
  const first = bytes[start]!;
  const second = bytes[start + 1]!;
  const third = bytes[start + 2]!;
  // a:3:{ and O:8:"
  if ((first === 97 || first === 79) && second === 58 && isDigit(third)) return phpValue;
  if (first === 123) {
    const key = second === 32 || second === 92 || second === 10 ? third : second;
    return key === 34 || second === 34 ? jsonValue : notNested;
  }
  if (first === 91)
    return second === 123 || second === 34 || third === 34 || third === 123 ? jsonValue : notNested;
  // base64 of `{"`, `[{`, `["`, `a:` and of `O:`
  if (first === 101 && second === 121 && third === 74) return base64Value;
  if (first === 87 && (second === 121 || second === 51) && (third === 74 || third === 115))
    return base64Value;
  if (first === 89 && second === 84 && third === 111) return base64Value;
  if (first === 84 && second === 122 && third === 111) return base64Value;
  return end - start >= shortestSession && isSession(bytes, start, end) ? phpSession : notNested;
}

/** `name|a:3:{`, `name|s:2:"` */
function isSession(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start, last = Math.min(end - 3, start + longestName); at < last; at++) {
    const byte = bytes[at]!;
    if (byte === 124) return at > start && bytes[at + 2] === 58 && isPhpType(bytes[at + 1]!);
    if (!isNameByte(byte)) return false;
  }
  return false;
}

/** `a O s i b d` */
function isPhpType(byte: number): boolean {
  return byte === 97 || byte === 79 || byte === 115 || byte === 105 || byte === 98 || byte === 100;
}

function isNameByte(byte: number): boolean {
  const lower = byte | 32;
  return (lower >= 97 && lower <= 122) || byte === 95 || isDigit(byte);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
