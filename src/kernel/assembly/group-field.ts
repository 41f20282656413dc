// The field of 2^255 - 19 for the private look-up, in AssemblyScript with relaxed WASM SIMD: two elements at once, of five
// limbs of 51 bits with a sign, as doubles. In: limbs below 2^51, one factor below 2^52. Out: limbs of 50 bits and a little.
// A product is split by two fused multiplications: `hi` is rounded to a multiple of 2^51, `lo` is what is left, and the
// bits of both doubles are added as integers. Exact only where a multiplication is fused: whoever loads this tries it.
// Source: N. Emmart, F. Zheng, C. Weems, "Faster modular exponentiation using double precision floating point", 2018.

/** 1.5 * 2^103 and 1.5 * 2^52: doubles whose last bit stands for 2^51, and for 1. */
const HI: f64 = 1.5 * 10141204801825835211973625643008.0;
const LO: f64 = 6755399441055744.0;
const HI_BITS: i64 = 0x4668000000000000;
const LO_BITS: i64 = 0x4338000000000000;
const MASK: i64 = 0x7ffffffffffff;
/** Keeps columns above zero and rounds them; taken away again with the limbs. */
const BIAS: i64 = (1 << 62) + (1 << 50);

// @ts-ignore: decorator
@inline
function hiOf(a: v128, b: v128): v128 {
  return f64x2.relaxed_madd(a, b, f64x2.splat(HI));
}

// @ts-ignore: decorator
@inline
function loOf(a: v128, b: v128, hi: v128): v128 {
  return f64x2.relaxed_madd(a, b, f64x2.sub(f64x2.splat(HI + LO), hi));
}

/** A column that takes so many `lo` and `hi`: minus the bits that stand for nothing. */
// @ts-ignore: decorator
@inline
function column(lo: i64, hi: i64, bias: i64): v128 {
  return i64x2.splat(bias - lo * LO_BITS - hi * HI_BITS);
}

// @ts-ignore: decorator
@inline
function nineteen(a: v128): v128 {
  return i64x2.add(i64x2.add(i64x2.shl(a, 4), i64x2.shl(a, 1)), a);
}

/** What is carried comes in, the bias goes out, and the integer becomes a double. */
// @ts-ignore: decorator
@inline
function limb(column: v128, carried: v128, times: i64): v128 {
  const back = LO_BITS - (1 << 50) - times * (1 << 11);
  const sum = i64x2.add(i64x2.add(v128.and(column, i64x2.splat(MASK)), carried), i64x2.splat(back));
  return f64x2.sub(sum, f64x2.splat(LO));
}


