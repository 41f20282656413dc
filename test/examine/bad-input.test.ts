/*
 * What is no dump, broken, cut off or out of reach: a clear error, or a report that says what is missing.
 * Never a hang, a crash or a wrong number.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { examine, type ExamineOptions } from '../../src/pipeline/index.ts';
import type { ExposureReport } from '../../src/report/index.ts';
import { runTocsin } from './run-tocsin.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';
import {
  dumpEnd,
  dumpHeader,
  insertPeople,
  peopleDump,
  peopleRows,
  peopleTable,
} from './small-dump.fixture.ts';

const folder = scratchFolder();

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function examineText(
  name: string,
  content: string | Uint8Array,
  options?: ExamineOptions,
): Promise<ExposureReport> {
  return examine([written(name, content)], options);
}

function distinctEmails(report: ExposureReport): number {
  return report.classes.find((entry) => entry.class === 'Email addresses')?.distinct ?? 0;
}

/** Every byte of a dump that is missing from the rows must be told with its place. */
function expectPartial(report: ExposureReport, skipped: Partial<ExposureReport['skipped'][number]>): void {
  expect(report.inputs[0]).toMatchObject({ complete: false, note: expect.stringMatching(/\w/u) as string });
  expect(report.skipped).toEqual([expect.objectContaining(skipped)]);
}

describe('what is no dump', () => {
  test('a text is searched for addresses, and nobody in it is counted', async () => {
    const text = 'Dear all, write to Jo.Doe@example.org or jo.doe@EXAMPLE.org.\n';
    const report = await examineText('letter.txt', text);
    expect(report.inputs[0]?.format).toBe('text');
    expect(report.people).toMatchObject({ count: 0, min: 0, max: 0, mentioned: 1 });
    expect(report.inputs[0]).toMatchObject({ documents: 1, rows: 0, complete: true });
    expect(report.skipped).toEqual([]);
  });

  test('binary data is told as such', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 24);
    noise.fill(0, 100, 200);
    const report = await examineText('noise.bin', noise);
    expect(report.inputs[0]?.format).toBe('binary');
    expect(report.people).toMatchObject({ count: 0, max: 0 });
    expect(report.skipped).toEqual([expect.objectContaining({ offset: 0, bytes: noise.length })]);
  });

  test('an empty file is not complete', async () => {
    const report = await examineText('empty.sql', '');
    expect(report.inputs[0]).toMatchObject({
      bytes: 0,
      format: 'empty',
      complete: false,
      note: 'the file is empty',
    });
    expect(report.people).toMatchObject({ count: 0, max: 0 });
  });

  test('one line of 200 MB without an end is read through in bounded memory', async () => {
    const path = join(folder, 'line.txt');
    const file = openSync(path, 'w');
    writeSync(file, 'first@example.org ');
    ftruncateSync(file, 200_000_000);
    writeSync(file, ' last@example.org', 200_000_000 - 17);
    closeSync(file);
    const report = await examine([path]);
    expect(report.people.mentioned).toBe(2);
    expect(report.inputs[0]?.bytes).toBe(200_000_000);
  });
});

