import { expect, test } from 'vitest';
import { sayOnce } from './say-once.ts';

test('the same line is said once a minute, others at once', () => {
  let now = 0;
  const said: string[] = [];
  const say = sayOnce(
    (line) => void said.push(line),
    () => now,
  );
  for (const line of ['a', 'a', 'b', 'a']) say(line);
  now = 59_000;
  say('a');
  expect(said).toEqual(['a', 'b']);
  now = 60_000;
  say('a');
  expect(said).toEqual(['a', 'b', 'a']);
});
