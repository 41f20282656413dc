// How a format writes a value: what stands for nothing, which quotes and escapes have to be taken off.
// In: the span of a value as it lies in the file. Out: the span of its own bytes, in place where nothing has
// to change, else in scratch memory.

/** A decoded value lies in memory between `start` and `end`. */
export interface Decoded {
  start: number;
  end: number;
  /** Some byte is beyond ASCII, and it was written as text. */
  wide: boolean;
}

export interface Notation {
  /** Neither missing, nor NULL, nor an empty text. Asked of every value: it looks at as few bytes as it can. */
  isFilled(bytes: Uint8Array, from: number, to: number): boolean;
  /** False for NULL. What has to be rewritten and is longer than `scratchBytes` is decoded up to there. */
  decode(
    bytes: Uint8Array,
    from: number,
    to: number,
    scratch: number,
    scratchBytes: number,
    decoded: Decoded,
  ): boolean;
}

/** Values as they are: of length-prefixed records, where nothing is quoted and an absent value has no bytes. */
export const plainNotation: Notation = {
  isFilled: (_bytes, from, to) => to > from,
  decode(bytes, from, to, _scratch, _scratchBytes, decoded) {
    decoded.start = from;
    decoded.end = to;
    decoded.wide = isWide(bytes, from, to);
    return to > from;
  },
};

/** Whether some byte is beyond ASCII. */
export function isWide(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! >= 0x80) return true;
  return false;
}
