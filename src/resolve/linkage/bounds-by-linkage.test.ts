import { describe, expect, it } from 'vitest';
import { boundsByLinkage } from './bounds-by-linkage.ts';
import { emptyFeatures, type LinkageFeatures } from './features.ts';
import {
  makeUpRegistrations,
  type RegistrationOptions,
  sequence,
  shuffle,
} from './made-up-registrations.fixture.ts';
import { soundOf } from './name-sound.ts';

const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1);

function judged(options: RegistrationOptions) {
  const { features, groups, groupCount, people } = makeUpRegistrations(options);
  return { ...boundsByLinkage(features, groups), groupCount, people };
}

const dirtLevels: [string, Omit<RegistrationOptions, 'seed' | 'people'>][] = [
  ['clean rows', { errors: 0, married: 0, badNumbers: 0.01 }],
  ['default dirt', {}],
  ['heavy dirt', { errors: 0.2, married: 0.3, badNumbers: 0.08 }],
];

describe.each(dirtLevels)('registers with numbers, %s', (_, dirt) => {
  const runs = seeds.map((seed) => judged({ seed, people: 2000, ...dirt }));

  it('the truth lies within the bounds for every seed', () => {
    expect(runs.filter(({ groupCount, couldBeFewer, people }) => groupCount - couldBeFewer > people)).toEqual(
      [],
    );
    expect(runs.filter(({ groupCount, people }) => people > groupCount)).toEqual([]);
  });

  it('the interval is at most 2 % wide', () => {
    expect(Math.max(...runs.map(({ couldBeFewer, people }) => couldBeFewer / people))).toBeLessThanOrEqual(
      0.02,
    );
  });
});

describe('registers without numbers', () => {
  const shapes: [string, NonNullable<RegistrationOptions['has']>][] = [
    ['birth date', ['birth']],
    ['birth date, telephone and address', ['birth', 'phone', 'address', 'sex']],
    ['telephone and address', ['phone', 'address']],
  ];
  it.each(shapes)('the truth lies within the bounds for every seed: %s', (_, has) => {
    const outside = seeds.slice(0, 15).filter((seed) => {
      const run = judged({
        seed,
        people: 2000,
        badNumbers: -1,
        has,
      });
      return run.groupCount - run.couldBeFewer > run.people;
    });
    expect(outside).toEqual([]);
  });

  it('people of whom nobody is registered twice stay as many, but for a few in a hundred', () => {
    for (const seed of seeds.slice(0, 10)) {
      const run = judged({ seed, people: 2000, badNumbers: -1, twice: 0, twins: 0.05 });
      expect(run.couldBeFewer / run.people).toBeLessThan(0.015);
    }
  });
});

interface Row {
  first: string;
  last: string;
  other?: string;
  birth?: number;
  phone?: number;
  id?: number;
}

