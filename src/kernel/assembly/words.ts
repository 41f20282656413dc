// Goes through bytes word by word and tells what tables do not rule out, in AssemblyScript with WASM SIMD. In: bytes and
// tables in linear memory (layout: word-scan-layout.ts). Out: events of three words: sort, start, end. It never allocates
// and looks at nothing but the bytes it is given. The contract is in word-scan-code.ts.

import { digitsEnd, hasHumps, longestHumps, mayBeAddress, mayBeginWord, mayPack, packedGapEnd } from './words-ahead';
import { backslashSort, bitsOf, signSorts, sortsOf, wordSorts } from './words-bits';
import { beginEscapes, withoutEscaped } from './words-escaped';
import { foldWide } from './words-fold';
import { beginPairs, endsPairs, pairsStart } from './words-pairs';
import {
  byteAt,
  fillTables,
  PACKED_JOINT,
  eventsAt,
  flagsAt,
  inputAt,
  isHex,
  isJoint,
  isPackedJoint,
  isWordByte,
  masksAt,
  mix,
  nextAt,
  someFlagsAt,
  spread,
} from './words-tables';

const NAME: u32 = 1;
const LAST_NAME: u32 = 2;
const AFTER_NUMBER: u32 = 4;
const BEFORE_NUMBER: u32 = 8;
const SALUTATION: u32 = 16;

let seed: u32 = 0;
let fewestDigits: u32 = 0;
let toldFlags: u32 = 0;
let size: u32 = 0;
let out: usize = 0;
let skipTo: u32 = 0;
let numbersTo: u32 = 0;
let runStart: u32 = 0;
let lastStart: u32 = 0;
let lastEnd: u32 = 0;
let lastFlags: u32 = 0;
let lastDigits: u32 = 0;

export function setWordScan(seedOfHashes: u32, fewest: u32, told: u32): void {
  toldFlags = told;
  seed = seedOfHashes;
  fewestDigits = fewest;
  fillTables();
}

// @ts-ignore: decorator
@inline
function emit(sort: u32, start: u32, end: u32): void {
  store<u32>(out, sort);
  store<u32>(out, start, 4);
  store<u32>(out, end, 8);
  out += 12;
}

/** Scans `length` bytes of the input; up to 63 behind them are lost. Returns how many events there are. */
export function scanWords(length: u32, isLast: bool): u32 {
  size = length;
  out = eventsAt;
  skipTo = numbersTo = runStart = lastStart = lastEnd = lastFlags = lastDigits = 0;
  beginEscapes();
  beginPairs();
  for (let at: u32 = 0; at < 64; at += 16) v128.store(inputAt + length + at, i8x16.splat(0));
  let carry: u64 = 0;
  let start: u32 = 0;
  // of the word before, where nothing was to be told of it
  let plainStart: u32 = 0;
  let plainEnd: u32 = 0;
  let joint: u32 = 0;
  for (let p: u32 = 0; p < length; p += 64) {
    const a = sortsOf(v128.load(inputAt + p));
    const b = sortsOf(v128.load(inputAt + p, 16));
    const c = sortsOf(v128.load(inputAt + p, 32));
    const d = sortsOf(v128.load(inputAt + p, 48));
    const left = length - p;
    const valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    let words = bitsOf(a, b, c, d, wordSorts) & valid;
    let signs = bitsOf(a, b, c, d, signSorts) & valid;
    words = withoutEscaped(words, signs ? bitsOf(a, b, c, d, backslashSort) & valid : 0, p, length);
    const before = (words << 1) | carry;
    let starts = words & ~before;
    let ends = before & ~words;
    let isOpen = carry != 0;
    carry = words >> 63;
    while (ends) {
      const end = p + <u32>ctz(ends);
      ends &= ends - 1;
      if (!isOpen) {
        start = p + <u32>ctz(starts);
        starts &= starts - 1;
      }
      isOpen = false;
      if (end == length && !isLast) break;
      const size = end - start;
      if (size <= 16) {
        const kept = v128.load(masksAt + (size << 4));
        const word = v128.and(v128.load(inputAt + start), kept);
        const folded = v128.and(v128.or(word, i8x16.splat(32)), kept);
        const short = mix(seed, <u64>i64x2.extract_lane(folded, 0));
        const long = mix(short, <u64>i64x2.extract_lane(folded, 1));
        const hash = size > 8 ? long : short;
        const letters = <u32>i8x16.bitmask(i8x16.shl(word, 1));
        const small = <u32>i8x16.bitmask(i8x16.shl(word, 2)) & letters;
        const humps = (small << 1) & letters & ~small;
        const digits = size - popcnt(letters);
        const place = spread(hash) >> 12;
        const mayHaveFlags = (<u32>load<u8>(someFlagsAt + (place >> 5)) >> ((place >> 2) & 7)) & 1;
        const next = <u32>load<u8>(nextAt + byteAt(end));
        const wide = i8x16.bitmask(word);
        if ((digits | mayHaveFlags | next | joint | humps | wide | <u32>(size > 11)) == 0) {
          plainStart = start;
          plainEnd = end;
          continue;
        }
        settle(plainStart, plainEnd);
        plainEnd = 0;
        if (wide) mixed(start, end);
        else finish(start, end, hash, digits, humps != 0);
      } else {
        settle(plainStart, plainEnd);
        plainEnd = 0;
        longWord(start, end);
      }
      joint = <u32>load<u8>(nextAt + byteAt(lastEnd)) & PACKED_JOINT;
    }
    if (starts) start = p + <u32>ctz(starts);
    while (signs) {
      sign(p + <u32>ctz(signs));
      signs &= signs - 1;
    }
  }
  if (carry && isLast) {
    settle(plainStart, plainEnd);
    longWord(start, length);
  }
  return <u32>((out - eventsAt) / 12);
}