describe('gzip', () => {
  const dump = Buffer.from(peopleDump(30_000));
  const packed = gzipSync(dump);

  test('a cut file gives the rows before the cut', async () => {
    const report = await examineText('cut.sql.gz', packed.subarray(0, packed.length >> 1));
    const rows = report.tables[0]?.rows ?? 0;
    expect(report.inputs[0]).toMatchObject({ complete: false, note: 'is cut off: all before that is read' });
    expect(rows).toBeGreaterThan(5000);
    expect(report.people.count).toBe(rows);
    expect(report.skipped.at(-1)).toMatchObject({ bytes: 0, reason: 'is cut off: all before that is read' });
    expect(report.skipped.at(-1)!.offset).toBeGreaterThan(dump.length / 4);
  });

  test('garbage after the end loses nothing of what stands before it', async () => {
    const report = await examineText(
      'garbage.sql.gz',
      Buffer.concat([packed, Buffer.from('garbage'.repeat(9))]),
    );
    expect(report.tables.map(({ rows }) => rows)).toEqual([30_000]);
    expect(report.people.count).toBe(30_000);
    expect(report.inputs[0]?.complete).toBe(false);
    expect(report.skipped).toEqual([expect.objectContaining({ offset: dump.length })]);
  });

  test('damage in the middle keeps what was unpacked before it', async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 2000, packed.length - 1000);
    const report = await examineText('damaged.sql.gz', damaged);
    expect(report.inputs[0]?.complete).toBe(false);
    expect(report.tables[0]?.rows ?? 0).toBeGreaterThan(15_000);
  });

  test('several members one after the other are one file', async () => {
    const half = dump.length >> 1;
    const members = Buffer.concat([gzipSync(dump.subarray(0, half)), gzipSync(dump.subarray(half))]);
    const report = await examineText('members.sql.gz', members);
    expect(report.people.count).toBe(30_000);
    expect(report.inputs[0]?.complete).toBe(true);
  });

  test('a cut header is no dump, and not complete', async () => {
    const report = await examineText('header.sql.gz', packed.subarray(0, 6));
    expectPartial(report, { offset: 0, bytes: 0 });
    expect(report.people).toMatchObject({ count: 0, max: 0 });
  });
});

describe('a dump that ends too early', () => {
  const whole = peopleDump(500);

  test('in the middle of a row', async () => {
    const start = whole.lastIndexOf('(500,');
    const report = await examineText('mid-row.sql', whole.slice(0, start + 12));
    expectPartial(report, { offset: start, bytes: 12, reason: 'cut off in the middle of a row' });
    expect(report.tables[0]?.rows).toBe(499);
    expect(report.people.count).toBe(499);
  });

  test('in the middle of a string that goes on for longer than any row', async () => {
    const start = whole.lastIndexOf('(500,');
    const text = `${whole.slice(0, start)}(500,'x@example.net','${'never closed '.repeat(100_000)} and z@example.net`;
    const report = await examineText('mid-string.sql', text, {
      tuning: { maxRowBytes: 200_000, windowBytes: 65_536 },
    });
    expect(report.people.count).toBe(499);
    expect(report.inputs[0]?.complete).toBe(false);
    expect(report.skipped.reduce((sum, part) => sum + part.bytes, 0)).toBe(text.length - start);
    expect(distinctEmails(report)).toBe(501);
  });

  test('between two rows', async () => {
    const cut = whole.slice(0, whole.lastIndexOf(',(500,') + 1);
    const report = await examineText('between.sql', cut);
    expectPartial(report, { offset: cut.length - 1, bytes: 1 });
    expect(report.people.count).toBe(499);
  });

  test('after a whole row, without the semicolon', async () => {
    const report = await examineText('no-semicolon.sql', whole.slice(0, whole.lastIndexOf(';')));
    expect(report.people.count).toBe(500);
    expect(report.inputs[0]?.complete).toBe(false);
  });

  test('between two statements, as the missing last line of the dump tells', async () => {
    const report = await examineText('no-end.sql', whole.slice(0, -dumpEnd.length));
    expect(report.inputs[0]?.complete).toBe(false);
    expect(report.people.count).toBe(500);
  });

  test('in the middle of a table definition', async () => {
    const cut = whole.slice(0, dumpHeader.length + 70);
    const report = await examineText('mid-create.sql', cut);
    expectPartial(report, { offset: dumpHeader.length, bytes: 70 });
    expect(report.people.count).toBe(0);
  });
});

