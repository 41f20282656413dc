/*
 * The browser and the register write a number in the same form: two forms of one number would be a denial.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalForm } from '../../src/register/index.ts';
import { numberForm } from '../../src/web/private/browser/number-form.ts';
import { madeUpNir, madeUpPhone } from './planted-index.fixture.ts';

const gap = fc.constantFrom('', ' ', '.', '-', ' ', '  ', '/', 'x', '(');

/** Numbers as people write them, with gaps anywhere, and much that is none. */
const typed = fc.oneof(
  fc
    .tuple(
      fc.nat(100_000).chain((i) => fc.constantFrom(madeUpNir(i), madeUpNir(i).slice(0, 13), madeUpPhone(i))),
      fc.array(fc.tuple(fc.nat(20), gap), { maxLength: 4 }),
    )
    .map(([number, gaps]) =>
      gaps.reduce((text, [at, between]) => text.slice(0, at) + between + text.slice(at), number),
    ),
  fc.string({ unit: fc.constantFrom(...'0123456789AB +.()-/x;,éT'), maxLength: 30 }),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 1200 }),
);

test.each(['nir', 'phone'])('whatever is typed has one form in both: %s', (kind) => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(numberForm(kind, text)).toBe(normalForm(kind, text));
    }),
    { numRuns: 2000 },
  );
});

test('spellings of a number agree, and other kinds have no form here', () => {
  const nir = madeUpNir(77);
  expect(numberForm('nir', nir)).toBe(nir.slice(0, 13));
  expect(numberForm('nir', ` ${nir.slice(0, 1)} ${nir.slice(1, 3)} ${nir.slice(3)} `)).toBe(nir.slice(0, 13));
  expect(numberForm('phone', '06 39 98 00 77')).toBe(numberForm('phone', '+33 6.39.98.00.77'));
  expect(numberForm('email', 'someone@example.org')).toBeNull();
});
