import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import {
  countJobs,
  enqueueJob,
  enqueueJobs,
  listFailedJobs,
  type RegisterDatabase,
} from '../../store/register/index.ts';
import { done, type JobOutcome } from './job-outcome.ts';
import { type JobHandlers, runJobs, type RunJobsOptions } from './run-jobs.ts';

/** Runs until `isOver` says so, asked after each job. */
async function runUntil(
  register: RegisterDatabase,
  handlers: Record<
    string,
    { slots?: number; maxAttempts?: number; run: (body: unknown) => JobOutcome | Promise<JobOutcome> }
  >,
  isOver: () => boolean | Promise<boolean>,
  options: Partial<RunJobsOptions> = {},
): Promise<string[]> {
  const stop = new AbortController();
  const troubles: string[] = [];
  const wrapped: JobHandlers = Object.fromEntries(
    Object.entries(handlers).map(([kind, { slots = 1, maxAttempts = 3, run }]) => [
      kind,
      { slots, maxAttempts, run: async (job) => run(job.body) },
    ]),
  );
  const watching = (async () => {
    while (!(await isOver())) await wait(5);
    stop.abort();
  })();
  await runJobs(register, wrapped, {
    signal: stop.signal,
    pollMs: 2,
    onTrouble: (text) => void troubles.push(text),
    ...options,
  });
  await watching;
  return troubles;
}

const now = () => Date.now();

forBothEngines((open) => {
  test('every job is done once, and the kind that is named first goes first', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJobs(
      register,
      Array.from({ length: 40 }, (_, n) => ({ kind: 'notice', body: n, dueAt: 0 })),
    );
    await enqueueJobs(
      register,
      Array.from({ length: 5 }, (_, n) => ({ kind: 'link', body: 100 + n, dueAt: 0 })),
    );
    const order: number[] = [];
    const run = (body: unknown) => {
      order.push(body as number);
      return done;
    };
    await runUntil(register, { link: { run }, notice: { run } }, () => order.length >= 45);
    expect(order.toSorted((a, b) => a - b)).toEqual([...Array(40).keys(), 100, 101, 102, 103, 104]);
    expect(order.findLastIndex((n) => n >= 100)).toBeLessThan(30);
    expect(await countJobs(register)).toEqual([]);
  });

  test('a job that fails is tried again, and kept with its reason after the last attempt', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    let clock = 1;
    let attempts = 0;
    const run = (): JobOutcome => {
      attempts++;
      clock += 10_000_000;
      return { state: 'again', reason: 'answered 503' };
    };
    const over = async () => (await listFailedJobs(register)).length === 1;
    const troubles = await runUntil(register, { a: { maxAttempts: 3, run } }, over, {
      now: () => (clock += 1_000_000),
    });
    expect(attempts).toBe(3);
    expect(troubles.length).toBe(3);
    expect((await listFailedJobs(register))[0]).toMatchObject({ attempts: 3, reason: 'answered 503' });
  });

  test('what a handler throws is a failed attempt, and its text is told to nobody', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    const run = () => {
      throw new Error('nobody@example.org was refused');
    };
    const over = async () => (await listFailedJobs(register)).length === 1;
    const troubles = await runUntil(register, { a: { maxAttempts: 1, run } }, over, { now });
    expect(JSON.stringify([troubles, await listFailedJobs(register)])).not.toContain('example');
    expect(troubles).toEqual(['a: a fault: Error']);
  });

  test('a job that ended every process that began it is failed, not begun for ever', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    await register.rows.updateTable('job').set({ attempts: 3 }).execute();
    const run = () => expect.fail('it was begun');
    const over = async () => (await listFailedJobs(register)).length === 1;
    await runUntil(register, { a: { maxAttempts: 3, run } }, over, { now });
    expect((await listFailedJobs(register))[0]).toMatchObject({ reason: 'never came to an end' });
  });

  test('a job that is stopped on the way is given back, and the attempt does not count', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    const stop = new AbortController();
    const handler = {
      slots: 1,
      maxAttempts: 3,
      run: async (_: unknown, signal: AbortSignal): Promise<JobOutcome> => {
        stop.abort();
        return signal.aborted ? { state: 'again', reason: 'stopped' } : done;
      },
    };
    await runJobs(register, { a: handler }, { signal: stop.signal, pollMs: 2 });
    const row = await register.rows.selectFrom('job').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'waiting', attempts: 0, lease: null });
  });

  test('a job set by a clock that was put back since runs all the same', async () => {
    await using opened = await open();
    const { register } = opened;
    const year = 365 * 24 * 3_600_000;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: now() + year });
    let ran = 0;
    const run = () => {
      ran++;
      return done;
    };
    await runUntil(register, { a: { run } }, () => ran > 0, { now });
    expect(ran).toBe(1);
  });

  test('a job whose lease a clock set forward has ended still runs once, and is done', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    let clock = 1000;
    let begun = 0;
    const run = async () => {
      begun++;
      for (let i = 0; i < 20; i++) {
        clock += 1_000_000;
        await wait(5);
      }
      return done;
    };
    const over = async () => (await countJobs(register)).length === 0;
    await runUntil(register, { a: { slots: 2, maxAttempts: 2, run } }, over, { now: () => clock });
    expect(begun).toBe(1);
  });

  test('a job that does not heed the stop keeps nobody from ending, and falls back', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: 0 });
    const stop = new AbortController();
    const letGo = Promise.withResolvers<JobOutcome>();
    const run = () => {
      stop.abort();
      return letGo.promise;
    };
    const handlers = { a: { slots: 1, maxAttempts: 3, run } };
    await runJobs(register, handlers, { signal: stop.signal, pollMs: 2, graceMs: 20 });
    const row = await register.rows.selectFrom('job').select('state').executeTakeFirstOrThrow();
    expect(row.state).toBe('waiting');
    letGo.resolve(done);
    while ((await countJobs(register)).length > 0) await wait(5);
  });
});
