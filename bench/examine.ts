/*
 * `npm run bench`: the whole of `examine` against what people do today, on one made-up dump in the page
 * cache: ripgrep with an e-mail pattern, and importing the dump into a database. Whole processes, in turn,
 * ratios within a round. A peer that is not installed is said to be missing. Nothing is gated on a time.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDatabase } from './database.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type Command, findProgram, type Ran, runProcess } from './run-process.ts';
import { makeSampleFile, projectFolder, type SampleFile, sampleFolder, warmUp } from './sample-file.ts';
import { formatSpread, spread } from './spread.ts';
import { type Contender, takeTurns, turnsText } from './take-turns.ts';

const usage = `usage: npm run bench -- [--rounds 5] [--size 1GB] [--people 170000] [--seed 7]
  --only search,import,memory   some of the parts (all but the large file of memory by default)
  --large                       memory on 10 GB with the same people, which needs that much disk`;

/** What people grep for; it finds strings, and says nothing of people, tables or anything but addresses. */
const emailPattern = '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}';

/** Imports take minutes at 1 GB: turns are taken on this much, the whole is imported once. */
const importSize = '200MB';
const importPeople = 34_000;

/** Larger files are read once: minutes a run. */
const onceAboveBytes = 4e9;

const machine = describeMachine();

const tocsin = (path: string): Command => ({
  program: process.execPath,
  args: ['src/cli/tocsin.ts', 'examine', path, '--json'],
  cwd: projectFolder,
});

const tocsinByNpm = (path: string): Command => ({
  program: 'npm',
  args: ['run', '-s', 'tocsin', '--', 'examine', path, '--json'],
  cwd: projectFolder,
});

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function sayRound(round: number): void {
  process.stderr.write(`round ${round + 1}\n`);
}

async function benchSearch(sample: SampleFile, rounds: number): Promise<void> {
  const contenders: Contender[] = [{ name: 'examine', command: () => tocsin(sample.path) }];
  const program = findProgram('rg');
  if (program) {
    const args = ['-o', emailPattern, sample.path];
    const stdout = join(sampleFolder, 'rg.out');
    contenders.push({ name: 'rg -o, thrown away', command: () => ({ program, args }) });
    contenders.push({ name: 'rg -o, to a file', command: () => ({ program, args, stdout }) });
  }
  contenders.push({ name: 'examine by npm run', command: () => tocsinByNpm(sample.path) });
  const turns = await takeTurns(contenders, rounds, sayRound);
  say(`\nsearch, ${rounds} rounds on ${(sample.bytes / 1e9).toFixed(2)} GB`);
  say(turnsText(turns, sample.bytes));
  if (!program) say('  rg is not installed: no comparison with it');
  keepResult('search', machine, { bytes: sample.bytes, turns });
}

async function benchImport(sample: SampleFile, rounds: number, seed: number): Promise<void> {
  await using database = await startDatabase();
  if (!database) return say('\nimport\n  MariaDB is not installed: no comparison with it');
  const small = makeSampleFile({ size: importSize, people: importPeople, seed });
  warmUp(small);
  const contenders: Contender[] = [
    { name: 'examine', command: () => tocsin(small.path) },
    { name: 'import into MariaDB', command: () => database.prepareImport(small.path), worksElsewhere: true },
  ];
  const turns = await takeTurns(contenders, rounds, sayRound);
  say(`\nimport into MariaDB ${database.version}, ${rounds} rounds on ${Math.round(small.bytes / 1e6)} MB`);
  say(turnsText(turns, small.bytes));
  const whole = await takeTurns(
    [
      { name: 'examine', command: () => tocsin(sample.path) },
      {
        name: 'import into MariaDB',
        command: () => database.prepareImport(sample.path),
        worksElsewhere: true,
      },
    ],
    1,
    sayRound,
  );
  say(`\nimport into MariaDB ${database.version}, once, ${(sample.bytes / 1e9).toFixed(2)} GB`);
  say(turnsText(whole, sample.bytes));
  keepResult('import', machine, { version: database.version, bytes: small.bytes, turns });
  keepResult('import', machine, { version: database.version, bytes: sample.bytes, turns: whole });
}

async function benchMemory(samples: SampleFile[]): Promise<void> {
  say('\nmemory of examine');
  for (const sample of samples) {
    warmUp(sample);
    const runs: Ran[] = [];
    const times = sample.bytes > onceAboveBytes ? 1 : 3;
    for (let i = 0; i < times; i++) runs.push(await runProcess(tocsin(sample.path)));
    const peaks = runs.flatMap((run) => (run.peakBytes === null ? [] : [run.peakBytes / 1e6]));
    const name = `${(sample.bytes / 1e9).toFixed(2)} GB`.padStart(9);
    const seconds = formatSpread(spread(runs.map((run) => run.seconds)));
    if (peaks.length === 0) say(`  ${name}  not measured: GNU time is not installed`);
    else say(`  ${name}  at most ${formatSpread(spread(peaks), 0)} MB, in ${seconds} s`);
    keepResult('memory', machine, { bytes: sample.bytes, runs });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      size: { type: 'string', default: '1GB' },
      people: { type: 'string', default: '170000' },
      seed: { type: 'string', default: '7' },
      only: { type: 'string', default: 'search,import,memory' },
      large: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  const parts = new Set(values.only.split(','));
  const rounds = Number(values.rounds);
  const wish = { size: values.size, people: Number(values.people), seed: Number(values.seed) };
  const sample = makeSampleFile(wish);
  warmUp(sample);
  say(`${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}`);
  say('each figure: median (least–most)');
  if (parts.has('search')) await benchSearch(sample, rounds);
  if (parts.has('import')) await benchImport(sample, Math.min(rounds, 3), wish.seed);
  if (parts.has('memory'))
    await benchMemory(values.large ? [sample, makeSampleFile({ ...wish, size: '10GB' })] : [sample]);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
