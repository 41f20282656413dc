// The structural index of delimited text, in AssemblyScript with WASM SIMD: where fields and rows end, and
// every `@`. In: bytes in linear memory, and which bytes delimit, quote and escape. Out: positions. It stops
// at the first quote that is not where quotes belong, as what lies inside and what outside is a guess from
// there on: an exact scan takes over.

let delimiter: u32 = 0; // up to four bytes, the first one lowest
let delimiterMask: u32 = 0;
let delimiterLength: u32 = 1;
let rowEnd: u32 = 0;
let rowEndMask: u32 = 0;
let rowEndLength: u32 = 0; // 0: line ends of any kind
let quote: i32 = -1;
let escape: i32 = -1;

// Carried from one call of `indexCsv` to the next.
let inside: u64 = 0; // all ones while a quoted value is open
let escapeCarry: u64 = 0; // 1 when the last byte escapes the next one
let mayOpen: u64 = 1; // 1 when a quote may come next: a field begins, or a quote just closed
let hasClosed: u64 = 0; // 1 when the last byte closed a quoted value
let markersEnd: usize = 0; // where the last delimiter of several bytes ended

let markCount: u32 = 0;
let rowCount: u32 = 0;
let atCount: u32 = 0;

export function beginCsv(
  delimiterBytes: u32,
  lengthOfDelimiter: u32,
  rowEndBytes: u32,
  lengthOfRowEnd: u32,
  quoteByte: i32,
  escapeByte: i32,
): void {
  delimiter = delimiterBytes;
  delimiterLength = lengthOfDelimiter;
  delimiterMask = maskOfLength(lengthOfDelimiter);
  rowEnd = rowEndBytes;
  rowEndLength = lengthOfRowEnd;
  rowEndMask = maskOfLength(lengthOfRowEnd);
  quote = quoteByte;
  escape = escapeByte;
  inside = 0;
  escapeCarry = 0;
  mayOpen = 1;
  hasClosed = 0;
  markersEnd = 0;
}

export function csvMarks(): u32 {
  return markCount;
}

export function csvRows(): u32 {
  return rowCount;
}

export function csvAts(): u32 {
  return atCount;
}

// @ts-ignore: decorator
@inline
function maskOfLength(length: u32): u32 {
  return length >= 4 ? u32.MAX_VALUE : ((<u32>1) << (length * 8)) - 1;
}

// @ts-ignore: decorator
@inline
function bitsOf(b0: v128, b1: v128, b2: v128, b3: v128, wanted: v128): u64 {
  const m0 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b0, wanted)));
  const m1 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b1, wanted)));
  const m2 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b2, wanted)));
  const m3 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b3, wanted)));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}

/** As `bitsOf`, for bytes that most steps hold none of. */
// @ts-ignore: decorator
@inline
function rareBitsOf(b0: v128, b1: v128, b2: v128, b3: v128, wanted: v128): u64 {
  const e0 = i8x16.eq(b0, wanted);
  const e1 = i8x16.eq(b1, wanted);
  const e2 = i8x16.eq(b2, wanted);
  const e3 = i8x16.eq(b3, wanted);
  if (!v128.any_true(v128.or(v128.or(e0, e1), v128.or(e2, e3)))) return 0;
  const m0 = <u64>(<u32>i8x16.bitmask(e0));
  const m1 = <u64>(<u32>i8x16.bitmask(e1));
  const m2 = <u64>(<u32>i8x16.bitmask(e2));
  const m3 = <u64>(<u32>i8x16.bitmask(e3));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}

