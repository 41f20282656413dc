/*
 * `node bench/csv.ts`: the reader of delimited text by itself, on one thread, against DuckDB's reader of CSV
 * (all columns, as text, on one thread and on all) and ripgrep counting lines, on made-up files in the page
 * cache: one with few quotes, one with every value quoted. Whole processes in turn; nothing is gated on a time.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKernel } from '../src/kernel/index.ts';
import { ByteWindow, layoutWindow } from '../src/read/byte-window.ts';
import { CsvReader } from '../src/read/csv/csv-reader.ts';
import { csvHeadBytes, sniffCsv } from '../src/read/csv/sniff-csv.ts';
import { openFileSource } from '../src/read/file-source.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type Command, findProgram } from './run-process.ts';
import { projectFolder, sampleFolder, warmUp } from './sample-file.ts';
import { formatSpread, spread } from './spread.ts';
import { type Contender, takeTurns, turnsText } from './take-turns.ts';

const usage = 'usage: node bench/csv.ts [--rounds 5] [--megabytes 1000]';

const header =
  'id,email,first_name,last_name,phone,street,city,postcode,country,company,job,status,created_at,updated_at,last_ip,newsletter,score,language,notes,reference';
const words = 'Anne Karl Mary Durand Meier Smith Lyon Köln Leeds active engineer'.split(' ');

function makeFile(megabytes: number, isQuoted: boolean): string {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, `people-${megabytes}${isQuoted ? '-quoted' : ''}.csv`);
  if (existsSync(path)) return path;
  const file = openSync(`${path}.part`, 'w');
  const write = (values: string[]) =>
    isQuoted ? values.map((value) => `"${value.replaceAll('"', '')}"`).join(',') : values.join(',');
  let written = writeSync(file, `${write(header.split(','))}\n`);
  for (let i = 0; written < megabytes * 1e6;) {
    const lines: string[] = [];
    for (; lines.length < 2_000; i++) {
      const word = (n: number) => words[(i * 7919 + n * 104_729) % words.length]!;
      const note = i % 50 === 0 ? '"called, said ""later"""' : 'none';
      const day = `2016-0${(i % 9) + 1}-1${i % 10} 10:0${i % 10}:00`;
      const place = [
        `${i % 200} Example Street`,
        word(4),
        `${10_000 + (i % 80_000)}`,
        'FR',
        `${word(5)} Ltd`,
      ];
      const rest = ['active', day, day, `192.0.2.${i % 250}`, 'true', `${i % 100}`, 'fr', note, `ref-${i}`];
      lines.push(
        write([`${i}`, `p${i}@example.com`, word(1), word(2), '07700900123', ...place, word(3), ...rest]),
      );
    }
    written += writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** Reads the file once with nobody listening; returns the rows. */
function readOnce(path: string, kernel = loadKernel({ memoryBytes: layoutWindow().memoryBytes })): number {
  const source = openFileSource(path);
  const head = new Uint8Array(csvHeadBytes);
  const dialect = sniffCsv(head.subarray(0, source.read(0, head, 0, head.length)));
  if (!dialect) throw new Error('the made-up file was not recognised');
  let rows = 0;
  const reader = new CsvReader(
    new ByteWindow(kernel, layoutWindow(), source),
    {
      schema() {},
      schemaOf: () => undefined,
      database() {},
      insert() {},
      row: () => (rows += 1),
      text() {},
      skipped() {},
    },
    { dialect },
  );
  reader.read(0, Infinity);
  source.close();
  return rows;
}

async function readWithDuckDb(path: string, threads: number): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const database = await DuckDBInstance.create(':memory:', { threads: `${threads}` });
  const connection = await database.connect();
  await connection.run(`SELECT count(COLUMNS(*)) FROM read_csv('${path}', all_varchar = true)`);
  connection.closeSync();
}

const child = (...args: string[]): Command => ({
  program: process.execPath,
  args: [fileURLToPath(import.meta.url), ...args],
  cwd: projectFolder,
});

async function bench(name: string, path: string, rounds: number): Promise<void> {
  const machine = describeMachine();
  const { size } = statSync(path);
  warmUp({ path, bytes: size });
  const layout = layoutWindow();
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes });
  readOnce(path, kernel);
  const rates = Array.from({ length: rounds }, () => {
    const started = process.hrtime.bigint();
    readOnce(path, kernel);
    return (size / Number(process.hrtime.bigint() - started)) * 1e3;
  });
  process.stdout.write(`\n${name}, ${(size / 1e9).toFixed(2)} GB\n`);
  process.stdout.write(`  reader, warm, one thread: ${formatSpread(spread(rates), 0)} MB/s\n`);
  const contenders: Contender[] = [
    { name: 'reader, one thread', command: () => child('--child', 'reader', path) },
    { name: 'DuckDB, one thread', command: () => child('--child', 'duckdb', '--threads', '1', path) },
    { name: 'DuckDB, two threads', command: () => child('--child', 'duckdb', '--threads', '2', path) },
  ];
  const program = findProgram('rg');
  if (program) contenders.push({ name: 'rg -c', command: () => ({ program, args: ['-c', '', path] }) });
  const turns = await takeTurns(contenders, rounds, () => {});
  process.stdout.write(`${turnsText(turns, size)}\n`);
  if (!program) process.stdout.write('  rg is not installed: no comparison with it\n');
  keepResult('csv', machine, { file: name, bytes: size, rates, turns });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      megabytes: { type: 'string', default: '1000' },
      child: { type: 'string' },
      threads: { type: 'string', default: '1' },
    },
  });
  const [path] = positionals;
  if (values.child === 'reader') return void readOnce(path!);
  if (values.child === 'duckdb') return readWithDuckDb(path!, Number(values.threads));
  const machine = describeMachine();
  process.stdout.write(
    `${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}\n`,
  );
  await bench('few quotes', makeFile(Number(values.megabytes), false), Number(values.rounds));
  await bench('every value quoted', makeFile(Number(values.megabytes), true), Number(values.rounds));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`error: ${(error as Error).message}\n${usage}\n`);
  process.exitCode = 2;
}
