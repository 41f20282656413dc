/*
 * What each byte may be, and the few reads of UTF-8 that the validators share.
 * In: bytes and offsets into them. Out: flags, offsets and lengths. Never allocates, never decodes to a string,
 * never looks outside the span it is given.
 */

export const alpha = 1;
export const digit = 2;
export const hex = 4;
/** Characters of an address's local part that never act as separators in text: letters, digits, `. _ + -`. */
export const localPart = 8;
/** Letters, digits, `.` and `-`. */
export const domainPart = 16;
/** The other characters RFC 5322 allows in a local part, all of which also separate words in text. */
export const localSymbol = 32;
export const space = 64;
/** `./0-9A-Za-z`, the alphabet of crypt(3). */
export const crypt64 = 128;

export const byteClass = createByteClass();

function createByteClass(): Uint8Array {
  const table = new Uint8Array(256);
  const mark = (characters: string, flags: number): void => {
    for (const character of characters) table[character.charCodeAt(0)]! |= flags;
  };
  mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', alpha | localPart | domainPart | crypt64);
  mark('0123456789', digit | hex | localPart | domainPart | crypt64);
  mark('abcdefABCDEF', hex);
  mark('.-', localPart | domainPart);
  mark('_+', localPart);
  mark("!#$%&'*/=?^`{|}~", localSymbol);
  mark(' \t\r\n\v\f\0', space);
  mark('./', crypt64);
  return table;
}

/** The first offset at or after `start` that is not white space (a no-break space counts as white space). */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end) {
    if ((byteClass[bytes[at]!]! & space) !== 0) at++;
    else if (bytes[at] === 0xc2 && at + 1 < end && bytes[at + 1] === 0xa0) at += 2;
    else break;
  }
  return at;
}

/** The end of the span without its trailing white space. */
export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start) {
    if ((byteClass[bytes[at - 1]!]! & space) !== 0) at--;
    else if (bytes[at - 1] === 0xa0 && at - 2 >= start && bytes[at - 2] === 0xc2) at -= 2;
    else break;
  }
  return at;
}

/**
 * The length in bytes (2 or 3) of the letter beyond ASCII at `at`, or 0 when what stands there is no letter:
 * punctuation such as `«`, `“` or a no-break space, an emoji, or not UTF-8 at all.
 */
export function letterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc3 || lead > 0xee || at + 1 >= end) return 0;
  const second = bytes[at + 1]!;
  if ((second & 0xc0) !== 0x80) return 0;
  if (lead < 0xe0) return lead === 0xc3 && (second === 0x97 || second === 0xb7) ? 0 : 2;
  if (at + 2 >= end || (bytes[at + 2]! & 0xc0) !== 0x80) return 0;
  if (
    lead === 0xe2 ||
    lead === 0xee ||
    (lead === 0xe3 && second === 0x80) ||
    (lead === 0xe0 && second < 0xa0)
  )
    return 0;
  return 3;
}

/** Where the letter beyond ASCII that ends at `at` begins, or -1. */
export function letterBefore(bytes: Uint8Array, at: number, start: number): number {
  for (let length = 2; length <= 3; length++) {
    if (at - length >= start && letterLength(bytes, at - length, at) === length) return at - length;
  }
  return -1;
}

/** The byte at `at` as a lower-case ASCII letter; other bytes unchanged. */
export function lowerByte(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

/** Whether the ASCII text `text`, given in lower case, stands at `at`, in any case. */
export function textAt(bytes: Uint8Array, at: number, end: number, text: string): boolean {
  if (at + text.length > end) return false;
  for (let index = 0; index < text.length; index++) {
    if (lowerByte(bytes[at + index]!) !== text.charCodeAt(index)) return false;
  }
  return true;
}
