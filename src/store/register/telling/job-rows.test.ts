import { expect, test } from 'vitest';
import { forBothEngines } from '../both-engines.fixture.ts';
import { countJobs, dropFailedJob, listFailedJobs, retryFailedJob } from './failed-jobs.ts';
import { claimJobs, dueKinds, enqueueJob, enqueueJobs, failJob, finishJob, postponeJob } from './job-rows.ts';

const at = 1_000_000;
const leaseMs = 1000;

forBothEngines((open) => {
  test('a job is handed to one process only, until its lease ends', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: { n: 1 }, dueAt: at });
    const [first] = await claimJobs(register, { kind: 'a', limit: 5, now: at, leaseMs });
    expect(first).toMatchObject({ body: { n: 1 }, attempts: 1 });
    expect(await claimJobs(register, { kind: 'a', limit: 5, now: at + leaseMs - 1, leaseMs })).toEqual([]);
    const [second] = await claimJobs(register, { kind: 'a', limit: 5, now: at + leaseMs, leaseMs });
    expect(second).toMatchObject({ body: { n: 1 }, attempts: 2 });
    expect(await finishJob(register, first!)).toBe(false);
    expect(await finishJob(register, second!)).toBe(true);
    expect(await countJobs(register)).toEqual([]);
  });

  test('processes that claim at once share the jobs without a second hand-out', async () => {
    await using opened = await open();
    await using other = await opened.again();
    const { register } = opened;
    const jobs = Array.from({ length: 300 }, (_, n) => ({ kind: 'a', body: n, dueAt: at }));
    await enqueueJobs(register, jobs);
    const claimed: unknown[] = [];
    const claimAll = async (one: typeof register) => {
      for (;;) {
        const some = await claimJobs(one, { kind: 'a', limit: 7, now: at, leaseMs });
        if (some.length === 0) return;
        claimed.push(...some.map(({ body }) => body));
      }
    };
    await Promise.all([claimAll(register), claimAll(other), claimAll(register), claimAll(other)]);
    expect(claimed.toSorted((a, b) => Number(a) - Number(b))).toEqual(jobs.map(({ body }) => body));
  });

  test('only kinds that have something due are named, in the order asked', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'b', body: 1, dueAt: at });
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: at });
    await enqueueJob(register, { kind: 'c', body: 1, dueAt: at + 1 });
    expect(await dueKinds(register, ['c', 'a', 'b', 'd'], at)).toEqual(['a', 'b']);
    expect(await dueKinds(register, [], at)).toEqual([]);
  });

  test('while a job of a key waits, no second one is there; a failed one is in nobody’s way', async () => {
    await using opened = await open();
    const { register } = opened;
    const job = { kind: 'a', body: 1, dueAt: at, onlyOnce: 'key', subject: 'webhook 1' };
    await enqueueJob(register, job);
    await enqueueJob(register, job);
    expect(await countJobs(register)).toEqual([{ kind: 'a', state: 'waiting', count: 1 }]);
    const [claimed] = await claimJobs(register, { kind: 'a', limit: 1, now: at, leaseMs });
    await failJob(register, claimed!, 'answered 410');
    await enqueueJob(register, job);
    expect(await countJobs(register)).toEqual([
      { kind: 'a', state: 'failed', count: 1 },
      { kind: 'a', state: 'waiting', count: 1 },
    ]);
  });

  test('a job enqueued in a transaction that is rolled back was never there', async () => {
    await using opened = await open();
    const { register } = opened;
    const failing = register.rows.transaction().execute(async (db) => {
      await enqueueJob(register, { kind: 'a', body: 1, dueAt: at }, db);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await countJobs(register)).toEqual([]);
  });

  test('a failed job is listed with its reason, tried again with all attempts, or dropped', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: at, subject: 'webhook 3' });
    const [claimed] = await claimJobs(register, { kind: 'a', limit: 1, now: at, leaseMs });
    await failJob(register, claimed!, 'answered 410');
    const [failed] = await listFailedJobs(register);
    expect(failed).toMatchObject({ kind: 'a', subject: 'webhook 3', attempts: 1, reason: 'answered 410' });
    expect(await retryFailedJob(register, failed!.id, at)).toBe(true);
    expect(await retryFailedJob(register, failed!.id, at)).toBe(false);
    const [again] = await claimJobs(register, { kind: 'a', limit: 1, now: at, leaseMs });
    expect(again).toMatchObject({ id: failed!.id, attempts: 1 });
    await failJob(register, again!, 'answered 410');
    expect(await dropFailedJob(register, failed!.id)).toBe(true);
    expect(await countJobs(register)).toEqual([]);
  });

  test('a postponed job waits for its moment, and whether the attempt counted is as said', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: 1, dueAt: at });
    const claim = async (now: number) =>
      (await claimJobs(register, { kind: 'a', limit: 1, now, leaseMs }))[0];
    const first = await claim(at);
    await postponeJob(register, first!, { dueAt: at + 500, now: at, reason: 'answered 500', counts: true });
    expect(await claim(at + 499)).toBeUndefined();
    const second = await claim(at + 500);
    expect(second).toMatchObject({ attempts: 2 });
    await postponeJob(register, second!, { dueAt: at, now: at, reason: null, counts: false });
    expect(await claim(at + 500)).toMatchObject({ attempts: 2 });
  });

  test('the body of a job does not lie in clear in the database', async () => {
    await using opened = await open();
    const { register } = opened;
    await enqueueJob(register, { kind: 'a', body: { to: 'nobody@example.org' }, dueAt: at });
    const row = await register.rows.selectFrom('job').selectAll().executeTakeFirstOrThrow();
    expect(Buffer.from(row.body).toString('latin1')).not.toContain('example');
  });
});
