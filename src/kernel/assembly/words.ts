// Goes through bytes word by word and tells what tables do not rule out, in AssemblyScript with WASM SIMD. In: bytes and
// tables in linear memory (layout: word-scan-layout.ts). Out: events of three words: sort, start, end. It never allocates
// and looks at nothing but the bytes it is given. The contract is in word-scan-code.ts.

import { digitsEnd, mayBeAddress, mayBeginWord, packedGapEnd } from './words-ahead';
import { foldWide } from './words-fold';
import {
  byteAt,
  eventsAt,
  flagsAt,
  foldedAt,
  inputAt,
  isHex,
  isJoint,
  isPackedJoint,
  isWordByte,
  mix,
  someFlagsAt,
  someFlagsBytes,
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
  for (let at: usize = 0; at < someFlagsBytes; at++) {
    let bits: u32 = 0;
    for (let bit: u32 = 0; bit < 8; bit++)
      if (load<u32>(flagsAt + ((at << 3) + bit) * 4) != 0) bits |= 1 << bit;
    store<u8>(someFlagsAt + at, <u8>bits);
  }
}

// @ts-ignore: decorator
@inline
function emit(sort: u32, start: u32, end: u32): void {
  store<u32>(out, sort);
  store<u32>(out, start, 4);
  store<u32>(out, end, 8);
  out += 12;
}

// @ts-ignore: decorator
@inline
function wordBits(v: v128): u32 {
  const letters = i8x16.lt_u(i8x16.sub(v128.or(v, i8x16.splat(32)), i8x16.splat(97)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(v, i8x16.splat(48)), i8x16.splat(10));
  const high = i8x16.lt_s(v, i8x16.splat(0));
  return i8x16.bitmask(v128.or(v128.or(letters, digits), high));
}

// @ts-ignore: decorator
@inline
function signBits(v: v128): u32 {
  const ats = v128.or(i8x16.eq(v, i8x16.splat(64)), i8x16.eq(v, i8x16.splat(92)));
  const signs = v128.or(i8x16.eq(v, i8x16.splat(37)), i8x16.eq(v, i8x16.splat(38)));
  const rest = v128.or(i8x16.eq(v, i8x16.splat(61)), i8x16.eq(v, i8x16.splat(0)));
  return i8x16.bitmask(v128.or(v128.or(ats, signs), rest));
}

/** Scans `length` bytes of the input; up to 63 behind them may be read. Returns how many events there are. */
export function scanWords(length: u32, isLast: bool): u32 {
  size = length;
  out = eventsAt;
  skipTo = numbersTo = runStart = lastStart = lastEnd = lastFlags = lastDigits = 0;
  let carry: u64 = 0;
  let start: u32 = 0;
  for (let p: u32 = 0; p < length; p += 64) {
    const a = v128.load(inputAt + p);
    const b = v128.load(inputAt + p, 16);
    const c = v128.load(inputAt + p, 32);
    const d = v128.load(inputAt + p, 48);
    const left = length - p;
    const valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    const words =
      (<u64>wordBits(a) | (<u64>wordBits(b) << 16) | (<u64>wordBits(c) << 32) | (<u64>wordBits(d) << 48)) & valid;
    const signs =
      (<u64>signBits(a) | (<u64>signBits(b) << 16) | (<u64>signBits(c) << 32) | (<u64>signBits(d) << 48)) & valid;
    const edges = words ^ ((words << 1) | carry);
    carry = words >> 63;
    let marks = edges | signs;
    while (marks) {
      const bit = ctz(marks);
      const at = p + <u32>bit;
      if ((edges >> bit) & 1) {
        if ((words >> bit) & 1) start = at;
        else if (at < length || isLast) word(start, at);
      }
      if ((signs >> bit) & 1) sign(at);
      marks &= marks - 1;
    }
  }
  if (carry && isLast) word(start, length);
  return <u32>((out - eventsAt) / 12);
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

function word(from: u32, end: u32): void {
  const start = from < skipTo ? skipTo : from;
  if (start >= end) return;
  let hash = seed;
  let high: u64 = 0;
  let digits: u32 = 0;
  for (let at = start; at < end; at += 8) {
    let chunk = load<u64>(inputAt + at);
    const left = end - at;
    if (left < 8) chunk &= ((<u64>1) << (left << 3)) - 1;
    high |= chunk;
    const present: u64 = left < 8 ? ((<u64>1) << (left << 3)) - 1 : u64.MAX_VALUE;
    digits += <u32>popcnt(~chunk & 0x4040404040404040 & present);
    hash = mix(hash, (chunk | 0x2020202020202020) & present);
  }
  if (high & 0x8080808080808080) mixed(start, end);
  else finish(start, end, hash, digits);
}

/** A run of bytes with some beyond ASCII: words, and maybe signs between them. */
function mixed(from: u32, end: u32): void {
  let start: u32 = from;
  let isOpen = false;
  let length: u32 = 0;
  let digits: u32 = 0;
  for (let at = from; at < end; ) {
    const byte = byteAt(at);
    if (byte < 128) {
      if (!isOpen) start = at;
      isOpen = true;
      if (byte < 58) digits++;
      store<u8>(foldedAt + length, <u8>(byte | 32));
      length++;
      at++;
      continue;
    }
    const packed = foldWide(at, end);
    const count = (packed >> 3) & 7;
    if (count == 0 && (packed & 64) == 0) {
      if (isOpen) finish(start, at, hashFolded(length), digits);
      isOpen = false;
      length = digits = 0;
    } else if (count > 0) {
      if (!isOpen) start = at;
      isOpen = true;
      for (let index: u32 = 0; index < count; index++)
        store<u8>(foldedAt + length + index, <u8>(packed >> (8 + 8 * index)));
      length += count;
    }
    at += packed & 7;
  }
  if (isOpen) finish(start, end, hashFolded(length), digits);
}

function hashFolded(length: u32): u32 {
  let hash = seed;
  for (let at: u32 = 0; at < length; at += 8) {
    const chunk = load<u64>(foldedAt + at);
    const left = length - at;
    hash = mix(hash, left < 8 ? chunk & (((<u64>1) << (left << 3)) - 1) : chunk);
  }
  return hash;
}

function finish(start: u32, end: u32, hash: u32, digits: u32): void {
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
  if (digits) {
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
    if (after == end || after == size || !isWordByte(byteAt(after))) emit(7, runStart, end);
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