// @ts-ignore: decorator
@inline
function prefixXorOf(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

/** Bits of the bytes that an escape before them takes the meaning off (simdjson's odd-sequence rule). */
// @ts-ignore: decorator
@inline
function escapedBits(escapes: u64): u64 {
  if (escapes == 0) {
    const escaped = escapeCarry;
    escapeCarry = 0;
    return escaped;
  }
  escapes &= ~escapeCarry;
  const followsEscape = (escapes << 1) | escapeCarry;
  const evenBits: u64 = 0x5555555555555555;
  const oddStarts = escapes & ~evenBits & ~followsEscape;
  const sum = oddStarts + escapes;
  escapeCarry = sum < oddStarts ? 1 : 0;
  return (evenBits ^ (sum << 1)) & followsEscape;
}

/**
 * Indexes `length` bytes at `input`. Ends of fields and rows go to `markOut`, the number of each mark that
 * ends a row, counted from `firstMark`, to `rowOut`, every `@` to `atOut`; all relative to `origin`.
 * Returns how far it came: the whole length, or the first quote that is out of place. Four entries past
 * the last mark may be overwritten. Up to 67 bytes past the end may be read: those right after it tell a
 * carriage return from half a line end, and complete a delimiter.
 */
export function indexCsv(
  input: usize,
  length: u32,
  origin: usize,
  markOut: usize,
  firstMark: u32,
  rowOut: usize,
  atOut: usize,
): u32 {
  if (delimiterLength != 1 || rowEndLength != 0) {
    return indexLongMarks(input, length, origin, markOut, firstMark, rowOut, atOut);
  }
  const delimiters = i8x16.splat(<i8>delimiter);
  const newlines = i8x16.splat(0x0a);
  const returns = i8x16.splat(0x0d);
  const signs = i8x16.splat(0x40);
  const quotesWanted = i8x16.splat(<i8>quote);
  const escapesWanted = i8x16.splat(<i8>escape);
  const hasQuotes = quote >= 0;
  const hasEscapes = escape >= 0;
  let out = markOut;
  let rowsOut = rowOut;
  let atsOut = atOut;
  let reached = length;
  const end = input + length;
  for (let p = input; p < end; p += 64) {
    const b0 = v128.load(p);
    const b1 = v128.load(p, 16);
    const b2 = v128.load(p, 32);
    const b3 = v128.load(p, 48);
    const left = <u32>(end - p);
    let valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    let ends = bitsOf(b0, b1, b2, b3, delimiters) & valid;
    const newlineBits = bitsOf(b0, b1, b2, b3, newlines);
    let lines = newlineBits & valid;
    const carriageReturns = rareBitsOf(b0, b1, b2, b3, returns) & valid;
    let lineBytes = lines;
    if (carriageReturns) {
      lineBytes |= carriageReturns;
      const nextNewline = (newlineBits >> 1) | ((<u64>(load<u8>(p, 64) == 0x0a)) << 63);
      lines |= carriageReturns & ~nextNewline;
    }
    let escaped: u64 = 0;
    if (hasEscapes) {
      const escapes = rareBitsOf(b0, b1, b2, b3, escapesWanted) & valid;
      if (escapes | escapeCarry) {
        escaped = escapedBits(escapes);
        ends &= ~escaped;
        lines &= ~escaped;
        lineBytes &= ~escaped;
      }
    }
    let stop = false;
    if (hasQuotes) {
      const quotes = rareBitsOf(b0, b1, b2, b3, quotesWanted) & valid & ~escaped;
      if (quotes | inside | hasClosed) {
        const within = prefixXorOf(quotes) ^ inside;
        const openers = quotes & within;
        const closers = quotes & ~within;
        const places = ((ends | lineBytes | closers) << 1) | mayOpen;
        const after = ((closers << 1) | hasClosed) & valid;
        const odd = (openers & ~places) | (after & ~(ends | lineBytes | quotes));
        if (odd) {
          const bit = <u32>ctz(odd);
          valid &= ((<u64>1) << bit) - 1;
          reached = <u32>(p - input) + bit;
          stop = true;
        }
        inside = <u64>((<i64>within) >> 63);
        hasClosed = closers >> 63;
        ends &= ~within;
        lines &= ~within;
        mayOpen = (ends | (lineBytes & ~within) | closers) >> 63;
      } else {
        mayOpen = (ends | lineBytes) >> 63;
      }
    }
    const position = <u32>(p - origin);
    const marks = (ends | lines) & valid;
    lines &= valid;
    const number = firstMark + <u32>((out - markOut) >> 2);
    while (lines) {
      store<u32>(rowsOut, number + <u32>popcnt(marks & (lines ^ (lines - 1))) - 1);
      rowsOut += 4;
      lines &= lines - 1;
    }
    const last = out + (<usize>popcnt(marks) << 2);
    let rest = marks;
    while (rest) {
      store<u32>(out, position + <u32>ctz(rest));
      rest &= rest - 1;
      store<u32>(out, position + <u32>ctz(rest), 4);
      rest &= rest - 1;
      store<u32>(out, position + <u32>ctz(rest), 8);
      rest &= rest - 1;
      store<u32>(out, position + <u32>ctz(rest), 12);
      rest &= rest - 1;
      out += 16;
    }
    out = last;
    let at = rareBitsOf(b0, b1, b2, b3, signs) & valid;
    while (at) {
      store<u32>(atsOut, position + <u32>ctz(at));
      atsOut += 4;
      at &= at - 1;
    }
    if (stop) break;
  }
  markCount = <u32>((out - markOut) >> 2);
  rowCount = <u32>((rowsOut - rowOut) >> 2);
  atCount = <u32>((atsOut - atOut) >> 2);
  return reached;
}

/** For delimiters or row ends of several bytes: the first byte is looked for, the rest compared. Any quote or escape is out of place. */
function indexLongMarks(
  input: usize,
  length: u32,
  origin: usize,
  markOut: usize,
  firstMark: u32,
  rowOut: usize,
  atOut: usize,
): u32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const newlines = i8x16.splat(rowEndLength == 0 ? 0x0a : <i8>rowEnd);
  const returns = i8x16.splat(rowEndLength == 0 ? 0x0d : <i8>rowEnd);
  const signs = i8x16.splat(0x40);
  const quotesWanted = i8x16.splat(<i8>quote);
  const escapesWanted = i8x16.splat(<i8>escape);
  let out = markOut;
  let rowsOut = rowOut;
  let atsOut = atOut;
  let reached = length;
  const end = input + length;
  for (let p = input; p < end; p += 64) {
    const b0 = v128.load(p);
    const b1 = v128.load(p, 16);
    const b2 = v128.load(p, 32);
    const b3 = v128.load(p, 48);
    const left = <u32>(end - p);
    let valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    let odd: u64 = 0;
    if (quote >= 0) odd |= rareBitsOf(b0, b1, b2, b3, quotesWanted);
    if (escape >= 0) odd |= rareBitsOf(b0, b1, b2, b3, escapesWanted);
    odd &= valid;
    if (odd) {
      const bit = <u32>ctz(odd);
      valid &= ((<u64>1) << bit) - 1;
      reached = <u32>(p - input) + bit;
    }
    let candidates =
      (bitsOf(b0, b1, b2, b3, delimiters) |
        bitsOf(b0, b1, b2, b3, newlines) |
        rareBitsOf(b0, b1, b2, b3, returns)) &
      valid;
    while (candidates) {
      const at = p + <usize>ctz(candidates);
      candidates &= candidates - 1;
      if (at < markersEnd) continue;
      const next = load<u32>(at);
      let isRow = false;
      if ((next & delimiterMask) == delimiter) {
        markersEnd = at + delimiterLength;
      } else if (rowEndLength == 0) {
        const byte = <u8>next;
        isRow = byte == 0x0a || (byte == 0x0d && <u8>(next >> 8) != 0x0a);
        if (!isRow) continue;
      } else {
        if ((next & rowEndMask) != rowEnd) continue;
        isRow = true;
        markersEnd = at + rowEndLength;
      }
      if (isRow) {
        store<u32>(rowsOut, firstMark + <u32>((out - markOut) >> 2));
        rowsOut += 4;
      }
      store<u32>(out, <u32>(at - origin));
      out += 4;
    }
    let at = rareBitsOf(b0, b1, b2, b3, signs) & valid;
    while (at) {
      store<u32>(atsOut, <u32>(p - origin) + <u32>ctz(at));
      atsOut += 4;
      at &= at - 1;
    }
    if (odd) break;
  }
  markCount = <u32>((out - markOut) >> 2);
  rowCount = <u32>((rowsOut - rowOut) >> 2);
  atCount = <u32>((atsOut - atOut) >> 2);
  return reached;
}
