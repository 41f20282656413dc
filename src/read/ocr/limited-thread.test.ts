import { afterEach, expect, test } from 'vitest';
import { createLimitedThread } from './limited-thread.ts';

const thread = createLimitedThread(new URL('./slow-thread.fixture.ts', import.meta.url));
afterEach(() => thread.end());

test('calls are answered in turn by one thread', async () => {
  const answers = await Promise.all(['a', 'b', 'c'].map((request) => thread.call(request, 5000)));
  expect(answers).toEqual(['a', 'b', 'c']);
});

test.each([
  ['hang', 'slow'],
  ['fail', 'crashed'],
  ['end', 'crashed'],
])('when it does %s the call is lost (%s), and the next one has another thread', async (request, reason) => {
  await thread.call('warm', 5000);
  const before = thread.generation;
  await expect(thread.call(request, 300)).rejects.toMatchObject({ name: 'ThreadLost', reason });
  expect(await thread.call('next', 5000)).toBe('next');
  expect(thread.generation).toBe(before + 1);
});

test('ending it while it works loses the call', async () => {
  await thread.call('warm', 5000);
  const working = thread.call('hang', 60_000).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await thread.end();
  expect(await working).toMatchObject({ reason: 'crashed' });
});
