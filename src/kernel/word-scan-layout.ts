// Where the scan of words has its tables, its input and its events in linear memory, in bytes; `assembly/words.ts` has the
// same numbers.

/** Flags of words, 2^20 bytes by `wordPlace`. */
export const flagsAt = 65_536;
/** Bits of whole words, and of local parts read backwards: 2^24 each, by `bitPlace`. */
export const wholeBitsAt = flagsAt + 1_048_576;
export const localBitsAt = wholeBitsAt + 2_097_152;
/** How characters beyond ASCII fold: code points below 0x600, those of Latin Extended Additional, bytes that are no UTF-8. */
export const foldsAt = localBitsAt + 2_097_152;
export const additionalAt = foldsAt + 0x600 * 4;
export const oneByteAt = additionalAt + 256 * 4;
export const inputAt = foldsAt + 8192;
/** The most that is scanned at once. */
export const inputBytes = 65_536;
export const foldedAt = inputAt + inputBytes + 64;
export const eventsAt = foldedAt + inputBytes * 3;
/** Each byte may cause four events of three words. */
export const memoryBytes = eventsAt + inputBytes * 48 + 65_536;

/** Flags that decide events. */
export const scanFlag = { name: 1, lastName: 2, afterNumber: 4, beforeNumber: 8, salutation: 16 } as const;

/** The first word of an event; the others are where it stands. */
export const scanEvent = {
  /** Two words of names side by side, from the first on. */
  names: 1,
  /** A last name after a title. */
  surname: 2,
  /** A house number, and a word that stands behind one. */
  street: 3,
  /** A house number behind a word that stands before one. */
  streetEnd: 4,
  /** A run of digits and short words with digits enough. */
  number: 5,
  /** A chain that may begin with a whole word. */
  chain: 6,
  /** Letters, digits, `+`, `/`, `-`, `_`, twelve or more. */
  run: 7,
  /** An `@` behind what may be a local part. */
  sign: 8,
  /** `(at)`. */
  bracketed: 9,
  /** What may write a character with others. */
  escape: 10,
  /** A word with one of the flags that are to be told. */
  word: 11,
  /** A word with a capital behind a small letter. */
  humps: 12,
  /** Groups of two or four hexadecimal digits, one sign between. */
  spaced: 13,
} as const;
