// How a character beyond ASCII folds, in AssemblyScript. In: where it stands. Out: packed, as mask/survivors/fold.ts has it:
// bytes taken, bytes written, whether it is passed over, and what is written.

import { additionalAt, byteAt, foldsAt, oneByteAt } from './words-tables';

export function foldWide(at: u32, end: u32): u32 {
  const lead = byteAt(at);
  const second = at + 1 < end ? byteAt(at + 1) : 0;
  if ((second & 0xc0) == 0x80) {
    if (lead >= 0xc2 && lead < 0xe0) {
      const codePoint = ((lead & 31) << 6) | (second & 63);
      if (codePoint == 0xc3 && at + 3 < end && byteAt(at + 2) == 0xc2)
        return (load<u32>(foldsAt + ((0xc0 | (byteAt(at + 3) & 63)) << 2)) & ~7) | 4;
      if (codePoint < 0x600) return load<u32>(foldsAt + (codePoint << 2));
      return 2 | (2 << 3) | (lead << 8) | (second << 16);
    }
    const third = at + 2 < end ? byteAt(at + 2) : 0;
    if (lead >= 0xe0 && lead < 0xf0 && (third & 0xc0) == 0x80) {
      if (lead == 0xe1 && second >= 0xb8 && second < 0xbc)
        return load<u32>(additionalAt + ((((second & 3) << 6) | (third & 63)) << 2));
      if (lead == 0xe2) return second == 0x80 && third >= 0x8b && third <= 0x8f ? 3 | 64 : 3;
      if (lead == 0xe3 && second == 0x80) return 3;
      if (lead == 0xef && second == 0xbb && third == 0xbf) return 3 | 64;
      return 3 | (3 << 3) | (lead << 8) | (second << 16) | (third << 24);
    }
    if (lead >= 0xf0 && lead < 0xf5 && at + 3 < end && (third & 0xc0) == 0x80) return 4;
  }
  return load<u32>(oneByteAt + ((lead & 127) << 2));
}
