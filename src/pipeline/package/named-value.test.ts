import { expect, test } from 'vitest';
import type { ValidatorName } from '../../recognise/index.ts';
import { createIdentifierHasher } from '../identifier-hasher.ts';
import { createNamedValue } from './named-value.ts';

const seed = [3, 5] as const;
const named = createNamedValue(seed);
const hash = createIdentifierHasher(seed);

function foundIn(sort: ValidatorName, text: string, listed: string): string | null {
  const [low, high] = hash(sort, listed)!;
  return named(sort, text, (...words) => words[0] === low && words[1] === high);
}

test.each<[sort: ValidatorName, text: string, listed: string, found: string | null]>([
  ['email', 'ada@example.org', 'Ada@example.org', 'ada@example.org'],
  ['email', 'Ada Example <ada@example.org>', 'ada@example.org', 'ada@example.org'],
  ['email', 'other@example.org', 'ada@example.org', null],
  ['nir', '1 85 05 78 006 084 91', '185057800608491', '1 85 05 78 006 084 91'],
  ['phone', '+33 6 39 98 12 34', '0639981234', '+33 6 39 98 12 34'],
  ['phone', '06 39 98 12 34 (Ada)', '0639981234', '639981234'],
  ['username', ' ada_e ', 'ada_e', 'ada_e'],
])('of a row, only what the list holds too is taken: %s in %j', (sort, text, listed, found) => {
  expect(foundIn(sort, text, listed)).toBe(found);
});
