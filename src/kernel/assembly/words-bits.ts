// What sorts of bytes stand in a block of 64, in AssemblyScript with WASM SIMD: two tables, by the lower and the upper half of a
// byte, and what is in both. In: bytes. Out: one bit for each byte.

/** Letters 1 and 2, digits 4, beyond ASCII 128. */
export const wordSorts: i8 = <i8>0x87;
/** `@` and zero 8, backslash 16, `%` and `&` 32, `=` 64. */
export const signSorts: i8 = 0x78;
export const backslashSort: i8 = 16;

// @ts-ignore: decorator
@inline
export function sortsOf(v: v128): v128 {
  const lower = i8x16.swizzle(
    i8x16(-114, -121, -121, -121, -121, -89, -89, -121, -121, -121, -125, -127, -111, -63, -127, -127),
    v128.and(v, i8x16.splat(15)),
  );
  const upper = i8x16.swizzle(
    i8x16(8, 0, 32, 68, 9, 18, 1, 2, -128, -128, -128, -128, -128, -128, -128, -128),
    i8x16.shr_u(v, 4),
  );
  return v128.and(lower, upper);
}

// @ts-ignore: decorator
@inline
export function bitsOf(a: v128, b: v128, c: v128, d: v128, sorts: i8): u64 {
  return <u64>some(a, sorts) | (<u64>some(b, sorts) << 16) | (<u64>some(c, sorts) << 32) | (<u64>some(d, sorts) << 48);
}

// @ts-ignore: decorator
@inline
function some(v: v128, sorts: i8): u32 {
  return i8x16.bitmask(i8x16.ne(v128.and(v, i8x16.splat(sorts)), i8x16.splat(0)));
}
