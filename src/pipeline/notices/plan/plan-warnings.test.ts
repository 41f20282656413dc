import { expect, test } from 'vitest';
import type { PlannedNotices } from './plan-types.ts';
import { planWarnings } from './plan-warnings.ts';

test.each([
  [1, '1 person is reached by nothing: the substitute notice is needed'],
  [2, '2 people are reached by nothing: the substitute notice is needed'],
])('of %s who is reached by nothing it speaks as people do', (unreachable, sentence) => {
  const plan = { variants: [], unreachable, postage: { letters: 0 } } as unknown as PlannedNotices;
  expect(planWarnings(plan, [], { controllers: {} })).toEqual([sentence]);
});
