import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdentifierOwners, nobodys, severals } from './identifier-owners.ts';

const few = fc.tuple(fc.nat(40), fc.nat(3), fc.nat(6), fc.boolean());

it('an identifier is whose alone it was added for, nobody’s, or several people’s', () => {
  fc.assert(
    fc.property(fc.array(few, { maxLength: 5000 }), (adds) => {
      const owners = new IdentifierOwners(1);
      const expected = new Map<string, number>();
      for (const [low, high, person, isShare] of adds) {
        const key = `${low} ${high}`;
        const before = expected.get(key);
        if (isShare) owners.share(low, high, person);
        else owners.add(low, high, person);
        if (before === undefined) {
          if (!isShare) expected.set(key, person);
        } else if (before !== person) expected.set(key, severals);
      }
      for (let low = 0; low <= 40; low++) {
        for (let high = 0; high <= 3; high++)
          expect(owners.of(low, high)).toBe(expected.get(`${low} ${high}`) ?? nobodys);
      }
    }),
  );
});

it('growing loses nobody', () => {
  const owners = new IdentifierOwners(1);
  for (let i = 0; i < 20_000; i++) owners.add(Math.imul(i, 0x9e3779b1) >>> 0, i, i);
  for (let i = 0; i < 20_000; i++) expect(owners.of(Math.imul(i, 0x9e3779b1) >>> 0, i)).toBe(i);
});
