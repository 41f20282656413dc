// The private look-up: how many numbers a second a core evaluates for publishing, beside the libraries one by one, in
// turn; and how long the index of a breach takes from identifiers to blocks. Keeps the results.
//   node bench/private.ts [--people 200000] [--workers 2]

import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createEvaluateBatch,
  evaluate,
  loadSodium,
  privateInput,
  privateKeys,
} from '../src/lookup/private/index.ts';
import { buildPrivateIndex, type PrivateItem } from '../src/pipeline/private/build-private-index.ts';
import { openHome } from '../src/store/index.ts';
import { insertBreach, insertExposureSets, openRegister } from '../src/store/register/index.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string', default: '200000' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const people = Number(flags.people);
const workers = Number(flags.workers);
const turns = 5;
const turnMs = 1000;
const batchSize = 1024;

const inputs = Array.from({ length: batchSize }, (_, i) =>
  privateInput('nir', String(1_850_175_000_001 + i)),
);

interface Way {
  name: string;
  /** Evaluates some inputs, and says how many. */
  run: () => number;
}

async function ways(): Promise<Way[]> {
  const sodium = await loadSodium();
  const { secretKey } = privateKeys(sodium, Buffer.alloc(32, 1)).nir;
  const batch = createEvaluateBatch(sodium, secretKey);
  const { oprf } = ristretto255_oprf;
  const { blinded } = oprf.blind(inputs[0]!);
  const some = (count: number, one: (input: Buffer) => unknown) => () => {
    for (const input of inputs.slice(0, count)) one(input);
    return count;
  };
  return [
    { name: 'ours, a batch', run: () => batch(inputs).length },
    { name: 'libsodium', run: some(256, (input) => evaluate(sodium, secretKey, input)) },
    { name: 'noble, no hash', run: some(32, () => oprf.blindEvaluate(secretKey, blinded)) },
  ];
}

/** By the time of this process's own work: others may use the machine meanwhile. */
function microseconds({ run }: Way): number {
  const end = performance.now() + turnMs;
  const before = process.cpuUsage().user;
  let done = 0;
  while (performance.now() < end) done += run();
  return (process.cpuUsage().user - before) / done;
}

async function* madeUpItems(): AsyncGenerator<PrivateItem[]> {
  for (let at = 0; at < people; at += batchSize)
    yield Array.from({ length: Math.min(batchSize, people - at) }, (_, i) => ({
      kind: 'nir' as const,
      normal: String(1_850_175_000_001 + at + i),
      set: 0,
    }));
}

async function timeBuild(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-private-'));
  try {
    await using register = await openRegister(openHome(join(folder, 'home')), null);
    const breach = await insertBreach(register.rows, {
      name: 'Bench',
      caseId: null,
      isRange: false,
      model: '{}',
    });
    const content = JSON.stringify({
      classes: [{ class: 'Names', kinds: [] }],
      controllers: [],
      flags: [],
    });
    await insertExposureSets(register.rows, breach, [{ number: 0, content }]);
    const from = performance.now();
    await buildPrivateIndex(register, breach, madeUpItems(), { digest: 'bench', workers });
    return (performance.now() - from) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const all = await ways();
const taken = all.map(() => [] as number[]);
for (let turn = 0; turn <= turns; turn++)
  for (const [i, way] of all.entries()) {
    const each = microseconds(way);
    // the first turn compiles
    if (turn > 0) taken[i]!.push(each);
  }
const rates = all.map(({ name }, i) => {
  const sorted = taken[i]!.toSorted((a, b) => a - b);
  return { name, microseconds: sorted[Math.floor(sorted.length / 2)]!, all: taken[i]! };
});
for (const { name, microseconds: each } of rates)
  console.log(
    `${name.padEnd(16)} ${each.toFixed(1).padStart(8)} µs   ${Math.round(1e6 / each)} a second and core`,
  );
const seconds = await timeBuild();
console.log(`index of ${people} people by ${workers} threads: ${seconds.toFixed(1)} s`);
keepResult('private', describeMachine(), { rates, build: { people, workers, seconds } });
