/**
 * Which byte strings were seen, by 64-bit hash in typed arrays: about 16 bytes an entry. Two
 * strings with one hash count as seen, which costs a person a number in the address, nothing else.
 */
export interface SeenTexts {
  /** True when these bytes had not been seen; they are from now on. */
  add(bytes: Uint8Array, start: number, end: number): boolean;
}

export function createSeenTexts(expected: number): SeenTexts {
  let capacity = 1024;
  while (capacity < expected * 2) capacity *= 2;
  const low = new Uint32Array(capacity);
  const high = new Uint32Array(capacity);
  return {
    add(bytes, start, end) {
      let a = 0x811c9dc5;
      let b = 0x1b873593;
      for (let i = start; i < end; i++) {
        a = Math.imul(a ^ bytes[i]!, 0x01000193);
        b = Math.imul(b + bytes[i]!, 0x85ebca6b);
        b ^= b >>> 15;
      }
      // An empty slot is 0,0, so no entry may be.
      const first = (a | 1) >>> 0;
      const second = b >>> 0;
      let slot = (first ^ (first >>> 15) ^ second) & (capacity - 1);
      while (low[slot] !== 0) {
        if (low[slot] === first && high[slot] === second) return false;
        slot = (slot + 1) & (capacity - 1);
      }
      low[slot] = first;
      high[slot] = second;
      return true;
    },
  };
}
