// Which of 64 bytes are a wanted one, as bits of one word, and what follows from such words. In: four vectors
// of bytes, the first byte lowest. Out: words of bits. It keeps no state.

// @ts-ignore: decorator
@inline
export function bitsOf(b0: v128, b1: v128, b2: v128, b3: v128, wanted: v128): u64 {
  const m0 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b0, wanted)));
  const m1 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b1, wanted)));
  const m2 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b2, wanted)));
  const m3 = <u64>(<u32>i8x16.bitmask(i8x16.eq(b3, wanted)));
  return m0 | (m1 << 16) | (m2 << 32) | (m3 << 48);
}

/** As `bitsOf`, for bytes that most steps hold none of. */
// @ts-ignore: decorator
@inline
export function rareBitsOf(b0: v128, b1: v128, b2: v128, b3: v128, wanted: v128): u64 {
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
export function prefixXorOf(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}
