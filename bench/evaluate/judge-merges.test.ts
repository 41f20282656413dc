import { expect, it } from 'vitest';
import { examinedOf, leakOf } from './examined.fixture.ts';
import { judgeMerges } from './judge-merges.ts';

const held = (...identifiers: string[]) => ({ identifiers, classes: [] });
const none = { wrongMerges: 0, missedMerges: 0, notFound: 0, loose: 0, firstWrong: [] };

it('people found as they were planted are no error', () => {
  const leak = leakOf([{ identifiers: ['email:a', 'phone?:1'] }, { identifiers: ['email:b'] }]);
  const { merges, ourOf } = judgeMerges(leak, examinedOf([held('email:b'), held('email:a', 'phone:1')]));
  expect(merges).toEqual(none);
  expect([...ourOf]).toEqual([1, 0]);
});

it('two planted people in one of ours are a wrong merge, whatever tells them apart', () => {
  const leak = leakOf([{ identifiers: ['email:a'] }, { identifiers: ['email:b', 'phone?:2'] }]);
  expect(judgeMerges(leak, examinedOf([held('email:a', 'email:b')])).merges.wrongMerges).toBe(1);
  expect(judgeMerges(leak, examinedOf([held('email:a', 'phone:2'), held('email:b')])).merges).toEqual({
    ...none,
    wrongMerges: 1,
    firstWrong: [{ planted: [0, 1], sort: 'phone' }],
  });
});

it('a row of another under his name is a wrong merge', () => {
  const leak = leakOf([
    { identifiers: ['nir:a'] },
    { identifiers: ['nir:b'], names: ['Ada'], hasLooseRow: true },
  ]);
  const ours = [held('nir:a', 'nameAndBirth:Ada'), held('nir:b')];
  expect(judgeMerges(leak, examinedOf(ours)).merges.wrongMerges).toBe(1);
});

it('what two planted people share accuses nobody', () => {
  const leak = leakOf([
    { identifiers: ['email:a', 'phone?:1'], names: ['Ada'], hasLooseRow: true },
    { identifiers: ['email:b', 'phone?:1'], names: ['Ada'] },
  ]);
  const ours = [held('email:a', 'phone:1'), held('email:b', 'phone:1', 'nameAndBirth:Ada')];
  expect(judgeMerges(leak, examinedOf(ours)).merges).toEqual(none);
});

it('one planted person under one certain identifier as two of ours is a missed merge', () => {
  const leak = leakOf([{ identifiers: ['email:a'] }]);
  const { merges, ourOf } = judgeMerges(leak, examinedOf([held('email:a'), held('email:a')]));
  expect(merges).toEqual({ ...none, missedMerges: 1 });
  expect(ourOf[0]).toBeLessThan(0);
});

it('a row that only a name links may be a person of its own', () => {
  const leak = leakOf([{ identifiers: ['nir:a'], names: ['Ada'], hasLooseRow: true }]);
  const ours = [held('nir:a'), held('nameAndBirth:Ada')];
  expect(judgeMerges(leak, examinedOf(ours)).merges).toEqual({ ...none, loose: 1 });
});

it('whose identifier is nowhere was not found', () => {
  const leak = leakOf([{ identifiers: ['email:a'] }, { identifiers: ['phone?:1'] }]);
  expect(judgeMerges(leak, examinedOf([held('email:z')])).merges).toEqual({ ...none, notFound: 1 });
});