export function multiply(out: usize, a: usize, b: usize): void {
  const a0 = v128.load(a, 0);
  const a1 = v128.load(a, 16);
  const a2 = v128.load(a, 32);
  const a3 = v128.load(a, 48);
  const a4 = v128.load(a, 64);
  const b0 = v128.load(b, 0);
  const b1 = v128.load(b, 16);
  const b2 = v128.load(b, 32);
  const b3 = v128.load(b, 48);
  const b4 = v128.load(b, 64);
  let c0 = column(1, 0, BIAS);
  let c1 = column(2, 1, BIAS);
  let c2 = column(3, 2, BIAS);
  let c3 = column(4, 3, BIAS);
  let c4 = column(5, 4, BIAS);
  let c5 = column(4, 5, 0);
  let c6 = column(3, 4, 0);
  let c7 = column(2, 3, 0);
  let c8 = column(1, 2, 0);
  let c9 = column(0, 1, 0);
  let h: v128;
  h = hiOf(a0, b0);
  c0 = i64x2.add(c0, loOf(a0, b0, h));
  c1 = i64x2.add(c1, h);
  h = hiOf(a0, b1);
  c1 = i64x2.add(c1, loOf(a0, b1, h));
  c2 = i64x2.add(c2, h);
  h = hiOf(a0, b2);
  c2 = i64x2.add(c2, loOf(a0, b2, h));
  c3 = i64x2.add(c3, h);
  h = hiOf(a0, b3);
  c3 = i64x2.add(c3, loOf(a0, b3, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(a0, b4);
  c4 = i64x2.add(c4, loOf(a0, b4, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a1, b0);
  c1 = i64x2.add(c1, loOf(a1, b0, h));
  c2 = i64x2.add(c2, h);
  h = hiOf(a1, b1);
  c2 = i64x2.add(c2, loOf(a1, b1, h));
  c3 = i64x2.add(c3, h);
  h = hiOf(a1, b2);
  c3 = i64x2.add(c3, loOf(a1, b2, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(a1, b3);
  c4 = i64x2.add(c4, loOf(a1, b3, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a1, b4);
  c5 = i64x2.add(c5, loOf(a1, b4, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(a2, b0);
  c2 = i64x2.add(c2, loOf(a2, b0, h));
  c3 = i64x2.add(c3, h);
  h = hiOf(a2, b1);
  c3 = i64x2.add(c3, loOf(a2, b1, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(a2, b2);
  c4 = i64x2.add(c4, loOf(a2, b2, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a2, b3);
  c5 = i64x2.add(c5, loOf(a2, b3, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(a2, b4);
  c6 = i64x2.add(c6, loOf(a2, b4, h));
  c7 = i64x2.add(c7, h);
  h = hiOf(a3, b0);
  c3 = i64x2.add(c3, loOf(a3, b0, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(a3, b1);
  c4 = i64x2.add(c4, loOf(a3, b1, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a3, b2);
  c5 = i64x2.add(c5, loOf(a3, b2, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(a3, b3);
  c6 = i64x2.add(c6, loOf(a3, b3, h));
  c7 = i64x2.add(c7, h);
  h = hiOf(a3, b4);
  c7 = i64x2.add(c7, loOf(a3, b4, h));
  c8 = i64x2.add(c8, h);
  h = hiOf(a4, b0);
  c4 = i64x2.add(c4, loOf(a4, b0, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a4, b1);
  c5 = i64x2.add(c5, loOf(a4, b1, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(a4, b2);
  c6 = i64x2.add(c6, loOf(a4, b2, h));
  c7 = i64x2.add(c7, h);
  h = hiOf(a4, b3);
  c7 = i64x2.add(c7, loOf(a4, b3, h));
  c8 = i64x2.add(c8, h);
  h = hiOf(a4, b4);
  c8 = i64x2.add(c8, loOf(a4, b4, h));
  c9 = i64x2.add(c9, h);
  c0 = i64x2.add(c0, nineteen(c5));
  c1 = i64x2.add(c1, nineteen(c6));
  c2 = i64x2.add(c2, nineteen(c7));
  c3 = i64x2.add(c3, nineteen(c8));
  c4 = i64x2.add(c4, nineteen(c9));
  v128.store(out, limb(c0, nineteen(i64x2.shr_u(c4, 51)), 19));
  v128.store(out, limb(c1, i64x2.shr_u(c0, 51), 1), 16);
  v128.store(out, limb(c2, i64x2.shr_u(c1, 51), 1), 32);
  v128.store(out, limb(c3, i64x2.shr_u(c2, 51), 1), 48);
  v128.store(out, limb(c4, i64x2.shr_u(c3, 51), 1), 64);
}

/** Its limbs are below 2^50.5: products of two that differ count twice. */
export function square(out: usize, a: usize): void {
  const a0 = v128.load(a, 0);
  const a1 = v128.load(a, 16);
  const a2 = v128.load(a, 32);
  const a3 = v128.load(a, 48);
  const a4 = v128.load(a, 64);
  const d0 = f64x2.add(a0, a0);
  const d1 = f64x2.add(a1, a1);
  const d2 = f64x2.add(a2, a2);
  const d3 = f64x2.add(a3, a3);
  let c0 = column(1, 0, BIAS);
  let c1 = column(1, 1, BIAS);
  let c2 = column(2, 1, BIAS);
  let c3 = column(2, 2, BIAS);
  let c4 = column(3, 2, BIAS);
  let c5 = column(2, 3, 0);
  let c6 = column(2, 2, 0);
  let c7 = column(1, 2, 0);
  let c8 = column(1, 1, 0);
  let c9 = column(0, 1, 0);
  let h: v128;
  h = hiOf(a0, a0);
  c0 = i64x2.add(c0, loOf(a0, a0, h));
  c1 = i64x2.add(c1, h);
  h = hiOf(d0, a1);
  c1 = i64x2.add(c1, loOf(d0, a1, h));
  c2 = i64x2.add(c2, h);
  h = hiOf(d0, a2);
  c2 = i64x2.add(c2, loOf(d0, a2, h));
  c3 = i64x2.add(c3, h);
  h = hiOf(d0, a3);
  c3 = i64x2.add(c3, loOf(d0, a3, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(d0, a4);
  c4 = i64x2.add(c4, loOf(d0, a4, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(a1, a1);
  c2 = i64x2.add(c2, loOf(a1, a1, h));
  c3 = i64x2.add(c3, h);
  h = hiOf(d1, a2);
  c3 = i64x2.add(c3, loOf(d1, a2, h));
  c4 = i64x2.add(c4, h);
  h = hiOf(d1, a3);
  c4 = i64x2.add(c4, loOf(d1, a3, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(d1, a4);
  c5 = i64x2.add(c5, loOf(d1, a4, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(a2, a2);
  c4 = i64x2.add(c4, loOf(a2, a2, h));
  c5 = i64x2.add(c5, h);
  h = hiOf(d2, a3);
  c5 = i64x2.add(c5, loOf(d2, a3, h));
  c6 = i64x2.add(c6, h);
  h = hiOf(d2, a4);
  c6 = i64x2.add(c6, loOf(d2, a4, h));
  c7 = i64x2.add(c7, h);
  h = hiOf(a3, a3);
  c6 = i64x2.add(c6, loOf(a3, a3, h));
  c7 = i64x2.add(c7, h);
  h = hiOf(d3, a4);
  c7 = i64x2.add(c7, loOf(d3, a4, h));
  c8 = i64x2.add(c8, h);
  h = hiOf(a4, a4);
  c8 = i64x2.add(c8, loOf(a4, a4, h));
  c9 = i64x2.add(c9, h);
  c0 = i64x2.add(c0, nineteen(c5));
  c1 = i64x2.add(c1, nineteen(c6));
  c2 = i64x2.add(c2, nineteen(c7));
  c3 = i64x2.add(c3, nineteen(c8));
  c4 = i64x2.add(c4, nineteen(c9));
  v128.store(out, limb(c0, nineteen(i64x2.shr_u(c4, 51)), 19));
  v128.store(out, limb(c1, i64x2.shr_u(c0, 51), 1), 16);
  v128.store(out, limb(c2, i64x2.shr_u(c1, 51), 1), 32);
  v128.store(out, limb(c3, i64x2.shr_u(c2, 51), 1), 48);
  v128.store(out, limb(c4, i64x2.shr_u(c3, 51), 1), 64);
}
