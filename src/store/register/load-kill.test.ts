import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forBothEngines, type OpenedRegister } from './both-engines.fixture.ts';
import { insertBreach } from './breach-rows.ts';

const rows = 10_000;
const script = new URL('load-until-killed.fixture.ts', import.meta.url).pathname;

/** Returns whether it came to its end before it was killed. */
async function loadFor({ home, url }: OpenedRegister, breach: number, killAfterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, home.path, url ?? '', String(breach), String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await Promise.race([once(child.stdout, 'data'), ended]);
  await Promise.race([wait(killAfterMs), ended]);
  child.kill('SIGKILL');
  await ended;
  return said.includes('done');
}

forBothEngines((open) => {
  test('a load that is killed at any moment goes on, and leaves each row once', async () => {
    await using opened = await open();
    const { register } = opened;
    const breach = await insertBreach(register.rows, {
      name: 'Alpha',
      caseId: null,
      isRange: false,
      model: '{}',
    });
    const countRows = async () =>
      (
        await register.rows
          .selectFrom('exposure')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count;
    const doneSoFar = async () =>
      (await register.rows.selectFrom('loading').select('done').executeTakeFirst())?.done ?? 0;
    let last = 0;
    for (let isDone = false, attempt = 0; !isDone; attempt++) {
      // longer each time, so that it ends on a slow machine too
      isDone = await loadFor(opened, breach, 10 * 3 ** attempt);
      const done = await doneSoFar();
      expect(await countRows()).toBe(done);
      expect(done).toBeGreaterThanOrEqual(last);
      last = done;
    }
    expect(last).toBe(rows);
    const found = await register.rows.selectFrom('exposure').selectAll().execute();
    expect(new Set(found.map(({ person_key: key }) => key.toString('hex'))).size).toBe(rows);
  });
});
