import { describe, expect, it } from 'vitest';
import { type LevelChances, householdChances, strangerChances } from './agreement-model.ts';
import { comparedFields, fieldIndex, fieldStep, rarityRange } from './comparison.ts';
import { estimateWeights, isClearlyDifferent } from './estimate-weights.ts';
import { sequence } from './made-up-registrations.fixture.ts';

/** Chances that differ from what is believed at first, for pairs that are one person. */
const truth: Record<string, readonly number[]> = {
  last: [0.2, 0.12, 0.68],
  first: [0, 0.03, 0, 0.12, 0.85],
  birth: [0.03, 0.12, 0.85],
  sex: [0.02, 0.98],
  phone: [0.6, 0.4],
  place: [0.5, 0.2, 0.3],
};
const strangers = strangerChances(comparedFields.map(({ levels }) => new Float64Array(levels.length)));
/** Of 4096 values that are equally common, one agrees by chance in 2^12. */
const rarity = 12;

/** Cells of pairs drawn from the model itself: so many of one person, of one household, and strangers. */
function simulate(seed: number, persons: number, households: number, others: number) {
  const random = sequence(seed);
  const counts = new Map<number, number>();
  const draw = (
    chances: (field: number) => readonly number[] | Float64Array,
    byValue: (field: number) => number,
  ) => {
    let pattern = 0;
    let rare = 0;
    comparedFields.forEach(({ name, levels, isRare }, field) => {
      if (truth[name] === undefined) return;
      let left = random();
      let level = 1;
      const of = chances(field);
      const last = levels.length - 1;
      const same = isRare ? byValue(field) : 0;
      if (isRare && same > 0)
        level = left < same ? last : 1 + Math.floor(((left - same) / (1 - same)) * 1e-9);
      if (!isRare || same === 0 || level !== last)
        for (level = 1, left = random(); level < last && left >= of[level]!; level++) left -= of[level]!;
      if (isRare && level === last) rare += rarity;
      pattern += level * fieldStep[field]!;
    });
    const cell = pattern * rarityRange + Math.min(rare, rarityRange - 1);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  };
  const one = (field: number) => [1, ...truth[comparedFields[field]!.name]!];
  for (let i = 0; i < persons; i++) draw(one, () => 0);
  for (let i = 0; i < households; i++)
    draw(
      (field) => householdChances[field]!,
      () => 0,
    );
  const apart: LevelChances = strangers.map((chances, field) => {
    if (!comparedFields[field]!.isRare) return chances;
    const known = chances.slice(1, -1).reduce((sum, chance) => sum + chance, 0);
    return chances.map((chance, level) =>
      level === chances.length - 1 ? 0 : level === 0 ? 1 : chance / known,
    );
  });
  for (let i = 0; i < others; i++)
    draw(
      (field) => apart[field]!,
      () => 2 ** -rarity,
    );
  const cells = [...counts].sort(([a], [b]) => a - b);
  return {
    cells: Float64Array.from(cells, ([cell]) => cell),
    counts: Float64Array.from(cells, ([, count]) => count),
  };
}

describe('expectation maximisation', () => {
  const persons = 4000;
  const households = 6000;
  const others = 400_000;
  const population = { groups: 100_000, pairs: persons + households + others, strangers };
  const counted = simulate(3, persons, households, others);
  const weights = estimateWeights(counted, population);

  it.each(Object.keys(truth))('finds how often %s agrees in one person', (name) => {
    const estimated = weights.person[fieldIndex[name as keyof typeof fieldIndex]]!;
    truth[name]!.forEach((chance, level) =>
      expect(Math.abs(estimated[level + 1]! - chance)).toBeLessThan(0.03),
    );
  });

  it('finds how many pairs are one person', () => {
    expect(Math.abs(weights.personShare * population.pairs - persons) / persons).toBeLessThan(0.05);
  });

  it('chances add up to what there is', () => {
    let sum = 0;
    counted.cells.forEach((cell, i) => (sum += counted.counts[i]! * weights.posterior(cell)));
    expect(Math.abs(sum - persons) / persons).toBeLessThan(0.05);
  });

  it('agreement on a rare name says more', () => {
    const names = (3 * fieldStep[fieldIndex.last]! + 4 * fieldStep[fieldIndex.first]!) * rarityRange;
    expect(weights.posterior(names + 30)).toBeGreaterThan(weights.posterior(names + 12));
  });

  it('the same cells in another order give the same', () => {
    const order = [...counted.cells.keys()].reverse();
    const turned = {
      cells: Float64Array.from(order, (i) => counted.cells[i]!),
      counts: Float64Array.from(order, (i) => counted.counts[i]!),
    };
    expect(estimateWeights(turned, population).personShare).toBeCloseTo(weights.personShare, 10);
  });

  it('without a pair it keeps to what is believed', () => {
    const none = estimateWeights({ cells: new Float64Array(0), counts: new Float64Array(0) }, population);
    expect(none.person[fieldIndex.first]![5]).toBeCloseTo(0.934, 5);
    expect(none.posterior(0)).toBeLessThan(0.001);
  });
});

describe('altogether different first names', () => {
  const cell = (first: number, mailName: number, number: number) =>
    (first * fieldStep[fieldIndex.first]! +
      mailName * fieldStep[fieldIndex.mailName]! +
      number * fieldStep[fieldIndex.number]!) *
    rarityRange;

  it('are different people, unless a number or the name before the @ says otherwise', () => {
    expect(isClearlyDifferent(cell(1, 0, 0))).toBe(true);
    expect(isClearlyDifferent(cell(1, 0, 2))).toBe(true);
    expect(isClearlyDifferent(cell(1, 2, 0))).toBe(false);
    expect(isClearlyDifferent(cell(1, 0, 3))).toBe(false);
    expect(isClearlyDifferent(cell(2, 0, 0))).toBe(false);
    expect(isClearlyDifferent(cell(0, 0, 0))).toBe(false);
  });
});