describe('what stands in the way', () => {
  test('a row longer than what is read whole is skipped, and the rows after it are read', async () => {
    const before = `${dumpHeader}${peopleTable}${insertPeople}${peopleRows(1, 50)};\n${insertPeople}`;
    const long = `(51,'long@example.net','${'x'.repeat(3_000_000)}')`;
    const text = `${before}${long};\n${insertPeople}${peopleRows(52, 100)};\n`;
    const report = await examineText('long.sql', text, { tuning: { maxRowBytes: 1 << 20 } });
    expect(report.tables[0]?.rows).toBe(99);
    expect(report.people.count).toBe(99);
    expect(report.skipped.map(({ offset }) => offset)).toEqual([before.length]);
    expect(report.skipped[0]!.bytes).toBeGreaterThanOrEqual(long.length);
    expect(distinctEmails(report)).toBe(100);
  });

  test('lines that are no SQL are counted with their place, and searched', async () => {
    const before = `${dumpHeader}${peopleTable}${insertPeople}${peopleRows(1, 20)};\n`;
    const noise = "it broke (((' here, \u0000\u0001 z@example.net\n";
    const report = await examineText('noise.sql', `${before}${noise}${insertPeople}${peopleRows(21, 40)};\n`);
    expect(report.tables[0]?.rows).toBe(40);
    expect(report.people).toMatchObject({ count: 40, mentioned: 1 });
    expect(report.skipped).toEqual([expect.objectContaining({ offset: before.length, bytes: noise.length })]);
  });

  test('rows of another number of values are skipped one by one', async () => {
    const before = `${dumpHeader}${peopleTable}${insertPeople}${peopleRows(1, 20)},`;
    const short = "(21,'short@example.net')";
    const long = "(22,'long@example.net','x',7)";
    const report = await examineText('ragged.sql', `${before}${short},${long},${peopleRows(23, 30)};\n`);
    expect(report.tables[0]?.rows).toBe(28);
    expect(report.skipped.map(({ offset, bytes }) => ({ offset, bytes }))).toEqual([
      { offset: before.length, bytes: short.length },
      { offset: before.length + short.length + 1, bytes: long.length },
    ]);
    expect(distinctEmails(report)).toBe(30);
  });

  test('10,000 columns are read', async () => {
    const columns = Array.from({ length: 10_000 }, (_, i) => (i === 7000 ? 'email' : `c${i}`));
    const row = (id: number) =>
      `(${columns.map((name, i) => (name === 'email' ? `'p${id}@example.org'` : i % 7 ? "'x'" : 'NULL')).join(',')})`;
    const definition = `CREATE TABLE \`wide\` (\n${columns.map((name) => `  \`${name}\` varchar(50)`).join(',\n')}\n);\n`;
    const rows = Array.from({ length: 5 }, (_, id) => row(id)).join(',');
    const report = await examineText(
      'wide.sql',
      `${dumpHeader}${definition}INSERT INTO \`wide\` VALUES ${rows};\n`,
    );
    expect(report.tables).toMatchObject([{ name: 'wide', rows: 5 }]);
    expect(report.tables[0]?.columns.length).toBe(10_000);
    expect(report.people.count).toBe(5);
  });
});

describe('character sets', () => {
  test.each(['utf-16le', 'utf-16be'])('a dump in %s with a byte order mark is read', async (charset) => {
    const bytes = Buffer.from(`\ufeff${peopleDump(50)}`, 'utf16le');
    if (charset === 'utf-16be') bytes.swap16();
    const report = await examineText(`${charset}.sql`, bytes);
    expect(report.inputs[0]).toMatchObject({ encoding: charset, complete: true });
    expect(report.people.count).toBe(50);
    expect(report.skipped).toEqual([]);
  });

  test.each(['latin1', 'sjis', 'gbk', 'klingon'])('UTF-8 declared as %s loses no row', async (charset) => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `(${i + 1},'p${i}@example.org','élève \\'${i}\\' 日本')`,
    );
    const text = `${dumpHeader.replace('utf8', charset)}${peopleTable}${insertPeople}${rows.join(',')};\n`;
    const report = await examineText(`declared-${charset}.sql`, text);
    expect(report.tables[0]?.rows).toBe(40);
    expect(report.people.count).toBe(40);
  });

  test('latin1 declared as UTF-8 loses no row', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `(${i + 1},'p${i}@example.org','\xe9l\xe8ve \xff\xfe')`,
    );
    const text = `${dumpHeader}${peopleTable}${insertPeople}${rows.join(',')};\n`;
    const report = await examineText('undeclared-latin1.sql', Buffer.from(text, 'latin1'));
    expect(report.people.count).toBe(40);
  });
});

