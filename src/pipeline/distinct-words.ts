// How many different values stand behind fingerprints of 32 bits.
// In: arrays of fingerprints, 0 for none. Out: a number, corrected for the values that share a fingerprint by chance.

/** Up to so many different fingerprints are held in a table of them, of 8 MB; more are marked in a table of bits. */
const heldAtMost = 1 << 20;

/** Fingerprints that one table of bits covers: 64 MB of memory. */
const tableBits = 29;

export function countDistinctWords(arrays: readonly Uint32Array[]): number {
  const filled = arrays.filter((words) => words.length > 0);
  if (filled.length === 0) return 0;
  return valuesBehind(countHeld(filled) ?? countMarked(filled));
}

/** Null where there are more than are held. */
function countHeld(arrays: readonly Uint32Array[]): number | null {
  let slots = new Uint32Array(1 << 10);
  let distinct = 0;
  for (const words of arrays) {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (word === 0 || !hold(slots, word)) continue;
      if (++distinct > heldAtMost) return null;
      if (distinct * 2 > slots.length) slots = doubled(slots);
    }
  }
  return distinct;
}

/** False where the word is there already. Words are parts of keyed hashes: they scatter by themselves. */
function hold(slots: Uint32Array, word: number): boolean {
  const mask = slots.length - 1;
  let slot = Math.imul(word, 0x9e3779b1) >>> 11;
  for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask) if (slots[slot] === word) return false;
  slots[slot] = word;
  return true;
}

function doubled(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots.length * 2);
  for (const word of slots) if (word !== 0) hold(larger, word);
  return larger;
}

function countMarked(arrays: readonly Uint32Array[]): number {
  const marks = new Uint32Array(1 << (tableBits - 5));
  const rest = 2 ** tableBits - 1;
  let distinct = 0;
  for (let range = 0; range < 2 ** (32 - tableBits); range++) {
    if (range > 0) marks.fill(0);
    for (const words of arrays) {
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!;
        if (word >>> tableBits !== range || word === 0) continue;
        const place = (word & rest) >>> 5;
        const bit = 1 << (word & 31);
        if ((marks[place]! & bit) !== 0) continue;
        marks[place]! |= bit;
        distinct++;
      }
    }
  }
  return distinct;
}

/** Of n values, so many fingerprints are expected to be different: 2^32 (1 - e^(-n / 2^32)). */
function valuesBehind(fingerprints: number): number {
  return Math.round(-(2 ** 32) * Math.log1p(-fingerprints / 2 ** 32));
}
