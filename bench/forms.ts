/*
 * `node bench/forms.ts`: `examine` whole on the same made-up people in several forms, in turn: a mysqldump, the
 * COPY of PostgreSQL, CSV, NDJSON, and the dump packed, beside `gzip -dc` of the same file thrown away.
 * Ratios are against the mysqldump. Nothing is gated on a time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type Command, findProgram } from './run-process.ts';
import { makeSampleFile, projectFolder, sampleFolder, warmUp } from './sample-file.ts';
import { type Contender, takeTurns, turnsText } from './take-turns.ts';

const usage = 'usage: node bench/forms.ts [--rounds 5] [--people 60000] [--size 1GB]';

const formats = ['mysql', 'postgresql', 'csv', 'ndjson'];

/** The shop in one format, in a folder where the format holds a table a file. */
function makeShop(format: string, people: number): string {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, `shop-${people}-${format}`);
  if (!existsSync(path)) {
    const args = ['shop', '--format', format, '--people', `${people}`, '--seed', '5', '--out', path];
    const made = spawnSync(process.execPath, ['samples/sample.ts', ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 2, 2],
    });
    if (made.status !== 0) throw new Error(`no shop could be made (exit ${made.status ?? made.signal})`);
  }
  return path;
}

function filesIn(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}

function sizeOf(path: string): number {
  return filesIn(path).reduce((sum, file) => sum + statSync(file).size, 0);
}

const examine = (path: string): Command => ({
  program: process.execPath,
  args: ['src/cli/tocsin.ts', 'examine', path, '--json', '--no-resume'],
  cwd: projectFolder,
});

async function benchForms(people: number, rounds: number): Promise<void> {
  const machine = describeMachine();
  const shops = formats.map((format) => ({ format, path: makeShop(format, people) }));
  for (const { path } of shops) for (const file of filesIn(path)) warmUp({ path: file, bytes: 0 });
  const contenders: Contender[] = shops.map(({ format, path }) => ({
    name: `${format}, ${(sizeOf(path) / 1e6).toFixed(0)} MB`,
    command: () => examine(path),
  }));
  const turns = await takeTurns(contenders, rounds, () => {});
  process.stdout.write(`\n${people} people in several forms\n${turnsText(turns, sizeOf(shops[0]!.path))}\n`);
  keepResult('forms', machine, { people, turns });
}

async function benchPacked(size: string, rounds: number): Promise<void> {
  const machine = describeMachine();
  const plain = makeSampleFile({ size, people: 170_000, seed: 7 });
  const packed = `${plain.path}.gz`;
  if (!existsSync(packed)) spawnSync('gzip', ['-k', plain.path], { stdio: ['ignore', 2, 2] });
  warmUp({ path: packed, bytes: 0 });
  const gzip = findProgram('gzip');
  const contenders: Contender[] = [
    { name: 'examine, packed', command: () => examine(packed) },
    { name: 'examine, plain', command: () => examine(plain.path) },
    ...(gzip ? [{ name: 'gzip -dc', command: () => ({ program: gzip, args: ['-dc', packed] }) }] : []),
  ];
  const turns = await takeTurns(contenders, rounds, () => {});
  process.stdout.write(`\na dump of ${size}, packed and plain\n${turnsText(turns, plain.bytes)}\n`);
  keepResult('packed', machine, { size, turns });
}

try {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      people: { type: 'string', default: '60000' },
      size: { type: 'string', default: '1GB' },
    },
  });
  await benchForms(Number(values.people), Number(values.rounds));
  await benchPacked(values.size, Number(values.rounds));
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
