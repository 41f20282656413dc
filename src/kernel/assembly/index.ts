// The structural index and the hash, in AssemblyScript with WASM SIMD.
// In: bytes in linear memory. Out: positions of the bytes that structure SQL values outside
// single-quoted strings, positions of every `@`, and 64-bit hashes. It never allocates and never
// looks at anything but the bytes it is given. Method of the index: simdjson (Langdale and Lemire,
// "Parsing gigabytes of JSON per second"), with prefix-xor by shifts, as WASM has no carry-less product.

export { beginCsv, indexCsv, csvMarks, csvRows, csvAts } from './csv';

export { indexLines, lineAts } from './lines';

export {
  jsonBegin,
  jsonTable,
  jsonObject,
  jsonArray,
  jsonValue,
  jsonEnd,
  jsonCount,
  jsonNewColumns,
  jsonAts,
} from './json';

// Carried from one call of `indexBlock` to the next.
let insideString: u64 = 0; // all ones while a string is open
let escapeCarry: u64 = 0; // 1 when the last byte was a backslash that escapes the next one
let backslashEscapes: bool = true;

let structuralCount: u32 = 0;
let atCount: u32 = 0;

export function begin(withBackslashEscapes: bool): void {
  insideString = 0;
  escapeCarry = 0;
  backslashEscapes = withBackslashEscapes;
}

export function structurals(): u32 {
  return structuralCount;
}

export function ats(): u32 {
  return atCount;
}

// Bits of a byte's class, found with two 16-entry tables (low nibble AND high nibble).
const QUOTE: i32 = 1; // '
const BACKSLASH: i32 = 2;
const AT: i32 = 4; // @
const SEPARATOR: i32 = 8 | 32; // ( ) ,  and  ;
const ODDITY: i32 = 16 | 64; // " # - /  and  `

// @ts-ignore: decorator
@inline
function classOf(bytes: v128): v128 {
  const low = i8x16(64 | 4, 0, 16, 16, 0, 0, 0, 1, 8, 8, 0, 32, 8 | 2, 16, 0, 16);
  const high = i8x16(0, 0, 1 | 8 | 16, 32, 4, 2, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  return v128.and(
    i8x16.swizzle(low, v128.and(bytes, i8x16.splat(15))),
    i8x16.swizzle(high, i8x16.shr_u(bytes, 4)),
  );
}

// @ts-ignore: decorator
@inline
function maskOf(c0: v128, c1: v128, c2: v128, c3: v128, bits: i32): u64 {
  const wanted = i8x16.splat(<i8>bits);
  const zero = i8x16.splat(0);
  const m0 = <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(c0, wanted), zero)));
  const m1 = <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(c1, wanted), zero)));
  const m2 = <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(c2, wanted), zero)));
  const m3 = <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(c3, wanted), zero)));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}

/** Bits of the bytes that a backslash before them escapes (simdjson's odd-sequence rule). */
// @ts-ignore: decorator
@inline
function escapedBy(backslash: u64): u64 {
  if (backslash == 0) {
    const escaped = escapeCarry;
    escapeCarry = 0;
    return escaped;
  }
  backslash &= ~escapeCarry;
  const followsEscape = (backslash << 1) | escapeCarry;
  const evenBits: u64 = 0x5555555555555555;
  const oddStarts = backslash & ~evenBits & ~followsEscape;
  const sum = oddStarts + backslash;
  const overflow: u64 = sum < oddStarts ? 1 : 0;
  escapeCarry = overflow;
  const invert = sum << 1;
  return (evenBits ^ invert) & followsEscape;
}

// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/**
 * Indexes `length` bytes at `input`, writing positions relative to `origin`. The last step may read
 * up to 63 bytes past the end. Only a last block may have a length that is no multiple of 64.
 */
export function indexBlock(
  input: usize,
  length: u32,
  origin: usize,
  structuralOut: usize,
  atOut: usize,
): void {
  let out = structuralOut;
  let atsOut = atOut;
  const end = input + length;
  for (let p = input; p < end; p += 64) {
    const c0 = classOf(v128.load(p));
    const c1 = classOf(v128.load(p, 16));
    const c2 = classOf(v128.load(p, 32));
    const c3 = classOf(v128.load(p, 48));
    const left = <u32>(end - p);
    const valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    let quotes = maskOf(c0, c1, c2, c3, QUOTE) & valid;
    if (backslashEscapes) {
      const backslash = maskOf(c0, c1, c2, c3, BACKSLASH) & valid;
      if (backslash | escapeCarry) quotes &= ~escapedBy(backslash);
    }
    const inside = prefixXor(quotes) ^ insideString;
    insideString = <u64>((<i64>inside) >> 63);
    let marks = maskOf(c0, c1, c2, c3, SEPARATOR) & ~inside & valid;
    const oddities = maskOf(c0, c1, c2, c3, ODDITY) & ~inside & valid;
    if (oddities) marks |= realOddities(oddities, p, end);
    const position = <u32>(p - origin);
    while (marks) {
      store<u32>(out, position + <u32>ctz(marks));
      out += 4;
      marks &= marks - 1;
    }
    let at = maskOf(c0, c1, c2, c3, AT) & valid;
    while (at) {
      store<u32>(atsOut, position + <u32>ctz(at));
      atsOut += 4;
      at &= at - 1;
    }
  }
  structuralCount = <u32>((out - structuralOut) >> 2);
  atCount = <u32>((atsOut - atOut) >> 2);
}

/** Of `"`, backtick, `#`, `-` and `/` keeps those that can open something: `--`, `/*` and the first three. */
function realOddities(bits: u64, p: usize, end: usize): u64 {
  let kept: u64 = 0;
  while (bits) {
    const bit = ctz(bits);
    const at = p + <usize>bit;
    const byte = load<u8>(at);
    const next: u8 = at + 1 < end ? load<u8>(at + 1) : 0x2d;
    if (
      (byte != 0x2d && byte != 0x2f) ||
      (byte == 0x2d && next == 0x2d) ||
      (byte == 0x2f && (next == 0x2a || at + 1 == end))
    ) {
      kept |= (<u64>1) << bit;
    }
    bits &= bits - 1;
  }
  return kept;
}

const PRIME1: u64 = 0x9e3779b185ebca87;
const PRIME2: u64 = 0xc2b2ae3d27d4eb4f;
let seed: u64 = 0;

export function seedHash(low: u32, high: u32): void {
  seed = (<u64>low) | ((<u64>high) << 32);
}

// @ts-ignore: decorator
@inline
function mix(hash: u64, word: u64): u64 {
  return rotl(hash ^ (word * PRIME2), 31) * PRIME1;
}

/** Keyed 64-bit hash of `length` bytes at `input`, written at `out`; never zero, which stands for "no value". */
export function hashTo(input: usize, length: u32, out: usize): void {
  let hash = seed ^ (<u64>length * PRIME1);
  let p = input;
  let left = length;
  while (left >= 8) {
    hash = mix(hash, load<u64>(p));
    p += 8;
    left -= 8;
  }
  if (left) {
    let word: u64 = 0;
    for (let i: u32 = 0; i < left; i++) word |= (<u64>load<u8>(p + i)) << (i * 8);
    hash = mix(hash, word);
  }
  hash ^= hash >> 33;
  hash *= PRIME2;
  hash ^= hash >> 29;
  hash *= PRIME1;
  hash ^= hash >> 32;
  store<u64>(out, hash == 0 ? 1 : hash);
}
