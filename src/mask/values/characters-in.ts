// How many characters bytes of UTF-8 are. Bytes that are no UTF-8 count as one each, at most.

export function charactersIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
