/*
 * A long run by hand: `node test/fuzz/run.ts --minutes 20 --seed 7 [--format pdf]`; and one case again, its file
 * kept: `node test/fuzz/run.ts --seed 7 --format pdf --case 123 --keep case.pdf`.
 */
import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFuzzCases } from './fuzz-cases.ts';
import { allFormats } from './fuzz-job.ts';
import { type Finding, runFuzz } from './run-fuzz.ts';
import { slowFormats } from './slow-formats.ts';

/** Cases that a process reads; then another one is begun, as memory of its own grows. */
const casesAtOnce = 500;

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: allFormats },
    case: { type: 'string' },
    keep: { type: 'string' },
  },
});
const seed = Number(flags.seed);
const { format } = flags;
if (flags.case === undefined) await runLong();
else await runOne(Number(flags.case));

async function runOne(number: number): Promise<void> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'tocsin-fuzz-'));
  const cases = await createFuzzCases(folder.path);
  if (flags.keep !== undefined) writeFileSync(flags.keep, cases.make(seed, format, number));
  const faults = await cases.try(seed, format, number);
  print([...faults].join('\n') || 'nothing found');
}

async function runLong(): Promise<void> {
  const signal = AbortSignal.timeout(Number(flags.minutes) * 60_000);
  const seen = new Set<string>();
  let cases = 0;
  let residentBytes = 0;
  for (let from = 0; !signal.aborted; from += casesAtOnce) {
    const run = await runFuzz({ seed, format, from, to: from + casesAtOnce, every: slowFormats, signal });
    for (const count of run.cases.values()) cases += count;
    residentBytes = Math.max(residentBytes, run.residentBytes);
    for (const finding of run.findings) tell(finding, seen);
    print(`${cases} cases, ${seen.size} different findings, at most ${Math.round(residentBytes / 1e6)} MB`);
  }
}

/** Once for each fault of a format, numbers in it aside. */
function tell({ format: of, number, fault }: Finding, seen: Set<string>): void {
  const key = `${of}: ${fault.replaceAll(/\d+/g, '0').slice(0, 100)}`;
  if (seen.has(key)) return;
  seen.add(key);
  print(`--seed ${seed} --format '${of}' --case ${number}: ${fault}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