function print(text: string): number {
  return (
    [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>>
      0 || 1
  );
}

function lay(rows: Row[]): LinkageFeatures {
  const sound = (name: string) => soundOf(Buffer.from(name), 0, name.length);
  return {
    ...emptyFeatures(rows.length),
    last: Uint32Array.from(rows, ({ last }) => print(last)),
    lastSound: Uint16Array.from(rows, ({ last }) => sound(last)),
    otherLast: Uint32Array.from(rows, ({ other }) => (other === undefined ? 0 : print(other))),
    otherSound: Uint16Array.from(rows, ({ other }) => (other === undefined ? 0 : sound(other))),
    first: Uint32Array.from(rows, ({ first }) => print(first)),
    firstSound: Uint16Array.from(rows, ({ first }) => sound(first)),
    birth: Uint32Array.from(rows, ({ birth }) => birth ?? 0),
    phone: Uint32Array.from(rows, ({ phone }) => phone ?? 0),
    identifier: Uint32Array.from(rows, ({ id }) => id ?? 0),
  };
}

/** Each row a group of its own, after a crowd of strangers that shows what is common. */
function among(rows: Row[]): ReturnType<typeof boundsByLinkage> {
  const random = sequence(9);
  const syllables = 'ba co di fa go li mu ne po ra su ti vo za'.split(' ');
  const word = (count: number) =>
    Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  const crowd = Array.from({ length: 1500 }, (): Row => ({
    first: word(2),
    last: `${word(3)}n`,
    birth:
      (1940 + Math.floor(random() * 60)) * 10_000 +
      (1 + Math.floor(random() * 12)) * 100 +
      1 +
      Math.floor(random() * 28),
    phone: 1 + Math.floor(random() * 2 ** 30),
  }));
  const all = [...crowd, ...rows];
  return boundsByLinkage(lay(all), Int32Array.from(all.keys()));
}

const nobody = among([]);

describe('two rows', () => {
  const jeanne: Row = { first: 'jeanne', last: 'quellmont', birth: 19710315 };

  it.each<[string, Row]>([
    ['the same again', jeanne],
    ['a typing error in the last name', { ...jeanne, last: 'quelmont' }],
    ['another last name by marriage', { ...jeanne, last: 'farrowby' }],
    ['day and month changed places', { ...jeanne, birth: 19710315, first: 'jeane' }],
    ['a year mistyped', { ...jeanne, birth: 19720315 }],
    ['the name at birth beside the one in use', { ...jeanne, last: 'farrowby', other: 'quellmont' }],
    ['first and last name in the other column', { ...jeanne, first: 'quellmont', last: 'jeanne' }],
  ])('may be one person: %s', (_, again) => {
    expect(among([jeanne, again]).couldBeFewer).toBeGreaterThan(nobody.couldBeFewer);
  });

  it.each<[string, Row[]]>([
    ['twins', [jeanne, { ...jeanne, first: 'sophie' }]],
    ['people of one name, of different age', [jeanne, { ...jeanne, birth: 19480922 }]],
    [
      'people who share a telephone',
      [
        { ...jeanne, phone: 77 },
        { first: 'bruno', last: 'quellmont', birth: 19690101, phone: 77 },
      ],
    ],
  ])('are different people: %s', (_, rows) => {
    expect(among(rows).pairs).toBe(nobody.pairs);
  });
});

describe('numbers', () => {
  const marie: Row = { first: 'marie', last: 'aldermoor', birth: 19800512 };

  it('two different ones are two people, whatever else agrees', () => {
    expect(
      among([
        { ...marie, id: 11 },
        { ...marie, id: 12 },
      ]).couldBeFewer,
    ).toBe(nobody.couldBeFewer);
  });

  it('a row without one joins one of them, not both', () => {
    const { couldBeFewer } = among([{ ...marie, id: 11 }, marie, { ...marie, id: 12 }, marie]);
    const { couldBeFewer: withOne } = among([{ ...marie, id: 11 }, marie, marie]);
    expect(couldBeFewer).toBe(withOne);
  });
});

describe('what is doubted for another reason', () => {
  it('counts, and not twice', () => {
    const rows: Row[] = [
      { first: 'anna', last: 'birchmere', birth: 19660102 },
      { first: 'anna', last: 'birchmere', birth: 19660102 },
      { first: 'oskar', last: 'coldwick' },
    ];
    const features = lay(rows);
    const groups = Int32Array.of(0, 1, 2);
    const alone = boundsByLinkage(features, groups).couldBeFewer;
    expect(boundsByLinkage(features, groups, [[0, 1]]).couldBeFewer).toBeLessThanOrEqual(Math.max(alone, 2));
    expect(boundsByLinkage(emptyFeatures(3), groups, [[0, 2]]).couldBeFewer).toBe(1);
  });
});

describe('the same rows in another order', () => {
  it.each([{}, { badNumbers: -1 }, { badNumbers: -1, has: ['phone', 'address'] as const }])(
    'give the same: %o',
    (shape) => {
      const { features, groups } = makeUpRegistrations({ seed: 5, people: 1500, ...shape });
      const order = [...groups.keys()];
      shuffle(order, sequence(77));
      const placeOf = new Map(order.map((row, place) => [row, place]));
      const shuffled = Object.fromEntries(
        Object.entries(features).map(([name, column]) => [
          name,
          typeof column === 'object' && column !== null
            ? column.map((_: number, place: number) => column[order[place]!]!)
            : column,
        ]),
      ) as unknown as LinkageFeatures;
      const firstOf = new Map<number, number>();
      const regrouped = Int32Array.from(order, (row, place) => {
        const group = groups[row]!;
        if (!firstOf.has(group)) firstOf.set(group, place);
        return firstOf.get(group)!;
      });
      expect(placeOf.size).toBe(groups.length);
      expect(boundsByLinkage(shuffled, regrouped)).toEqual(boundsByLinkage(features, groups));
    },
  );
});

describe('rows made to be compared for ever', () => {
  const rows = 60_000;
  const alike = (ids: boolean): LinkageFeatures => ({
    ...emptyFeatures(rows),
    last: new Uint32Array(rows).fill(7),
    lastSound: new Uint16Array(rows).fill(7 << 11),
    first: new Uint32Array(rows).fill(9),
    firstSound: new Uint16Array(rows).fill(9 << 11),
    birth: new Uint32Array(rows).fill(19700101),
    identifier: ids ? Uint32Array.from({ length: rows }, (_, row) => (row % 2 === 0 ? row + 1 : 0)) : null,
  });
  const each = Int32Array.from({ length: rows }, (_, row) => row);

  it('the same name and date everywhere: nobody is compared, and all may be one', () => {
    const { couldBeFewer, pairs, skippedBlocks } = boundsByLinkage(alike(false), each);
    expect(pairs).toBe(0);
    expect(skippedBlocks).toBeGreaterThan(0);
    expect(couldBeFewer).toBe(rows - 1);
  });

  it('numbers of their own keep people apart there too', () => {
    expect(boundsByLinkage(alike(true), each).couldBeFewer).toBe(rows / 2);
  });

  it('nothing at all is nobody', () => {
    expect(boundsByLinkage(emptyFeatures(0), new Int32Array(0))).toEqual({
      couldBeFewer: 0,
      pairs: 0,
      skippedBlocks: 0,
    });
    expect(boundsByLinkage(alike(false), new Int32Array(rows).fill(-1)).couldBeFewer).toBe(0);
  });
});