/** The word before was plain: what is known of the last one is this. */
// @ts-ignore: decorator
@inline
function settle(start: u32, end: u32): void {
  if (end == 0) return;
  lastStart = runStart = start;
  lastEnd = end;
  lastFlags = lastDigits = 0;
}

function sign(at: u32): void {
  if (at < skipTo) return;
  const byte = byteAt(at);
  if (byte == 64) {
    if (mayBeAddress(at, seed)) emit(8, at, at + 1);
    return;
  }
  const next = at + 1 < size ? byteAt(at + 1) : 32;
  if (byte == 92) {
    let end = at + 1;
    while (end < size && byteAt(end) == 92) end++;
    const escaped = end < size ? byteAt(end) : 32;
    if ((escaped | 32) == 117 || escaped == 120 || escaped == 48) emit(10, at, end);
    skipTo = escaped < 128 ? end + 1 : end;
  } else if (byte == 37) {
    if (isHex(next)) emit(10, at, at + 1);
  } else if (byte == 38) {
    if (next == 35 || (next | 32) - 97 < 26) emit(10, at, at + 1);
  } else if (byte == 61) {
    if (next - 48 < 10 || next - 65 < 6 || next == 13 || next == 10 || next == 92) emit(10, at, at + 1);
  } else if (isWordByte(next) || (at > 0 && isWordByte(byteAt(at - 1)))) emit(10, at, at + 1);
}

/** A word of more than 16 bytes, or the last. */
function longWord(start: u32, end: u32): void {
  let hash = seed;
  let high: u64 = 0;
  let digits: u32 = 0;
  for (let at = start; at < end; at += 8) {
    let chunk = load<u64>(inputAt + at);
    const left = end - at;
    const present: u64 = left < 8 ? ((<u64>1) << (left << 3)) - 1 : u64.MAX_VALUE;
    chunk &= present;
    high |= chunk;
    digits += <u32>popcnt(~chunk & 0x4040404040404040 & present);
    hash = mix(hash, (chunk | 0x2020202020202020) & present);
  }
  if (high & 0x8080808080808080) mixed(start, end);
  else finish(start, end, hash, digits, hasHumps(start, end));
}

