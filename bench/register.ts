// The register on either engine: how fast a breach goes in, into an empty table and into one that holds as many already,
// and how many look-ups a second it answers, cold and warm, beside the bare drivers asked one by one. Keeps the results.
//   node bench/register.ts [--keys 10000000] [--engine sqlite|postgres] [--folder /tmp]

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openHome } from '../src/store/index.ts';
import {
  type Engine,
  insertBreach,
  listBreaches,
  openRegister,
  type RegisterDatabase,
  removeBreachRows,
  withdrawBreach,
} from '../src/store/register/index.ts';
import { createAccountLookup } from '../src/lookup/index.ts';
import { startPostgres } from '../src/store/register/postgres-server.fixture.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type LookUp, type LookUpRate, manyAtOnce, oneByOne, rateText } from './register/look-up-rates.ts';
import { loadKeys } from './register/load-keys.ts';
import { keysToAsk, madeUpKeys } from './register/made-up-keys.ts';

const { values: flags } = parseArgs({
  options: {
    keys: { type: 'string', default: '10000000' },
    engine: { type: 'string' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const keys = Number(flags.keys);
const engines: Engine[] = flags.engine === undefined ? ['sqlite', 'postgres'] : [flags.engine as Engine];

const coldLookUps = 5000;
const warmLookUps = 400_000;
/** One by one over a connection takes a tenth of a millisecond each. */
const bareLookUps = 40_000;
const requestsAtOnce = 256;

interface Load {
  name: string;
  seconds: number;
  rowsPerSecond: number;
}

async function timeLoad(register: RegisterDatabase, name: string, seed: string): Promise<Load> {
  const breach = await insertBreach(register.rows, { name, caseId: null, isRange: false, model: '{}' });
  const { seconds, rows } = await loadKeys(register, breach, 'exposure', madeUpKeys(keys, seed));
  return { name, seconds, rowsPerSecond: rows / seconds };
}

/** What the driver does by itself, asked for one key after the other. */
function bareLookUp({ reader, pool }: RegisterDatabase): LookUp {
  const columns = 'SELECT breach, exposure_set FROM exposure WHERE person_key =';
  if (reader !== null) {
    const all = reader.prepare<[Buffer]>(`${columns} ?`);
    return (key) => all.all(key);
  }
  return async (key) => (await pool!.query({ name: 'bare', text: `${columns} $1`, values: [key] })).rows;
}

function forgetPages(path: string): void {
  spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
}

async function measure(engine: Engine, folder: string) {
  await using server = engine === 'postgres' ? await startPostgres({ isSafe: true }) : null;
  const url = (await server?.makeDatabase()) ?? null;
  const home = openHome(join(folder, `home-${engine}`));
  const file = join(home.path, 'register.db');
  const loads: Load[] = [];
  {
    await using register = await openRegister(home, url);
    loads.push(await timeLoad(register, 'First', 'first'));
    loads.push(await timeLoad(register, 'Second', 'second'));
  }
  const made = madeUpKeys(keys, 'first');
  const rates: LookUpRate[] = [];
  if (engine === 'sqlite') forgetPages(file);
  await using register = await openRegister(home, url);
  const ours: LookUp = createAccountLookup(register).exposuresOf;
  const bare = bareLookUp(register);
  rates.push(await oneByOne('ours, first ones', ours, keysToAsk(made, coldLookUps, 'cold')));
  const asked = keysToAsk(made, warmLookUps, 'warm');
  if (engine === 'sqlite') {
    for (const round of [1, 2, 3]) {
      rates.push(await oneByOne(`bare better-sqlite3, round ${round}`, bare, asked));
      rates.push(await oneByOne(`ours, round ${round}`, ours, asked));
    }
  } else {
    const few = asked.slice(0, bareLookUps);
    for (const round of [1, 2, 3]) {
      rates.push(await oneByOne(`bare pg one by one, round ${round}`, bare, few));
      rates.push(await manyAtOnce(`bare pg, 8 connections, round ${round}`, bare, few, 8));
      rates.push(
        await manyAtOnce(`ours, ${requestsAtOnce} at once, round ${round}`, ours, asked, requestsAtOnce),
      );
    }
    rates.push(await oneByOne('ours, one by one', ours, few));
  }
  const sizeBytes =
    engine === 'sqlite'
      ? statSync(file).size
      : Number(
          (await register.pool!.query<{ size: string }>(`SELECT pg_total_relation_size('exposure') AS size`))
            .rows[0]!.size,
        );
  const second = (await listBreaches(register.rows)).find(({ name }) => name === 'Second')!.breach;
  await withdrawBreach(register, second);
  const started = performance.now();
  await removeBreachRows(register, second);
  const removalSeconds = (performance.now() - started) / 1000;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { engine, keys, loads, rates, removalSeconds, sizeBytes, peakBytes };
}

const machine = describeMachine();
const folder = mkdtempSync(join(flags.folder, 'tocsin-bench-register-'));
try {
  for (const engine of engines) {
    const result = await measure(engine, folder);
    console.log(
      `${engine}, ${keys.toLocaleString('en')} keys a breach, ${Math.round(result.sizeBytes / 1e6)} MB`,
    );
    for (const { name, seconds, rowsPerSecond } of result.loads)
      console.log(
        `  ${name} breach in ${seconds.toFixed(1)} s, ${Math.round(rowsPerSecond / 1000)} k rows a second`,
      );
    for (const rate of result.rates) console.log(rateText(rate));
    console.log(`  Second breach taken away in ${result.removalSeconds.toFixed(1)} s`);
    console.log(`  ${Math.round(result.peakBytes / 1e6)} MB of memory`);
    keepResult('register', machine, result);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