describe('what cannot be opened', () => {
  const isFault = /^error: [a-z][^\n]*[^.\n]\nhint: [a-z][^\n]*(?:\n {6}[^\n]+)*[^.\n]\n$/u;

  async function expectFault(args: string[], message: RegExp): Promise<void> {
    const { exit, stdout, stderr } = await runTocsin(['examine', ...args], folder);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(isFault);
    expect(stderr).toMatch(message);
  }

  test('a path that is not there', () =>
    expectFault(['nowhere.sql'], /no such file or folder: nowhere\.sql/u));

  test('a link that leads nowhere', async () => {
    symlinkSync('/nowhere/at/all', join(folder, 'dangling.sql'));
    await expectFault(['dangling.sql'], /dangling\.sql/u);
  });

  test('a pipe with nobody at its other end', async () => {
    spawnSync('mkfifo', [join(folder, 'pipe.sql')]);
    await expectFault(['pipe.sql'], /not a regular file: pipe\.sql/u);
  });

  test('a socket', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 's.sql'), resolve));
    await expectFault(['s.sql'], /not a regular file: s\.sql/u);
    await new Promise((resolve) => server.close(resolve));
  });

  test('a folder without files', async () => {
    mkdirSync(join(folder, 'hollow/inner'), { recursive: true });
    await expectFault(['hollow'], /no file in hollow/u);
  });

  test.each(['people.sql/reports', 'people.sql', '/dev/null', ''])(
    'a report cannot be written to "%s"',
    async (out) => {
      written('people.sql', peopleDump(5));
      await expectFault(['people.sql', '--out', out], /cannot write/u);
    },
  );

  test.skipIf(process.platform !== 'linux')('a report cannot be written into /proc', async () => {
    written('people.sql', peopleDump(5));
    await expectFault(['people.sql', '--out', '/proc/reports'], /cannot write/u);
  });

  test('one missing path of two stops the run before any is read', async () => {
    written('people.sql', peopleDump(5));
    await expectFault(['people.sql', 'nowhere.sql'], /nowhere\.sql/u);
  });
});

test('a folder of all sorts is read as far as it can be, and each file is told', async () => {
  const mixed = join(folder, 'mixed');
  mkdirSync(join(mixed, 'deep'), { recursive: true });
  writeFileSync(join(mixed, 'a.sql'), peopleDump(100));
  writeFileSync(join(mixed, 'b.sql.gz'), gzipSync(peopleDump(150)));
  writeFileSync(join(mixed, 'deep/letter.txt'), 'from somebody@example.net\n');
  writeFileSync(join(mixed, 'empty.sql'), '');
  spawnSync('mkfifo', [join(mixed, 'pipe')]);
  symlinkSync(join(mixed, 'a.sql'), join(mixed, 'link.sql'));
  const report = await examine([mixed]);
  const told = report.inputs.map(({ path, format, complete }) => ({
    name: path.slice(mixed.length + 1),
    format,
    complete,
  }));
  expect(told.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'a.sql', format: 'mysqldump', complete: true },
    { name: 'b.sql.gz', format: 'mysqldump, gzip', complete: true },
    { name: 'deep/letter.txt', format: 'text', complete: true },
    { name: 'empty.sql', format: 'empty', complete: false },
    { name: 'link.sql', format: 'not read', complete: false },
    { name: 'pipe', format: 'not read', complete: false },
  ]);
  expect(report.people).toMatchObject({ count: 150, mentioned: 1 });
});
