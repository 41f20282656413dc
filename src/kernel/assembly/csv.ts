// The structural index of delimited text, in AssemblyScript with WASM SIMD: where fields and rows end, and
// every `@`. In: bytes in linear memory, and which bytes delimit, quote and escape. Out: positions. It stops
// at the first quote that is not where quotes belong, as what lies inside and what outside is a guess from
// there on: an exact scan takes over.

import { bitsOf, prefixXorOf, rareBitsOf } from './csv-bits';
import { setCounts } from './csv-counts';
import { delimiter, delimiterLength, escape, quote, rowEndLength, setDialect } from './csv-dialect';
import { beginEscapes, escapeCarry, escapedBits } from './csv-escapes';
import { beginLongMarks, indexLongMarks } from './csv-long-marks';

export { csvMarks, csvRows, csvAts } from './csv-counts';

// Carried from one call of `indexCsv` to the next.
let inside: u64 = 0; // all ones while a quoted value is open
let mayOpen: u64 = 1; // 1 when a quote may come next: a field begins, or a quote just closed
let hasClosed: u64 = 0; // 1 when the last byte closed a quoted value

export function beginCsv(
  delimiterBytes: u32,
  lengthOfDelimiter: u32,
  rowEndBytes: u32,
  lengthOfRowEnd: u32,
  quoteByte: i32,
  escapeByte: i32,
): void {
  setDialect(delimiterBytes, lengthOfDelimiter, rowEndBytes, lengthOfRowEnd, quoteByte, escapeByte);
  inside = 0;
  mayOpen = 1;
  hasClosed = 0;
  beginEscapes();
  beginLongMarks();
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
  setCounts(out - markOut, rowsOut - rowOut, atsOut - atOut);
  return reached;
}
