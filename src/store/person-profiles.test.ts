import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layProfiles } from './person-profiles.ts';

test('the profile of a person says which patterns his rows had and how many rows each', () => {
  const exposures = fc.array(fc.tuple(fc.nat(40), fc.nat(6)), { maxLength: 400 });
  fc.assert(
    fc.property(exposures, (given) => {
      const kept = new Map<number, [number, number][]>();
      const source = {
        people: 41,
        forEachExposure: (visit: (person: number, pattern: number) => void) =>
          given.forEach(([person, pattern]) => visit(person, pattern)),
      };
      const profileOf = layProfiles(source, (profile, pattern, rows) => {
        const known = kept.get(profile) ?? [];
        kept.set(profile, known);
        known.push([pattern, rows]);
      });
      const perPerson = Map.groupBy(given, ([person]) => person);
      for (let person = 0; person < 41; person++) {
        const rows = Map.groupBy(perPerson.get(person) ?? [], ([, pattern]) => pattern);
        const expected = [...rows]
          .map(([pattern, all]) => [pattern, all.length])
          .toSorted((a, b) => a[0]! - b[0]!);
        expect(kept.get(profileOf[person]!) ?? []).toEqual(expected);
      }
      const texts = [...kept.values()].map((entry) => JSON.stringify(entry));
      expect(new Set(texts).size).toBe(texts.length);
    }),
  );
});
