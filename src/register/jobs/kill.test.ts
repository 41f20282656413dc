import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { forBothEngines } from '../../store/register/both-engines.fixture.ts';
import { claimJobs, countJobs, enqueueJobs } from '../../store/register/index.ts';

const script = fileURLToPath(new URL('run-until-killed.fixture.ts', import.meta.url));
const jobs = 600;
const slots = 3;

forBothEngines((open) => {
  test('processes that are killed anywhere lose no job, and repeat only what they were at', async () => {
    await using opened = await open();
    const { register, home, url } = opened;
    const made = Array.from({ length: jobs }, (_, n) => ({ kind: 'work', body: n, dueAt: 0 }));
    await enqueueJobs(register, made);
    let kills = 0;
    const left = async () => (await countJobs(register)).find(({ kind }) => kind === 'work')?.count ?? 0;
    const runAndKill = async () => {
      while ((await left()) > 0) {
        const child = spawn(process.execPath, [script, home.path, url ?? ''], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        child.stdout.resume();
        await once(child.stdout, 'data');
        await wait(Math.random() * 200);
        child.kill('SIGKILL');
        await once(child, 'close');
        kills++;
      }
    };
    await Promise.all([runAndKill(), runAndKill()]);
    const notes = await claimJobs(register, {
      kind: 'noted',
      limit: 10_000,
      now: Date.now() + 1000,
      leaseMs: 1,
    });
    const done = notes.map(({ body }) => (body as [number, number])[1]);
    expect([...new Set(done)].toSorted((a, b) => a - b)).toEqual(made.map(({ body }) => body));
    expect(done.length - jobs).toBeLessThanOrEqual(kills * slots);
    expect(kills).toBeGreaterThan(2);
  });
});
