/*
 * `node bench/directory.ts`: a controller's directory joined with the people of a case (samples/pole-emploi): the whole
 * of `tocsin directory` (read, recognised, matched by number and by name with date of birth, contacts kept in the
 * encrypted vault, reachability counted), against DuckDB joining the same two CSV files by the number as it is written
 * and nothing else, in clear. Whole processes in turn. Ten million by ten million: --people 10200000 --rounds 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import type { Command } from './run-process.ts';
import { projectFolder, sampleFolder, warmUp } from './sample-file.ts';
import { takeTurns, turnsText } from './take-turns.ts';

const usage = 'usage: node bench/directory.ts [--people 1000000] [--rounds 3]';

/** The extract, the directory, and an instance whose case holds the extract. */
function makeCase(people: number): { leak: string; directory: string; home: string } {
  mkdirSync(sampleFolder, { recursive: true });
  const folder = join(sampleFolder, `directory-${people}`);
  const made = {
    leak: join(folder, 'leak', 'inscriptions.csv'),
    directory: join(folder, 'leak.directory.csv'),
    home: join(folder, 'home'),
  };
  if (existsSync(join(folder, 'done'))) return made;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const sample = ['pole-emploi', '--out', join(folder, 'leak'), '--people', `${people}`, '--format', 'csv'];
  run(['samples/sample.ts', ...sample, '--seed', '7', '--directory'], made.home);
  run(['src/cli/tocsin.ts', 'examine', made.leak, '--case', 'bench', '--no-resume'], made.home);
  mkdirSync(join(folder, 'done'));
  return made;
}

function run(args: string[], home: string): void {
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, TOCSIN_HOME: home },
  });
  if (status !== 0) throw new Error(`${args[0]} failed (exit ${status ?? signal})`);
}

async function joinWithDuckDb(leak: string, directory: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const database = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await database.connect();
  await connection.run(
    `CREATE TABLE reached AS SELECT d.* FROM read_csv('${directory}', delim = ';', all_varchar = true) d
     JOIN (SELECT DISTINCT NIR FROM read_csv('${leak}', delim = ';', encoding = 'latin-1', all_varchar = true)) l
     ON d.NIR = l.NIR`,
  );
  connection.closeSync();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      people: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      duckdb: { type: 'boolean', default: false },
    },
  });
  if (values.duckdb) return joinWithDuckDb(positionals[0]!, positionals[1]!);
  const machine = describeMachine();
  const { leak, directory, home } = makeCase(Number(values.people));
  const { size } = statSync(directory);
  warmUp({ path: directory, bytes: size });
  const ours = (): Command => ({
    program: '/usr/bin/env',
    args: [
      `TOCSIN_HOME=${home}`,
      process.execPath,
      'src/cli/tocsin.ts',
      'directory',
      'bench',
      '--controller',
      'Office',
      '--file',
      directory,
    ],
    cwd: projectFolder,
  });
  const duckDb = (): Command => ({
    program: process.execPath,
    args: [fileURLToPath(import.meta.url), '--duckdb', leak, directory],
    cwd: projectFolder,
  });
  process.stdout.write(
    `${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}\n` +
      `${values.people} people, a directory of ${(size / 1e6).toFixed(0)} MB\n`,
  );
  const contenders = [
    { name: 'tocsin directory, all of it', command: ours },
    { name: 'DuckDB, exact numbers only', command: duckDb },
  ];
  const turns = await takeTurns(contenders, Number(values.rounds), () => {});
  process.stdout.write(`${turnsText(turns, size)}\n`);
  keepResult('directory', machine, { people: Number(values.people), bytes: size, turns });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
