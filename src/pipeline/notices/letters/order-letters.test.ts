import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderLetters } from './order-letters.ts';

const countries = ['FR', null, 'DE'];
const letters = fc.array(fc.record({ variant: fc.integer({ min: 3, max: 7 }), place: fc.nat({ max: 2 }) }));

test('every letter that can be printed is in one slice, of one country and number of sheets, by its text', () => {
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 9 }), (all, most) => {
      const sheetsOf = (variant: number) => (variant === 5 ? null : 1 + (variant % 2));
      const slices = [
        ...orderLetters(
          {
            sends: Float64Array.from(all, (_, i) => 100 + i),
            variants: Float64Array.from(all, ({ variant }) => variant),
            places: Uint16Array.from(all, ({ place }) => place),
            countries,
          },
          sheetsOf,
          most,
        ),
      ];
      const printed = all.flatMap(({ variant }, i) => (variant === 5 ? [] : [100 + i]));
      expect(slices.flatMap(({ sends }) => sends).toSorted((a, b) => a - b)).toEqual(printed);
      for (const { country, sends } of slices) {
        const of = sends.map((send) => all[send - 100]!);
        expect(sends.length).toBeLessThanOrEqual(most);
        expect(of.every(({ place }) => countries[place] === country)).toBe(true);
        expect(new Set(of.map(({ variant }) => sheetsOf(variant))).size).toBe(1);
        expect(of.map(({ variant }) => variant)).toEqual(
          of.map(({ variant }) => variant).toSorted((a, b) => a - b),
        );
      }
    }),
  );
});
