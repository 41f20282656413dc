import { expect, test } from 'vitest';
import { createFailureLimit } from './create-failure-limit.ts';

test('failures are counted by name, in a window that begins with the first', () => {
  let at = 0;
  const limit = createFailureLimit({ windowMs: 60_000, most: 100, clock: () => at });
  expect(limit.failed('a')).toBe(0);
  expect([limit.fail('a'), limit.fail('a'), limit.fail('b')]).toEqual([1, 2, 1]);
  at = 59_999;
  expect([limit.failed('a'), limit.secondsLeft('a')]).toEqual([2, 1]);
  at = 60_000;
  expect(limit.failed('a')).toBe(0);
  expect(limit.fail('a')).toBe(1);
  expect(limit.secondsLeft('a')).toBe(60);
});

test('no more is kept than fits: the oldest window is forgotten first', () => {
  const limit = createFailureLimit({ windowMs: 1000, most: 3, names: 2, clock: () => 0 });
  for (const name of ['a', 'b', 'c']) limit.fail(name);
  expect(['a', 'b', 'c'].map((name) => limit.failed(name))).toEqual([0, 1, 1]);
  for (let i = 0; i < 10; i++) limit.fail('c');
  expect(limit.failed('c')).toBe(4);
});
