// What stands beside a number: whether it is part of a hash, whether it is a whole value. In: where the number is. Out: yes or
// no. Looks at few bytes.

const zero = 48;
const longestHash = 128;

/**
 * A hexadecimal letter in a word of nothing else: the digits beside it are part of a hash, and a hash holds numbers of people
 * by chance.
 */
export function isGlued(bytes: Uint8Array, at: number, lo: number, to: number): boolean {
  if (at < lo || at >= to || !isHexLetter(bytes[at]!)) return false;
  let next = at - 1;
  for (; next >= lo && at - next < longestHash; next--) if (!isHexadecimal(bytes[next]!)) break;
  if (next >= lo && isLetter(bytes[next]!)) return false;
  for (next = at + 1; next < to && next - at < longestHash; next++) if (!isHexadecimal(bytes[next]!)) break;
  return next >= to || !isLetter(bytes[next]!);
}

function isLetter(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 122;
}

function isHexLetter(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 102;
}

function isHexadecimal(byte: number): boolean {
  return (byte >= zero && byte < zero + 10) || isHexLetter(byte);
}

/**
 * Nothing but the number stands between two signs that part values: a telephone in a column of numbers has lost its zero.
 * Behind a blank or within words nine digits are anything.
 */
export function isWholeCell(bytes: Uint8Array, start: number, end: number, lo: number, to: number): boolean {
  let before = start;
  while (before > lo && bytes[before - 1] === 32) before--;
  let after = end;
  // 612345107.00
  if (bytes[after] === 46 && bytes[after + 1] === zero)
    for (after++; after < to && bytes[after] === zero;) after++;
  while (after < to && bytes[after] === 32) after++;
  return (
    (before === lo || partsValues.has(bytes[before - 1]!)) && (after === to || partsValues.has(bytes[after]!))
  );
}

const partsValues = new Set([...'\'"(),;|:[]{}<>\t\n\r'].map((sign) => sign.charCodeAt(0)));
