// The two halves of a number that singles a person out, each as a fingerprint of 16 bits: a digit mistyped or lost
// leaves one of them as it was. In: the cell as it is written, whether its check digits are right or not.
// Out: one word, the first half in its low bits; 0 where the cell has too few or too many characters.

const fewest = 8;
const most = 20;

/** From so many characters on (a NIR with its key has 15) the second half is the last eight, wherever it begins. */
const long = 14;
const longFirst = 7;
const longSecond = 8;

const characters = new Uint8Array(most);

export function halvesOf(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    const isDigit = byte >= 48 && byte <= 57;
    const letter = byte & 0xdf;
    if (!isDigit && !(byte < 128 && letter >= 65 && letter <= 90)) continue;
    if (count === most) return 0;
    characters[count++] = isDigit ? byte : letter;
  }
  if (count < fewest) return 0;
  const first = count >= long ? longFirst : count >> 1;
  const second = count >= long ? count - longSecond : first;
  return (fingerprintOf(0, first) | (fingerprintOf(second, count) << 16)) >>> 0;
}

function fingerprintOf(from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash, 43) + characters[at]!;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) & 0xffff || 1;
}
