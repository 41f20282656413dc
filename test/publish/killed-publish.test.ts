/*
 * Publishing and withdrawing, killed at any moment: the same command goes on and comes to the same end, and at no moment
 * anybody sees a breach half. On both engines, with the command as a user starts it.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examineIntoCase } from '../../src/pipeline/index.ts';
import { openCase } from '../../src/store/index.ts';
import { forBothEngines, type OpenedRegister } from '../../src/store/register/both-engines.fixture.ts';
import { listBreaches } from '../../src/store/register/index.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { type Ran, startTocsin } from '../examine/run-tocsin.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { registerContent, rowsLeft } from './register-content.fixture.ts';

const folder = scratchFolder();
const rounds = 4;

forBothEngines((open, engine) => {
  let opened: OpenedRegister;

  const start = (...args: string[]) =>
    startTocsin([...args, ...(opened.url === null ? [] : ['--database', opened.url])], '.', {
      env: { TOCSIN_HOME: opened.home.path },
    });
  const publish = () =>
    start(
      'publish',
      'recruiter',
      '--name',
      'Recruiter',
      '--title',
      'A recruiter',
      '--domain',
      'example.com',
      '--range',
    );

  const killedAfter = async (begin: typeof publish, ms: number): Promise<Ran> => {
    const { child, ended } = begin();
    await wait(ms);
    child.kill('SIGKILL');
    return ended;
  };

  beforeAll(async () => {
    opened = await open();
    const path = join(folder, `${engine}.sql`);
    await plantSample(path, { seed: 11, people: 300, sizeBytes: 1_500_000 });
    const record = openCase(opened.home, 'recruiter', new Date());
    await examineIntoCase([path], record, { workers: 2 });
  });
  afterAll(() => opened[Symbol.asyncDispose]());

  test('killed at any moment, publishing and withdrawing go on and come to the same end', async () => {
    const { register } = opened;
    const began = performance.now();
    expect((await publish().ended).exit).toBe(0);
    const tookMs = performance.now() - began;
    const whole = await registerContent(register);
    expect(whole.length).toBeGreaterThan(300);
    expect((await start('withdraw', 'Recruiter').ended).exit).toBe(0);
    expect(await rowsLeft(register)).toEqual({});

    for (let round = 0; round < rounds; round++) {
      await killedAfter(publish, Math.random() * tookMs);
      const published = (await listBreaches(register.rows)).some(({ state }) => state === 'published');
      expect(published ? await registerContent(register) : whole).toEqual(whole);
    }
    expect((await publish().ended).exit).toBe(0);
    expect(await registerContent(register)).toEqual(whole);
    expect((await listBreaches(register.rows)).map(({ state }) => state)).toEqual(['published']);

    for (let round = 0; round < rounds; round++)
      await killedAfter(() => start('withdraw', 'Recruiter'), 300 + (Math.random() * tookMs) / 2);
    const last = await start('withdraw', 'Recruiter').ended;
    // one of those that were killed may have come to its end
    expect(last.exit === 0 || last.stderr.includes('no breach of that name')).toBe(true);
    expect(await rowsLeft(register)).toEqual({});
  }, 300_000);
});
