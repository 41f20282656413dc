/*
 * `node bench/ndjson.ts`: the reader of JSON rows by itself, on one thread, against JSON.parse of every line and
 * ripgrep counting the lines with an `@`, on made-up files in the page cache: rows of the same keys, rows that
 * leave keys out, one array on one line, one array pretty-printed. Whole processes in turn; nothing is gated on a time.
 */
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKernel } from '../src/kernel/index.ts';
import {
  ByteWindow,
  createReader,
  headBytes,
  identify,
  layoutWindow,
  openFileSource,
} from '../src/read/index.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { type Command, findProgram } from './run-process.ts';
import { projectFolder, sampleFolder, warmUp } from './sample-file.ts';
import { formatSpread, spread } from './spread.ts';
import { type Contender, takeTurns, turnsText } from './take-turns.ts';

const usage = 'usage: node bench/ndjson.ts [--rounds 5] [--megabytes 1000]';

const words = 'Anne Karl Mary Durand Meier Smith Lyon Köln Leeds active engineer'.split(' ');

function person(i: number): Record<string, unknown> {
  const word = (n: number) => words[(i * 7919 + n * 104_729) % words.length]!;
  return {
    id: i,
    email: `p${i}@example.com`,
    first_name: word(1),
    last_name: word(2),
    phone: '07700900123',
    street: `${i % 200} Example Street`,
    city: word(4),
    postcode: `${10_000 + (i % 80_000)}`,
    country: 'FR',
    company: `${word(5)} Ltd`,
    job: word(3),
    active: i % 3 === 0,
    created_at: `2016-0${(i % 9) + 1}-1${i % 10}T10:0${i % 10}:00Z`,
    last_ip: `192.0.2.${i % 250}`,
    score: i / 7,
    notes: i % 50 === 0 ? 'called, said "later"' : null,
  };
}

/** The same, with about a third of the keys left out, others in every row. */
function sparsePerson(i: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(person(i)).filter((_, n) => n < 2 || (i * 31 + n * 17) % 7 > 1));
}

interface Shape {
  name: string;
  row: (i: number) => string;
  opens: string;
  between: string;
  closes: string;
  /** Every line is a row. */
  isLines: boolean;
}

const lines = { opens: '', between: '\n', closes: '\n', isLines: true };
const shapes: Shape[] = [
  { name: 'NDJSON', row: (i) => JSON.stringify(person(i)), ...lines },
  { name: 'NDJSON, keys left out', row: (i) => JSON.stringify(sparsePerson(i)), ...lines },
  {
    name: 'one array on one line',
    row: (i) => JSON.stringify(person(i)),
    opens: '[',
    between: ',',
    closes: ']',
    isLines: false,
  },
  {
    name: 'one array, pretty-printed',
    row: (i) => JSON.stringify(person(i), null, 2).replaceAll('\n', '\n  '),
    opens: '[\n  ',
    between: ',\n  ',
    closes: '\n]\n',
    isLines: false,
  },
];

function makeFile(megabytes: number, { name, row, opens, between, closes }: Shape): string {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, `people-${megabytes}-${name.replaceAll(/\W+/gu, '-')}.json`);
  if (existsSync(path)) return path;
  const file = openSync(`${path}.part`, 'w');
  let written = writeSync(file, opens);
  for (let i = 0; written < megabytes * 1e6; i += 2_000) {
    const rows = Array.from({ length: 2_000 }, (_, n) => row(i + n)).join(between);
    written += writeSync(file, i === 0 ? rows : between + rows);
  }
  writeSync(file, closes);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** Reads the file once with nobody listening; returns the rows. */
function readOnce(path: string, kernel = loadKernel({ memoryBytes: layoutWindow().memoryBytes })): number {
  const source = openFileSource(path);
  const head = new Uint8Array(headBytes);
  const { plan } = identify(head.subarray(0, source.read(0, head, 0, head.length)), { isWhole: false });
  if (plan.kind !== 'json') throw new Error('the made-up file was not recognised');
  let rows = 0;
  const sink = {
    schema() {},
    schemaOf: () => undefined,
    database() {},
    insert() {},
    row: () => (rows += 1),
    text() {},
    skipped() {
      throw new Error('a made-up row was not read');
    },
  };
  createReader(plan, new ByteWindow(kernel, layoutWindow(), source), sink).read(0, Infinity, '');
  source.close();
  return rows;
}

/** What a script does. */
async function parseLines(path: string): Promise<number> {
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (JSON.parse(line) !== null) rows++;
  }
  return rows;
}

const child = (...args: string[]): Command => ({
  program: process.execPath,
  args: [fileURLToPath(import.meta.url), ...args],
  cwd: projectFolder,
});

async function bench(shape: Shape, megabytes: number, rounds: number): Promise<void> {
  const path = makeFile(megabytes, shape);
  const machine = describeMachine();
  const { size } = statSync(path);
  warmUp({ path, bytes: size });
  const kernel = loadKernel({ memoryBytes: layoutWindow().memoryBytes });
  readOnce(path, kernel);
  const processor: number[] = [];
  const rates = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const started = process.hrtime.bigint();
    readOnce(path, kernel);
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const { user, system } = process.cpuUsage(before);
    processor.push(size / (user + system));
    return size / 1e6 / seconds;
  });
  process.stdout.write(`\n${shape.name}, ${(size / 1e9).toFixed(2)} GB\n`);
  process.stdout.write(`  reader, warm, one thread: ${formatSpread(spread(rates), 0)} MB/s`);
  process.stdout.write(`, ${formatSpread(spread(processor), 0)} MB a second of processor\n`);
  const contenders: Contender[] = [
    { name: 'reader, one thread', command: () => child('--child', 'reader', path) },
  ];
  if (shape.isLines) contenders.push({ name: 'JSON.parse', command: () => child('--child', 'parse', path) });
  const program = findProgram('rg');
  if (program) contenders.push({ name: 'rg -c @', command: () => ({ program, args: ['-c', '@', path] }) });
  const turns = await takeTurns(contenders, rounds, () => {});
  process.stdout.write(`${turnsText(turns, size)}\n`);
  keepResult('ndjson', machine, { file: shape.name, bytes: size, warm: rates, processor, turns });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    megabytes: { type: 'string', default: '1000' },
    child: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const path = positionals[0] ?? '';
if (values.help) process.stdout.write(`${usage}\n`);
else if (values.child === 'reader') process.stdout.write(`${readOnce(path)}\n`);
else if (values.child === 'parse') process.stdout.write(`${await parseLines(path)}\n`);
else for (const shape of shapes) await bench(shape, Number(values.megabytes), Number(values.rounds));
