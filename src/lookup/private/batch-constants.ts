// What the compiled group is told before it begins. In: a scalar. Out: the constants of RFC 9496, 4.1, as limbs, and the
// digits of half the scalar.

const prime = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

/** D, 2D, SQRT_M1, ONE_MINUS_D_SQ, D_MINUS_ONE_SQ, SQRT_AD_MINUS_ONE, INVSQRT_A_MINUS_D, 1. */
const constants: readonly bigint[] = [
  d,
  (2n * d) % prime,
  19681161376707505956807079304988542015446066515923890162744021073123829784752n,
  1159843021668779879193775521855586647937357759715417654439879720876111806838n,
  40440834346308536858101042469323190826248399146238708352240133220865137265952n,
  25063068953384623474111414158702152701244531502492656460079210482610430750235n,
  54469307008909316920995813868745141605393597292927456921205312896311721017578n,
  1n,
];

const limbBits = 51n;
const limbs = 5;
/** Of an element: two lanes of five doubles. */
const elementBytes = 80;

export function writeConstants(buffer: ArrayBuffer, offset: number): void {
  constants.forEach((constant, i) => {
    const element = new Float64Array(buffer, offset + i * elementBytes, 2 * limbs);
    let left = constant;
    for (let limb = 0; limb < limbs; limb++) {
      let value = BigInt.asUintN(Number(limbBits), left);
      left >>= limbBits;
      // with a sign, so that no limb is longer than 50 bits
      if (limb < limbs - 1 && value >= 1n << (limbBits - 1n)) {
        value -= 1n << limbBits;
        left += 1n;
      }
      element.fill(Number(value), 2 * limb, 2 * limb + 2);
    }
  });
}

const window = 32n;

/** Odd digits from -15 to 15 with zeros between them, lowest first, whose sum is half the scalar modulo the order. */
export function writeDigits(buffer: ArrayBuffer, offset: number, scalar: Uint8Array): void {
  const digits = new Int8Array(buffer, offset, 256).fill(0);
  const whole = BigInt(`0x${Buffer.from(scalar).reverse().toString('hex')}`);
  let left = whole % 2n === 0n ? whole / 2n : (whole + order) / 2n;
  for (let i = 0; left > 0n; i++, left >>= 1n) {
    if (left % 2n === 0n) continue;
    const rest = left % window;
    const digit = rest >= window / 2n ? rest - window : rest;
    digits[i] = Number(digit);
    left -= digit;
  }
}
