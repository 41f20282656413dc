import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gatherQuestions } from './gather-questions.ts';

/** Answers are the questions doubled, given when `release` is called for each query. */
function held(most: number) {
  const queries: { questions: readonly number[]; release: () => void; fail: (error: unknown) => void }[] = [];
  const ask = gatherQuestions(
    (questions: readonly number[]) =>
      new Promise<number[]>((resolve, reject) => {
        queries.push({
          questions,
          release: () => resolve(questions.map((question) => question * 2)),
          fail: reject,
        });
      }),
    { most },
  );
  return { ask, queries };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const sizes = (queries: { questions: readonly number[] }[]) =>
  queries.map(({ questions }) => questions.length);

test('the questions of one turn are one query, and each has its own answer', async () => {
  const { ask, queries } = held(100);
  const answers = Promise.all([1, 2, 3].map(ask));
  await turn();
  await turn();
  expect(sizes(queries)).toEqual([3]);
  queries[0]!.release();
  expect(await answers).toEqual([2, 4, 6]);
});

test('no query has more than it may, and no more than three are on their way', async () => {
  const { ask, queries } = held(10);
  const answers = Promise.all(Array.from({ length: 45 }, (_, i) => ask(i)));
  await turn();
  await turn();
  expect(sizes(queries)).toEqual([10, 10, 10]);
  for (let done = 0; done < 5; done++) {
    while (queries[done] === undefined) await turn();
    queries[done]!.release();
    await turn();
  }
  expect(sizes(queries)).toEqual([10, 10, 10, 10, 5]);
  expect(await answers).toEqual(Array.from({ length: 45 }, (_, i) => i * 2));
});

test('what comes while a query is on its way does not wait for ever behind it', async () => {
  const { ask, queries } = held(10);
  const first = ask(1);
  await turn();
  await turn();
  const second = ask(2);
  while (queries.length < 2) await wait(1);
  queries[1]!.release();
  expect(await second).toBe(4);
  queries[0]!.release();
  expect(await first).toBe(2);
});

test('a query that fails fails its own questions only', async () => {
  const { ask, queries } = held(2);
  const answers = Promise.allSettled([1, 2, 3, 4].map(ask));
  await turn();
  await turn();
  queries[0]!.fail(new Error('gone'));
  queries[1]!.release();
  expect((await answers).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
});
