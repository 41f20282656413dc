import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { custodyHead } from './append-custody.ts';
import { custodyFolder } from './custody-files.ts';
import { listCustody } from './list-custody.ts';
import { appendMadeUp, madeUpHome } from './made-up-log.fixture.ts';
import { verifyCustody } from './verify-custody.ts';

const script = fileURLToPath(new URL('append-until-killed.fixture.ts', import.meta.url));

/** Starts one that appends, kills it after so long, and gives what it had acknowledged. */
async function killedAppender(path: string, name: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, path, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (part: string) => parts.push(part));
  await once(child.stdout, 'data');
  await wait(afterMs);
  child.kill('SIGKILL');
  await once(child, 'close');
  return parts.join('').split('\n').slice(0, -1);
}

test('processes that append at once and are killed anywhere lose nothing they acknowledged, nor say it twice', async () => {
  const home = madeUpHome();
  const acknowledged: string[] = [];
  for (let round = 0; round < 10; round++) {
    const names = ['a', 'b', 'c'].map((letter) => `${letter}${round}`);
    const told = await Promise.all(names.map((name) => killedAppender(home.path, name, Math.random() * 120)));
    acknowledged.push(...told.flat());
    const { problems } = verifyCustody(custodyFolder(home.path), { known: custodyHead(home) });
    expect(problems).toEqual([]);
    appendMadeUp(home, 1);
  }
  const written = [...listCustody(home, () => null)].map(({ number, who, on }) => `${number} ${who} ${on}`);
  expect(new Set(written).size).toBe(written.length);
  expect(acknowledged.filter((line) => !written.includes(line))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(30);
}, 120_000);
