import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExposureSet } from '../../register/index.ts';
import { contentBytes, contentOf, vocabularyBits, vocabularyOf } from './vocabulary.ts';

const name = fc.constantFrom('Names', 'Passwords', 'Phone numbers', 'Genders');
const sets: fc.Arbitrary<ExposureSet[]> = fc.array(
  fc.record({
    classes: fc.uniqueArray(
      fc.record({ class: name, kinds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')) }),
      { selector: (each) => each.class },
    ),
    controllers: fc.uniqueArray(fc.constantFrom('One', 'Two')),
    flags: fc.uniqueArray(fc.constantFrom('minor', 'deceased')),
  }),
  { minLength: 1 },
);

test('the bits of each set say exactly what is in it, all in one length', () => {
  fc.assert(
    fc.property(sets, (given) => {
      const vocabulary = vocabularyOf(given);
      const bits = vocabularyBits(vocabulary);
      for (const set of given) {
        const content = contentOf(vocabulary, set);
        expect(content).toHaveLength(contentBytes(vocabulary));
        const has = (bit: number) => (content[bit >> 3]! & (1 << (bit & 7))) !== 0;
        const sorted = (list: readonly string[]) => list.toSorted();
        expect({
          classes: bits.classes
            .filter(({ bit }) => has(bit))
            .map(({ class: each, kinds }) => [
              each,
              kinds.filter(({ bit }) => has(bit)).map(({ kind }) => kind),
            ]),
          controllers: bits.controllers.filter(({ bit }) => has(bit)).map(({ controller }) => controller),
          flags: bits.flags.filter(({ bit }) => has(bit)).map(({ flag }) => flag),
        }).toEqual({
          classes: set.classes
            .map(({ class: each, kinds }) => [each, sorted(kinds)])
            .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
          controllers: sorted(set.controllers),
          flags: sorted(set.flags),
        });
      }
    }),
  );
});

test('the order in which sets come changes nothing', () => {
  fc.assert(
    fc.property(sets, (given) => {
      expect(vocabularyOf(given.toReversed())).toEqual(vocabularyOf(given));
    }),
  );
});

test('a vocabulary says whether the case was split, also where nobody is of any controller', () => {
  const set: ExposureSet = { classes: [], controllers: [], flags: [] };
  expect(vocabularyOf([set])).not.toHaveProperty('isSplit');
  expect(vocabularyOf([{ ...set, isSplit: true }])).toMatchObject({ isSplit: true, controllers: [] });
});
