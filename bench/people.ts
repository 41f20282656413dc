/*
 * `node bench/people.ts`: who is one person among millions of rows of made-up registrations (samples/pole-emploi): the
 * whole of `tocsin examine` with classes, bounds and linkage, against DuckDB doing nothing but the exact grouping by
 * number, told beforehand which column it is. Whole processes in turn; rows a second and the peak of memory are kept.
 * Ten million people: --people 10200000; the size of France Travail's leak: --people 36800000 --row-bytes 680.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import type { Command } from './run-process.ts';
import { projectFolder, sampleFolder, warmUp } from './sample-file.ts';
import { type Contender, takeTurns, turnsText } from './take-turns.ts';

const usage =
  'usage: node bench/people.ts [--people 2000000] [--row-bytes 120] [--rounds 3] [--format csv|fixed]';

function makeFile(people: number, rowBytes: number, format: string): string {
  mkdirSync(sampleFolder, { recursive: true });
  const folder = join(sampleFolder, `pole-emploi-${people}-${rowBytes}-${format}`);
  if (!existsSync(`${folder}.truth.json`)) {
    const args = ['pole-emploi', '--out', folder, '--people', `${people}`, '--row-bytes', `${rowBytes}`];
    const made = spawnSync(
      process.execPath,
      ['samples/sample.ts', ...args, '--format', format, '--seed', '7'],
      {
        cwd: projectFolder,
        stdio: ['ignore', 2, 2],
      },
    );
    if (made.status !== 0) throw new Error(`no sample could be made (exit ${made.status ?? made.signal})`);
  }
  return join(folder, readdirSync(folder)[0]!);
}

async function groupWithDuckDb(path: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const database = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await database.connect();
  await connection.run(
    `SELECT count(*), sum(rows) FROM (SELECT NIR, count(*) AS rows FROM read_csv('${path}', all_varchar = true) GROUP BY NIR)`,
  );
  connection.closeSync();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      people: { type: 'string', default: '2000000' },
      'row-bytes': { type: 'string', default: '120' },
      rounds: { type: 'string', default: '3' },
      format: { type: 'string', default: 'csv' },
      duckdb: { type: 'boolean', default: false },
    },
  });
  if (values.duckdb) return groupWithDuckDb(positionals[0]!);
  const machine = describeMachine();
  const path = makeFile(Number(values.people), Number(values['row-bytes']), values.format);
  const { size } = statSync(path);
  warmUp({ path, bytes: size });
  const ours = (): Command => ({
    program: process.execPath,
    args: ['src/cli/tocsin.ts', 'examine', path, '--json', '--no-resume'],
    cwd: projectFolder,
  });
  const duckDb = (): Command => ({
    program: process.execPath,
    args: [fileURLToPath(import.meta.url), '--duckdb', path],
    cwd: projectFolder,
  });
  const contenders: Contender[] = [{ name: 'tocsin examine, all of it', command: ours }];
  if (values.format === 'csv') contenders.push({ name: 'DuckDB, exact groups only', command: duckDb });
  process.stdout.write(
    `${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}\n` +
      `${values.people} people, ${(size / 1e6).toFixed(0)} MB\n`,
  );
  const turns = await takeTurns(contenders, Number(values.rounds), () => {});
  process.stdout.write(`${turnsText(turns, size)}\n`);
  keepResult('people', machine, { people: Number(values.people), format: values.format, bytes: size, turns });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
