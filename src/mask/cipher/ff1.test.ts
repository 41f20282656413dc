import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFf1 } from './ff1.ts';

const key128 = '2b7e151628aed2a6abf7158809cf4f3c';
const key192 = `${key128}ef4359d8d580aa4f`;
const key256 = `${key192}7f036d6f04fc6a94`;
const noTweak = '';
const tweak10 = '39383736353433323130';
const tweak11 = '3737373770717273373737';
const numerals = '0123456789abcdefghi';

/** NIST, Cryptographic Standards and Guidelines, FF1 samples. */
const samples = [
  [1, key128, noTweak, 10, '0123456789', '2433477484'],
  [2, key128, tweak10, 10, '0123456789', '6124200773'],
  [3, key128, tweak11, 36, numerals, 'a9tv40mll9kdu509eum'],
  [4, key192, noTweak, 10, '0123456789', '2830668132'],
  [5, key192, tweak10, 10, '0123456789', '2496655549'],
  [6, key192, tweak11, 36, numerals, 'xbj3kv35jrawxv32ysr'],
  [7, key256, noTweak, 10, '0123456789', '6657667009'],
  [8, key256, tweak10, 10, '0123456789', '1001623463'],
  [9, key256, tweak11, 36, numerals, 'xs8a0azh2avyalyzuwd'],
] as const;

const digitsOf = (text: string): Uint8Array => Uint8Array.from(text, (digit) => Number.parseInt(digit, 36));
const textOf = (digits: Uint8Array): string => [...digits].map((digit) => digit.toString(36)).join('');

describe('FF1 gives what the standard gives', () => {
  it.each(samples)('sample %i', (_, key, tweak, radix, plain, encrypted) => {
    const ff1 = createFf1(Buffer.from(key, 'hex'), radix);
    const digits = digitsOf(plain);
    ff1.encrypt(digits, digits.length, 1, Buffer.from(tweak, 'hex'));
    expect(textOf(digits)).toBe(encrypted);
    ff1.decrypt(digits, digits.length, 1, Buffer.from(tweak, 'hex'));
    expect(textOf(digits)).toBe(plain);
  });
});

const radixes = [2, 10, 26, 36, 256];
const numbers = fc.constantFrom(...radixes).chain((radix) => {
  const least = Math.ceil(Math.log(1_000_000) / Math.log(radix));
  return fc.record({
    radix: fc.constant(radix),
    length: fc.integer({ min: least, max: least + 40 }),
    count: fc.integer({ min: 1, max: 5 }),
    tweakLength: fc.integer({ min: 0, max: 40 }),
    seed: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  });
});

describe('FF1', () => {
  it('decrypts what it encrypted, and numbers together become what each becomes alone', () => {
    fc.assert(
      fc.property(numbers, ({ radix, length, count, tweakLength, seed }) => {
        const ff1 = createFf1(seed.subarray(0, 32), radix);
        const digits = Uint8Array.from(
          { length: length * count },
          (_, at) => (seed[at % 64]! * (at + 1)) % radix,
        );
        const tweaks = Uint8Array.from({ length: tweakLength * count }, (_, at) => seed[(at * 7) % 64]! ^ at);
        const together = digits.slice();
        ff1.encrypt(together, length, count, tweaks, tweakLength);
        for (let index = 0; index < count; index++) {
          const alone = digits.slice(index * length, (index + 1) * length);
          ff1.encrypt(alone, length, 1, tweaks.slice(index * tweakLength, (index + 1) * tweakLength));
          expect(alone).toEqual(together.slice(index * length, (index + 1) * length));
        }
        expect(Math.max(...together)).toBeLessThan(radix);
        ff1.decrypt(together, length, count, tweaks, tweakLength);
        expect(together).toEqual(digits);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses domains in which it can be broken', () => {
    const ff1 = createFf1(new Uint8Array(16), 10);
    expect(() => ff1.encrypt(new Uint8Array(5), 5, 1, new Uint8Array(0))).toThrow(RangeError);
  });
});
