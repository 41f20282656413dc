import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dammDigit } from './damm.ts';
import { createReferenceCode, parseReferenceCode, shownReferenceCode } from './reference-code.ts';

test.each([
  // https://en.wikipedia.org/wiki/Damm_algorithm
  ['572', 4],
  ['5724', 0],
  // https://rosettacode.org/wiki/Damm_algorithm
  ['112946', 0],
])('the check digit of %s is %i', (digits, check) => {
  expect(dammDigit(digits)).toBe(check);
});

const codes = fc.integer({ min: 0, max: 10 ** 12 - 1 }).map((number) => createReferenceCode(() => number));

test('a code is read again as a letter has it, and however it is grouped', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^\d{13}$/u);
      expect(shownReferenceCode(code)).toMatch(/^\d{4} \d{4} \d{4} \d$/u);
      for (const typed of [code, shownReferenceCode(code), ` ${code.slice(0, 6)}-${code.slice(6)}\n`])
        expect(parseReferenceCode(typed)).toBe(code);
    }),
  );
});

test('every wrong digit, and every two neighbours in the wrong order, is found', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 12 }), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = [...code];
      wrong[at] = String((Number(wrong[at]) + by) % 10);
      expect(parseReferenceCode(wrong.join(''))).toBeNull();
      const other = Math.min(at, 11);
      const swapped = [...code];
      [swapped[other], swapped[other + 1]] = [swapped[other + 1]!, swapped[other]!];
      const isSame = swapped.join('') === code;
      expect(parseReferenceCode(swapped.join(''))).toBe(isSame ? code : null);
    }),
  );
});

test.each(['', '123456789012', '12345678901234', 'abcdefghijklm', '1'.repeat(1000)])(
  '%j is no code',
  (typed) => {
    expect(parseReferenceCode(typed)).toBeNull();
  },
);
