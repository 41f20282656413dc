// Lines of password hashes with how often each was seen, as services of this kind hand them around. In: pieces of a file,
// `HASH:COUNT` a line, or `REST:COUNT` where the file's name has the first 5 digits. Out: hashes and counts, one by one;
// lines that are something else are counted, with the place of the first ones. Bounded: nothing is kept but one line.

import { hashBytes } from '../../lookup/index.ts';
import { type PasswordMode, passwordModes } from '../../store/register/index.ts';

export interface BadLines {
  count: number;
  /** The first ones: where each begins in its file, in bytes, unpacked. */
  first: { file: string; offset: number }[];
}

export interface HashLineReader {
  /** Of the file whose pieces follow; `prefix`: 5 digits, where its lines leave them out. */
  begin(file: string, prefix: string | null): void;
  push(bytes: Uint8Array): void;
  /** The file has ended: its last line may lack a line feed. */
  end(): void;
  readonly bad: BadLines;
  readonly lines: number;
  /** Known from the first good line on; a file holds hashes of one function. */
  readonly mode: PasswordMode | null;
}

/** `hash`: the same memory each time. Throws what it wants to stop the reading with. */
export type VisitHash = (hash: Uint8Array, count: number) => void;

const mostBadPlaces = 10;
const prefixDigits = 5;
/** A hash, a colon, a count of 15 digits; and something for spaces. */
const longestLine = 80;
const mostCountDigits = 15;

const digitOf = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  digitOf[digit.charCodeAt(0)] = value;
  digitOf[digit.toUpperCase().charCodeAt(0)] = value;
}

/** `mode`: null to go by the first good line. */
export function createHashLineReader(visit: VisitHash, mode: PasswordMode | null = null): HashLineReader {
  const bad: BadLines = { count: 0, first: [] };
  const hash = new Uint8Array(hashBytes.sha1);
  const carried = new Uint8Array(longestLine);
  let known = mode;
  let file = '';
  let prefix: Uint8Array = new Uint8Array(0);
  /** Where the piece, and the line that runs, begin in the file. */
  let [pieceAt, lineAt] = [0, 0];
  let carriedBytes = 0;
  let isTooLong = false;
  let lines = 0;

  function refuse(): void {
    bad.count++;
    if (bad.first.length < mostBadPlaces) bad.first.push({ file, offset: lineAt });
  }

  function takeLine(bytes: Uint8Array, from: number, end: number): void {
    let to = end;
    while (to > from && isSpace(bytes[to - 1]!)) to--;
    let at = lineAt === 0 && isByteOrderMark(bytes, from, to) ? from + 3 : from;
    while (at < to && isSpace(bytes[at]!)) at++;
    if (at === to) return;
    lines++;
    const count = end - from > longestLine ? -1 : parse(bytes, at, to);
    if (count < 0) refuse();
    // of padding somebody kept, nothing was seen
    else if (count > 0) visit(known === 'ntlm' ? hash.subarray(0, hashBytes.ntlm) : hash, count);
  }

  /** The hash goes into `hash`. Its count, or -1 where the line is none. */
  function parse(bytes: Uint8Array, from: number, to: number): number {
    let colon = from;
    while (colon < to && digitOf[bytes[colon]!]! >= 0) colon++;
    if (bytes[colon] !== 58 || colon === to) return -1;
    const digits = colon - from;
    const found = passwordModes.find((one) => {
      const whole = hashBytes[one] * 2;
      return digits === whole || (prefix.length > 0 && digits === whole - prefixDigits);
    });
    if (found === undefined || (known !== null && known !== found)) return -1;
    const count = countOf(bytes, colon + 1, to);
    if (count < 0) return -1;
    known = found;
    const skipped = hashBytes[found] * 2 - digits;
    for (let digit = 0; digit < skipped; digit++) setDigit(digit, prefix[digit]!);
    for (let digit = skipped, at = from; at < colon; digit++, at++) setDigit(digit, digitOf[bytes[at]!]!);
    return count;
  }

  function setDigit(digit: number, value: number): void {
    const byte = digit >> 1;
    hash[byte] = (digit & 1) === 0 ? value << 4 : hash[byte]! | value;
  }

  function carry(bytes: Uint8Array, from: number, to: number): void {
    if (carriedBytes + to - from > longestLine) {
      isTooLong = true;
      return;
    }
    carried.set(bytes.subarray(from, to), carriedBytes);
    carriedBytes += to - from;
  }

  function endLine(bytes: Uint8Array, from: number, to: number): void {
    if (carriedBytes > 0 || isTooLong) {
      carry(bytes, from, to);
      if (isTooLong) {
        lines++;
        refuse();
      } else takeLine(carried, 0, carriedBytes);
      carriedBytes = 0;
      isTooLong = false;
    } else takeLine(bytes, from, to);
  }

  return {
    begin(name, digits) {
      file = name;
      prefix = Uint8Array.from(digits ?? '', (digit) => digitOf[digit.charCodeAt(0)]!);
      [pieceAt, lineAt] = [0, 0];
    },
    push(bytes) {
      let from = 0;
      for (;;) {
        const end = bytes.indexOf(10, from);
        if (end < 0) break;
        endLine(bytes, from, end);
        from = end + 1;
        lineAt = pieceAt + from;
      }
      if (!isTooLong) carry(bytes, from, bytes.length);
      pieceAt += bytes.length;
    },
    end() {
      endLine(carried, 0, 0);
    },
    bad,
    get lines() {
      return lines;
    },
    get mode() {
      return known;
    },
  };
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}

function isByteOrderMark(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf;
}

function countOf(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > mostCountDigits) return -1;
  let count = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return -1;
    count = count * 10 + digit;
  }
  return count;
}
