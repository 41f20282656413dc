/*
 * `node bench/stages.ts`: how fast each stage is by itself, on one thread: the structural index, its plain
 * twin, the reader with nobody listening, validators on the columns they are for, addresses in text.
 * The same made-up dump as in `npm run bench`. Each figure is the median of five rounds, with least and most.
 */
import { loadKernel } from '../src/kernel/index.ts';
import { findEmails, valueKind, validatorIds, type ValidatorName } from '../src/recognise/index.ts';
import { ByteWindow, layoutWindow, openFileSource, SqlReader } from '../src/read/index.ts';
import { gatherValues, type ColumnValues } from './gather-values.ts';
import { keepResult } from './keep-result.ts';
import { describeMachine } from './machine.ts';
import { makeSampleFile, type SampleFile, warmUp } from './sample-file.ts';
import { formatSpread, spread } from './spread.ts';

const rounds = 5;

/** Indexed at a time, as the reader does. */
const blockBytes = 128 << 10;
/** Held in memory for what is measured without reading. */
const heldBytes = 64 << 20;

/** Columns of the sample and what they are known to hold. */
const columns: Record<string, ValidatorName> = {
  'candidates.email': 'email',
  'candidates.phone': 'phone',
  'candidates.first_name': 'firstName',
  'candidates.date_of_birth': 'birthDate',
  'candidates.address': 'streetAddress',
  'candidates.current_job': 'jobTitle',
  'candidates.linkedin_url': 'socialProfile',
  'users.pass': 'password',
  'sessions.hostname': 'ipAddress',
};
const textColumn = 'applications.cover_letter';

const machine = describeMachine();

/** Runs `work` as often as there are rounds, after one that does not count; tells units a second. */
function tell(name: string, units: number, unit: string, work: () => unknown): void {
  work();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = process.hrtime.bigint();
    work();
    rates.push((units / Number(process.hrtime.bigint() - started)) * 1e9);
  }
  const rate = spread(rates);
  process.stdout.write(`  ${name.padEnd(44)} ${formatSpread(rate, rate.median < 100 ? 1 : 0)} ${unit}\n`);
  keepResult('stages', machine, { stage: name, unit, rates });
}

function benchIndex(sample: SampleFile, twin: boolean): void {
  const layout = layoutWindow({ maxRowBytes: heldBytes });
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes, twin });
  const source = openFileSource(sample.path);
  let held = 0;
  for (let count = 1; count > 0 && held < heldBytes; held += count) {
    count = source.read(held, kernel.bytes, layout.window + held, heldBytes - held);
  }
  held -= held % blockBytes;
  const indexHeld = () => {
    kernel.begin(true);
    for (let at = 0; at < held; at += blockBytes) {
      kernel.indexBlock(layout.window + at, blockBytes, 0, layout.structurals, layout.ats);
    }
  };
  const readAndIndex = () => {
    kernel.begin(true);
    for (let offset = 0, count = 1; count > 0; offset += count) {
      count = source.read(offset, kernel.bytes, layout.window, blockBytes);
      kernel.indexBlock(layout.window, count, 0, layout.structurals, layout.ats);
    }
  };
  const name = twin ? 'index, the plain twin' : 'index, SIMD';
  tell(`${name}, bytes in memory`, held / 1e6, 'MB/s', indexHeld);
  if (!twin) tell(`${name}, with reading the file`, sample.bytes / 1e6, 'MB/s', readAndIndex);
  source.close();
}

function benchReader(sample: SampleFile): void {
  const layout = layoutWindow();
  const kernel = loadKernel({ memoryBytes: layout.memoryBytes });
  const read = () => {
    const source = openFileSource(sample.path);
    let rows = 0;
    const reader = new SqlReader(new ByteWindow(kernel, layout, source), {
      schema() {},
      schemaOf: () => undefined,
      database() {},
      text() {},
      insert() {},
      row: () => (rows += 1),
      skipped() {},
    });
    reader.read(0, Infinity);
    source.close();
    return rows;
  };
  const rows = read();
  tell('reader, nobody listening', sample.bytes / 1e6, 'MB/s', read);
  tell('reader, nobody listening, rows', rows / 1e6, 'million/s', read);
}

function benchValidators(gathered: Map<string, ColumnValues>): void {
  for (const [column, name] of Object.entries(columns)) {
    const { bytes, ends } = gathered.get(column)!;
    const validator = validatorIds[name];
    tell(`${name} on ${column}`, ends.length / 1e6, 'million values/s', () => {
      let passed = 0;
      for (let i = 0, start = 0; i < ends.length; start = ends[i++]!) {
        if (valueKind(validator, bytes, start, ends[i]!) > 0) passed++;
      }
      return passed;
    });
  }
}

function benchText({ bytes, ends }: ColumnValues): void {
  tell(`addresses in ${textColumn}`, bytes.length / 1e6, 'MB/s', () => {
    let found = 0;
    for (let i = 0, start = 0; i < ends.length; start = ends[i++]!)
      findEmails(bytes, start, ends[i]!, () => found++);
    return found;
  });
}

function benchRawText(sample: SampleFile): void {
  const source = openFileSource(sample.path);
  const bytes = new Uint8Array(Math.min(heldBytes, sample.bytes));
  for (let held = 0, count = 1; count > 0 && held < bytes.length; held += count) {
    count = source.read(held, bytes, held, bytes.length - held);
  }
  source.close();
  tell('addresses in the dump read as text', bytes.length / 1e6, 'MB/s', () => {
    let found = 0;
    findEmails(bytes, 0, bytes.length, () => found++);
    return found;
  });
}

const sample = makeSampleFile({ size: '1GB', people: 170_000, seed: 7 });
warmUp(sample);
process.stdout.write(
  `${machine.name}\nNode ${machine.node}, ${machine.date.slice(0, 10)}, load ${machine.load}\n`,
);
benchIndex(sample, false);
benchIndex(sample, true);
benchReader(sample);
const gathered = gatherValues(sample.path, [...Object.keys(columns), textColumn]);
benchValidators(gathered);
benchText(gathered.get(textColumn)!);
benchRawText(sample);
