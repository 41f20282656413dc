// The rows of a range of passwords as the protocol writes them: the rest of a hash in capitals, a colon, and how often it
// was seen, with CR LF between rows and nothing after the last. In: rows. Out: ASCII.
// Source: https://haveibeenpwned.com/API/v3#PwnedPasswords.

import type { RangeRows } from './range-block.ts';

const digits = Buffer.from('0123456789ABCDEF');
/** Both digits of a byte, high one first in the text. */
const pairs = Uint16Array.from({ length: 256 }, (_, byte) => (digits[byte >> 4]! << 8) | digits[byte & 15]!);

export function rangeText({ tailBytes, count, tails, counts }: RangeRows): Buffer {
  const text = Buffer.allocUnsafeSlow(textBytes({ tailBytes, count, counts }));
  const view = new DataView(text.buffer);
  let at = 0;
  for (let row = 0, from = 0; row < count; row++) {
    if (row > 0) {
      text[at++] = 13;
      text[at++] = 10;
    }
    // of the third byte, the first digit is the fifth of the prefix
    text[at++] = digits[tails[from++]! & 15]!;
    for (const end = (row + 1) * tailBytes; from < end; from++, at += 2)
      view.setUint16(at, pairs[tails[from]!]!);
    text[at++] = 58;
    at = writeCount(text, at, counts[row]!);
  }
  return text;
}

/** To the byte: what is kept for a long time has nothing behind it. */
function textBytes({ tailBytes, count, counts }: Pick<RangeRows, 'tailBytes' | 'count' | 'counts'>): number {
  if (count === 0) return 0;
  let bytes = count * (tailBytes * 2 - 1 + 1 + 2) - 2;
  for (let row = 0; row < count; row++) bytes += digitsOf(counts[row]!);
  return bytes;
}

function digitsOf(count: number): number {
  return count < 10 ? 1 : String(count).length;
}

function writeCount(text: Buffer, at: number, count: number): number {
  if (count < 10) {
    text[at] = 48 + count;
    return at + 1;
  }
  return at + text.write(String(count), at, 'latin1');
}
