/*
 * Closed by default: however a dump is written, its people are masked, or the run is refused with the place and nothing is
 * released. Each probe is run with a plan made before it was written, and with one made from it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { proposePlan } from '../../src/pipeline/mask/plan/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { type Probe, probePeople, probes, usualDump } from './fail-open-probes.fixture.ts';
import { createHere, type MaskedHere } from './mask-here.fixture.ts';

const folder = scratchFolder();
const mask = createHere(folder);
let usualPlan: string;

beforeAll(async () => {
  usualPlan = await planFor(usualDump, 'usual.sql');
});

async function planFor(dump: string | Buffer, name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, dump);
  return (await proposePlan(path, { workers: 1 })).text;
}

/** All that may be left of them, in the spellings that output can have. */
const secrets = probePeople.flatMap(({ email, name, phone, nir }) => {
  const spelled = [email, name, name.split(' ').toReversed().join(' '), phone, nir];
  return spelled.flatMap((text) =>
    [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64').slice(0, -4)].map((form) =>
      form.toLowerCase(),
    ),
  );
});

function leaks(bytes: Buffer): string[] {
  const forms = [bytes.toString(), bytes.toString('latin1'), bytes.toString('utf16le')];
  return secrets.filter((secret) =>
    forms.some((form) => form.toLowerCase().replaceAll('\\', '').includes(secret)),
  );
}

/** What a run let through that it should not have: nothing, where it released a copy without them or refused with places. */
function faultsOf({ output, out, refusals, survivors, receipt }: MaskedHere): string[] {
  const told = leaks(Buffer.from(JSON.stringify([refusals, survivors, receipt])));
  const faults = told.map((secret) => `told: ${secret}`);
  if (receipt !== null) return [...faults, ...leaks(output!).map((secret) => `released: ${secret}`)];
  if (existsSync(out)) faults.push('there is an output without a receipt');
  if (refusals.length + survivors.length === 0) faults.push('refused without a reason');
  if (refusals.some(({ offset, line, table }) => (offset ?? line ?? table) === null))
    faults.push('refused without a place');
  return faults;
}

test('there are fifty probes and more, each with people in it', () => {
  expect(probes.length).toBeGreaterThanOrEqual(50);
  const silent = probes.filter(
    ({ text, name }) => name !== 'a row that is cut off' && leaks(Buffer.from(text)).length === 0,
  );
  expect(silent.map(({ name }) => name)).toEqual(['a function of strings']);
});

describe('a probe leaks nothing', () => {
  test.for<Probe>([...probes])('$name, with a plan made before', async ({ text }) => {
    expect(faultsOf(await mask(text, usualPlan))).toEqual([]);
  });

  test.for<Probe>([...probes])('$name, with a plan of its own', async ({ text, extension = 'sql' }) => {
    const plan = await planFor(text, `own.${extension}`);
    expect(faultsOf(await mask(text, plan))).toEqual([]);
  });
});
