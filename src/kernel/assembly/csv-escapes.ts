// Which bytes an escape before them takes the meaning off. In: the escapes among 64 bytes, block after block.
// Out: the bytes they escape. Carried from one block to the next: whether the last byte escapes the next one.

export let escapeCarry: u64 = 0; // 1 when the last byte escapes the next one

// @ts-ignore: decorator
@inline
export function beginEscapes(): void {
  escapeCarry = 0;
}

/** Bits of the bytes that an escape before them takes the meaning off (simdjson's odd-sequence rule). */
// @ts-ignore: decorator
@inline
export function escapedBits(escapes: u64): u64 {
  if (escapes == 0) {
    const escaped = escapeCarry;
    escapeCarry = 0;
    return escaped;
  }
  escapes &= ~escapeCarry;
  const followsEscape = (escapes << 1) | escapeCarry;
  const evenBits: u64 = 0x5555555555555555;
  const oddStarts = escapes & ~evenBits & ~followsEscape;
  const sum = oddStarts + escapes;
  escapeCarry = sum < oddStarts ? 1 : 0;
  return (evenBits ^ (sum << 1)) & followsEscape;
}
