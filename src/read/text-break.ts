// Where a piece of text may be cut without cutting a word in two.

/** No word that matters is longer: an e-mail address has at most 320 bytes. */
const longestWord = 1024;

/** The last position in `from`..`to` after a space or control byte; `to` where no word ends near it. Never `from`, unless nothing is there. */
export function textBreak(bytes: Uint8Array, from: number, to: number): number {
  const first = Math.max(from + 1, to - longestWord);
  for (let p = to; p >= first; p--) if (bytes[p - 1]! <= 0x20) return p;
  return Math.max(from, to);
}
