// Positions of line ends, of one separator and of every `@`, in AssemblyScript with WASM SIMD: for formats
// that quote nothing, such as the data of PostgreSQL's COPY. In: bytes. Out: positions. It keeps no state.

let lineAtCount: u32 = 0;

/** How many `@` the last `indexLines` found. */
export function lineAts(): u32 {
  return lineAtCount;
}

// @ts-ignore: decorator
@inline
function equalMask(b0: v128, b1: v128, b2: v128, b3: v128, wanted: v128): u64 {
  const m0 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b0, wanted)));
  const m1 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b1, wanted)));
  const m2 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b2, wanted)));
  const m3 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b3, wanted)));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}

// @ts-ignore: decorator
@inline
function storePositions(bits: u64, position: u32, out: usize): usize {
  while (bits) {
    store<u32>(out, position + <u32>ctz(bits));
    out += 4;
    bits &= bits - 1;
  }
  return out;
}

/** Returns how many positions of separators and line ends were written at `out`. May read 63 bytes past the end. */
export function indexLines(input: usize, length: u32, separator: u32, out: usize, atOut: usize): u32 {
  const separators = i8x16.splat(<i8>separator);
  const newlines = i8x16.splat(0x0a);
  const ats = i8x16.splat(0x40);
  const end = input + length;
  let next = out;
  let nextAt = atOut;
  for (let p = input; p < end; p += 64) {
    const b0 = v128.load(p);
    const b1 = v128.load(p, 16);
    const b2 = v128.load(p, 32);
    const b3 = v128.load(p, 48);
    const left = <u32>(end - p);
    const valid: u64 = left >= 64 ? u64.MAX_VALUE : ((<u64>1) << left) - 1;
    const marks = equalMask(b0, b1, b2, b3, separators) | equalMask(b0, b1, b2, b3, newlines);
    next = storePositions(marks & valid, <u32>p, next);
    nextAt = storePositions(equalMask(b0, b1, b2, b3, ats) & valid, <u32>p, nextAt);
  }
  lineAtCount = <u32>((nextAt - atOut) >> 2);
  return <u32>((next - out) >> 2);
}