/** A run of bytes with some beyond ASCII: words, and maybe signs between them. */
function mixed(from: u32, end: u32): void {
  let start: u32 = from;
  let isOpen = false;
  let hash = seed;
  let chunk: u64 = 0;
  let shift: u64 = 0;
  let digits: u32 = 0;
  let isHumped = false;
  let isSmall = false;
  for (let at = from; at < end; ) {
    const byte = byteAt(at);
    let packed: u32 = 0;
    if (byte < 128) {
      packed = 1 | (1 << 3) | ((byte | 32) << 8);
      if (byte < 58) digits++;
      if (isSmall && byte - 65 < 26) isHumped = true;
      isSmall = byte >= 97;
    } else {
      packed = foldWide(at, end);
      // the case of other letters is not looked at
      if (packed & 56) isSmall = true;
    }
    let count = (packed >> 3) & 7;
    if (count == 0) {
      if ((packed & 64) == 0) {
        if (isOpen) finish(start, at, shift ? mix(hash, chunk) : hash, digits, isHumped && at - start <= longestHumps);
        isOpen = isHumped = isSmall = false;
        digits = 0;
      }
    } else {
      if (!isOpen) {
        start = at;
        hash = seed;
        chunk = shift = 0;
      }
      isOpen = true;
      for (let bytes = packed >> 8; count > 0; count--) {
        chunk |= <u64>(bytes & 255) << shift;
        bytes >>= 8;
        shift += 8;
        if (shift == 64) {
          hash = mix(hash, chunk);
          chunk = shift = 0;
        }
      }
    }
    // the tables may not be there yet
    at += packed & 7 ? packed & 7 : 1;
  }
  if (isOpen) finish(start, end, shift ? mix(hash, chunk) : hash, digits, isHumped && end - start <= longestHumps);
}

function finish(start: u32, end: u32, hash: u32, digits: u32, isHumped: bool): void {
  const length = end - start;
  const gap = start - lastEnd;
  const place = spread(hash) >> 12;
  const mayHaveFlags = (<u32>load<u8>(someFlagsAt + (place >> 5)) >> ((place >> 2) & 7)) & 1;
  const flags = mayHaveFlags ? <u32>load<u8>(flagsAt + place) : 0;
  if (flags) {
    if ((flags & toldFlags) != 0) emit(11, start, end);
    if ((flags & lastFlags & NAME) != 0 && gap <= 4) emit(1, lastStart, start);
    if ((lastFlags & SALUTATION) != 0 && (flags & LAST_NAME) != 0 && gap <= 4) emit(2, start, end);
    if ((flags & AFTER_NUMBER) != 0 && lastDigits > 0 && lastEnd - lastStart <= 5 && gap <= 3) emit(3, lastStart, start);
  }
  const next = end < size ? byteAt(end) : 0;
  if (isHumped) emit(12, start, end);
  if (digits) {
    if ((length == 2 || length == 4) && endsPairs(start, end, length)) emit(13, pairsStart, end);
    if ((lastFlags & BEFORE_NUMBER) != 0 && length < 6 && gap <= 3) emit(4, start, end);
    if (start >= numbersTo) number(start);
  }
  const isJoined = isJoint(next) && end + 1 < size && isWordByte(byteAt(end + 1));
  if (isJoined || (digits > 0 && digits < length && length >= 6)) {
    if (mayBeginWord(start, size, seed)) emit(6, start, end);
  }
  if (length == 2 && start > 0 && (byteAt(start) | 32) == 97 && (byteAt(start + 1) | 32) == 116) {
    const before = byteAt(start - 1);
    if ((before == 40 && next == 41) || (before == 91 && next == 93)) emit(9, start - 1, end + 1);
  }
  // mostly a blank
  if (lastEnd == 0 || !isPackedJoint(byteAt(lastEnd)) || packedGapEnd(lastEnd, size) != start) runStart = start;
  if (end - runStart >= (digits > 0 ? 12 : 16)) {
    const after = packedGapEnd(end, size);
    if (after == end || after == size || !isWordByte(byteAt(after)))
      if (mayPack(runStart, end, size)) emit(7, runStart, end);
  }
  lastStart = start;
  lastEnd = end;
  lastFlags = flags;
  lastDigits = digits;
}

function number(start: u32): void {
  const end = digitsEnd(start, size, fewestDigits);
  if (end < 0) {
    numbersTo = <u32>(-end - 1);
    return;
  }
  // `AB 12 34 56 C`
  const isLed = lastDigits == 0 && start - lastEnd == 1 && byteAt(lastEnd) == 32 && lastEnd - lastStart <= 4;
  emit(5, isLed ? lastStart : start, <u32>end);
}
