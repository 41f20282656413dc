import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchedBy } from './directory-tokens.ts';
import { day, type Identifier, matched, peopleOf, type Row, tokensOf } from './made-up-tokens.fixture.ts';
import { matchRows } from './match-rows.ts';
import { mostFitting } from './row-sets.ts';

test('a row is his who has all its keys', async () => {
  const { person, by } = await matched(
    [{ nir: 7, name: 3, born: day }],
    [
      ['nir', 7, 4],
      ['nameAndBirth', 3, 4],
      ['nameAndBirth', 3, 5],
    ],
  );
  expect(person[0]).toBe(4);
  expect(by[0]).toBe(matchedBy.number | matchedBy.name);
});

test('a row that fits several people is nobody’s, and it is told how many they are', async () => {
  const { person, several } = await matched(
    [{ name: 3, born: day }],
    [
      ['nameAndBirth', 3, 4],
      ['nameAndBirth', 3, 5],
    ],
  );
  expect(person[0]).toBe(-1);
  expect(several).toEqual(new Map([[0, 2]]));
});

test('a number that says A beside a name that says B decides nothing', async () => {
  const { person, atOdds } = await matched(
    [{ nir: 7, name: 3, born: day }],
    [
      ['nir', 7, 4],
      ['nameAndBirth', 3, 5],
    ],
  );
  expect(person[0]).toBe(-1);
  expect(atOdds).toEqual([0]);
});

test('a namesake with another number is not taken for the person', async () => {
  const identifiers: Identifier[] = [
    ['nir', 7, 4],
    ['nameAndBirth', 3, 4],
    ['nameAndBirth', 9, 5],
  ];
  const { person, atOdds } = await matched(
    [
      { nir: 8, name: 3, born: day },
      { nir: 8, name: 9, born: day },
      { name: 3, born: day },
    ],
    identifiers,
  );
  expect([...person]).toEqual([-1, 5, 4]);
  expect(atOdds).toEqual([0]);
});

test('an address shared by a couple is not his who was born on another day', async () => {
  const identifiers: Identifier[] = [
    ['email', 2, 4],
    ['nameAndBirth', 3, 4],
  ];
  const rows: Row[] = [{ email: 2, born: day + 1, name: 8 }, { email: 2, born: day, name: 8 }, { email: 2 }];
  expect([...(await matched(rows, identifiers)).person]).toEqual([-1, 4, 4]);
});

test('a number mistyped as another’s is not his who was born on another day', async () => {
  const identifiers: Identifier[] = [
    ['nir', 7, 4],
    ['nameAndBirth', 3, 4],
  ];
  const rows: Row[] = [
    { nir: 7, name: 8, born: day + 1 },
    { nir: 7, name: 8, born: day },
  ];
  expect([...(await matched(rows, identifiers)).person]).toEqual([-1, 4]);
});

test('variants of a name count only where the name as it is written is nobody’s', async () => {
  const identifiers: Identifier[] = [
    ['nameAndBirth', 3, 4],
    ['nameAndBirth', 5, 6],
  ];
  const rows: Row[] = [
    { name: 3, variants: [5], born: day },
    { name: 8, variants: [5], born: day },
  ];
  const { person, by } = await matched(rows, identifiers);
  expect([...person]).toEqual([4, 6]);
  expect([...by]).toEqual([matchedBy.name, matchedBy.nameVariant]);
});

test('an identifier of a crowd decides nothing, and costs no more than a few people', async () => {
  const crowd = Array.from({ length: 5000 }, (_, person): Identifier => ['email', 2, person]);
  const rows = Array.from({ length: 5000 }, (): Row => ({ email: 2 }));
  const { person, several } = await matchRows(
    tokensOf([...rows, { email: 2, nir: 1 }]),
    peopleOf([...crowd, ['nir', 1, 9]], 5000),
  );
  expect(person.filter((owner) => owner >= 0)).toEqual(Int32Array.of(9));
  expect(several.get(0)).toBe(mostFitting + 1);
});

test('people of another controller are not there', async () => {
  const people = peopleOf([
    ['nir', 7, 4],
    ['nir', 8, 5],
  ]);
  people.isAmong = (person) => person === 5;
  expect([...(await matchRows(tokensOf([{ nir: 7 }, { nir: 8 }]), people)).person]).toEqual([-1, 5]);
});

/** The rules once more, over sets, without any care for speed. */
function naive(rows: readonly Row[], identifiers: readonly Identifier[], born: (person: number) => number) {
  const withHash = (sort: string, hashes: (number | undefined)[], row: Row): number[] =>
    identifiers.flatMap(([of, hash, person]) =>
      of === sort && hashes.includes(hash) && (sort !== 'nameAndBirth' || born(person) === row.born)
        ? [person]
        : [],
    );
  const has = (sort: string, person: number) =>
    identifiers.some(([of, , owner]) => of === sort && owner === person);
  return rows.map((row) => {
    const written = withHash('nameAndBirth', row.born === undefined ? [] : [row.name], row);
    const variants = withHash('nameAndBirth', row.born === undefined ? [] : (row.variants ?? []), row);
    const sets = [
      withHash('nir', [row.nir], row),
      withHash('email', [row.email], row),
      written.length > 0 ? written : variants,
    ].map((set) => [...new Set(set)]);
    const speaking = sets.filter((set) => set.length > 0 && set.length <= mostFitting);
    if (speaking.length === 0) return sets.some((set) => set.length > 0) ? 'several' : 'nobody';
    let fitting = speaking.reduce((all, set) => all.filter((person) => set.includes(person)));
    if (row.nir !== undefined && (sets[0]!.length === 0 || sets[0]!.length > mostFitting))
      fitting = fitting.filter((person) => !has('nir', person));
    const isDecided = sets[2]!.length > 0 && sets[2]!.length <= mostFitting;
    if (row.born !== undefined && !isDecided)
      fitting = fitting.filter((person) => !has('nameAndBirth', person) || born(person) === row.born);
    return fitting.length === 0 ? 'at odds' : fitting.length === 1 ? fitting[0]! : 'several';
  });
}

const hash = fc.integer({ min: 1, max: 6 });
const maybe = fc.option(hash, { nil: undefined });
const anyRow: fc.Arbitrary<Row> = fc.record({
  nir: maybe,
  email: maybe,
  name: maybe,
  variants: fc.uniqueArray(hash, { maxLength: 2 }),
  born: fc.option(fc.constantFrom(day, day + 1), { nil: undefined }),
});
const anyIdentifier = fc.tuple(fc.constantFrom('nir', 'email', 'nameAndBirth'), hash, fc.nat(40));

test('matches are those of the rules, whatever rows and people there are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { maxLength: 30 }),
      fc.array(anyIdentifier, { maxLength: 120 }),
      async (rows, ids) => {
        const born = (person: number) => day + (person % 2);
        const { person, several, atOdds } = await matchRows(tokensOf(rows), peopleOf(ids, 41, born));
        const told = rows.map((_, row) =>
          person[row]! >= 0
            ? person[row]!
            : several.has(row)
              ? 'several'
              : atOdds.includes(row)
                ? 'at odds'
                : 'nobody',
        );
        expect(told).toEqual(naive(rows, ids, born));
      },
    ),
    { numRuns: 400 },
  );
});
