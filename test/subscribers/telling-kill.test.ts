/*
 * Processes that tell of a publication are killed anywhere: in the end each subscriber has one notice, none two.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mailKinds, type MailOrder } from '../../src/register/index.ts';
import { forBothEngines } from '../../src/store/register/both-engines.fixture.ts';
import { claimJobs, countJobs } from '../../src/store/register/index.ts';
import { publishMadeUp, subscribeMadeUp } from './made-up-register.fixture.ts';

const script = fileURLToPath(new URL('tell-until-killed.fixture.ts', import.meta.url));

/** More than one stretch. */
const watchers = 1200;

forBothEngines((open) => {
  test('whoever is killed while telling leaves nobody out and tells nobody twice', async () => {
    await using opened = await open();
    const { register, home, url } = opened;
    const addresses = Array.from({ length: watchers }, (_, i) => `p${i}@alder.example`);
    await subscribeMadeUp(register, addresses);
    const lost = addresses.filter((_, i) => i % 2 === 0);
    await publishMadeUp(register, { name: 'Alder', people: new Map(lost.map((one) => [one, ['Names']])) });
    let kills = 0;
    const isTold = async () => !(await countJobs(register)).some(({ kind }) => kind === 'breach.published');
    while (!(await isTold())) {
      const child = spawn(process.execPath, [script, home.path, url ?? ''], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await wait(Math.random() * (100 + kills * 50));
      child.kill('SIGKILL');
      await once(child, 'close');
      // what a killed process held falls back when its lease ends
      await register.rows
        .updateTable('job')
        .set({ due_at: 0 })
        .where('kind', '=', 'breach.published')
        .execute();
      kills++;
    }
    const claim = { kind: mailKinds.notice, limit: watchers * 2, now: Date.now() + 1000, leaseMs: 1000 };
    const mails = (await claimJobs(register, claim)).map(({ body }) => (body as MailOrder).to);
    expect(mails.toSorted()).toEqual(lost.toSorted());
  });
});
