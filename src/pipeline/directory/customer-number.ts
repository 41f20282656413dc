// A customer number in the form that is compared. In: a span. Out: its length in `out`, 0 where there is none.
// As a case has usernames, it is compared as it is written; beside a column of the leak, capitals and zeros written in
// front of digits do not count, since both sides are read here.

const mostBytes = 80;
const ZERO = 0x30;

export function writeCustomer(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  isFolded: boolean,
): number {
  let [from, to] = [start, end];
  while (from < to && bytes[from]! <= 32) from++;
  while (to > from && bytes[to - 1]! <= 32) to--;
  if (to === from || to - from > mostBytes) return 0;
  if (isFolded && isNumber(bytes, from, to)) while (from < to - 1 && bytes[from] === ZERO) from++;
  let length = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    out[length++] = isFolded && byte >= 97 && byte <= 122 ? byte - 32 : byte;
  }
  // one zero, or many: nobody's number
  return length === 1 && out[0] === ZERO ? 0 : length;
}

function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < ZERO || bytes[at]! > 57) return false;
  return true;
}
