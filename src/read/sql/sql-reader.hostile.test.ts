import { describe, expect, it } from 'vitest';
import { readDump, type ReadOptions } from './read-dump.fixture.ts';

const before = 'INSERT INTO t VALUES (1,2);\n';
const after = 'INSERT INTO t VALUES (3,4);\n';

/** What is read around something hostile: the values of the rows and what was told as skipped. */
function readAround(hostile: string, options: ReadOptions = {}) {
  const { rows, skipped, end } = readDump(before + hostile + after, options);
  expect(end).toBe(before.length + Buffer.byteLength(hostile) + after.length);
  return { rows: rows.map((row) => row.values), skipped };
}

const around = [
  ['1', '2'],
  ['3', '4'],
];

describe('a row longer than what is read whole', () => {
  const options = { maxRowBytes: 1 << 20 };
  const long = 'x'.repeat(3 << 20);

  it('is skipped with its place, and reading goes on at the next statement', () => {
    const hostile = `INSERT INTO t VALUES (5,6),(7,'${long}'),(8,9);\n`;
    const { rows, skipped } = readAround(hostile, options);
    expect(rows).toEqual([
      ['1', '2'],
      ['5', '6'],
      ['3', '4'],
    ]);
    expect(skipped).toEqual([
      {
        offset: before.length + 27,
        bytes: long.length + 13,
        reason: 'a row longer than what is read whole',
        text: `(7,'${long}'),(8,9);`,
      },
    ]);
  });

  it('of more than 64 MB is skipped too, and every byte of it is told', () => {
    const head = `${before}INSERT INTO t VALUES (7,'`;
    const value = Buffer.alloc(65 << 20, 'dear sir ');
    const dump = Buffer.concat([Buffer.from(head), value, Buffer.from(`');\n${after}`)]);
    const { rows, skipped } = readDump(dump, { maxRowBytes: 256 << 10 });
    expect(rows.map((row) => row.values)).toEqual(around);
    expect(skipped).toHaveLength(1);
    expect(skipped[0]).toMatchObject({ offset: head.length - 4, bytes: value.length + 7 });
  });

  it('leaves rows just under the limit alone', () => {
    const value = 'y'.repeat((1 << 20) - 200);
    expect(readAround(`INSERT INTO t VALUES (5,'${value}');\n`, options).rows[1]).toEqual(['5', value]);
  });
});

describe('a string that never ends', () => {
  it('costs its own row, and never the rest of a dump that ends as dumps do', () => {
    for (const quote of ["'", '"', '`']) {
      const { rows, skipped } = readAround(`INSERT INTO t VALUES (5,${quote}never ends);\n`);
      expect(rows).toEqual(around);
      expect(skipped.map(({ reason }) => reason)).toEqual(['rows that cannot be read']);
    }
  });

  it('costs nothing more where it is longer than what is read whole', () => {
    const many = after.repeat(20_000);
    const { rows } = readDump(`${before}INSERT INTO t VALUES (5,'never ends);\n${many}`, {
      maxRowBytes: 1 << 16,
    });
    expect(rows).toHaveLength(20_001);
  });
});

describe('a comment that never ends', () => {
  it('is told with all it hides', () => {
    const { rows, skipped } = readAround('/* never ends\n');
    expect(rows).toEqual([['1', '2']]);
    expect(skipped).toEqual([
      {
        offset: before.length,
        bytes: 14 + after.length,
        reason: 'a comment that is very long or does not end',
        text: `/* never ends\n${after}`,
      },
    ]);
  });

  it('in the middle of a row costs that row', () => {
    expect(readAround('INSERT INTO t VALUES (5,6 /* never ends);\n').rows).toEqual(around);
    expect(readAround('INSERT INTO t /* never ends\n').rows).toEqual([['1', '2']]);
  });

  it('is no reason to hang, however many there are', () => {
    const hostile = 'INSERT INTO t VALUES (1/*\n;\n'.repeat(60_000);
    const { rows, skipped } = readAround(hostile, { maxRowBytes: 8 << 20 });
    expect(rows[0]).toEqual(['1', '2']);
    expect(skipped.reduce((sum, part) => sum + part.bytes, 0)).toBeGreaterThan(hostile.length * 0.2);
  });

  it('but is only very long hides nothing after its end', () => {
    const { rows, skipped } = readAround(`/* ${'* / ;\nINSERT INTO t VALUES (9,9);\n'.repeat(60_000)} */\n`, {
      windowBytes: 4_096,
    });
    expect(rows).toEqual(around);
    expect(skipped.map(({ reason }) => reason)).toEqual(['a comment that is very long or does not end']);
  });

  it('on a line of its own may be as long as it likes', () => {
    const { rows, skipped } = readAround(`-- ${'; INSERT INTO t VALUES (9,9); '.repeat(60_000)}\n`, {
      windowBytes: 4_096,
    });
    expect(rows).toEqual(around);
    expect(skipped).toHaveLength(1);
  });
});

describe('absurd shapes', () => {
  it('of deep parentheses are a value, or a row that cannot be read', () => {
    const deep = '('.repeat(200_000);
    expect(readAround(`INSERT INTO t VALUES (5,${deep}6${')'.repeat(200_000)});\n`).rows).toHaveLength(3);
    expect(readAround(`INSERT INTO t VALUES (5,${deep}6);\n`)).toMatchObject({
      rows: around,
      skipped: [{ reason: 'rows that cannot be read' }],
    });
  });

  it('of 10,000 columns are read, and of 100,000 skipped', () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i} int`).join(',');
    const values = (count: number) => Array.from({ length: count }, (_, i) => i).join(',');
    for (const head of ['', `CREATE TABLE w (${names(10_000)});\n`]) {
      const { rows } = readAround(`${head}INSERT INTO w VALUES (${values(10_000)}),(${values(10_000)});\n`);
      expect(rows.map((row) => row.length)).toEqual([2, 10_000, 10_000, 2]);
      expect(rows[2]![9_999]).toBe('9999');
    }
    for (const head of ['', `CREATE TABLE w (${names(100_000)});\n`]) {
      const { rows, skipped } = readAround(`${head}INSERT INTO w VALUES (${values(100_000)});\n`);
      expect(rows).toEqual(around);
      expect(skipped).toMatchObject([{ reason: 'rows that cannot be read' }]);
    }
    const listed = readAround(
      `INSERT INTO w (${values(100_000).replaceAll(/\d+/gu, 'c$&')}) VALUES (${values(100_000)});\n`,
    );
    expect(listed).toMatchObject({
      rows: around,
      skipped: [{ reason: 'an INSERT with a column list that cannot be read' }],
    });
  });

  it('of more structure in a row than the index holds are read byte by byte', () => {
    const calls = 'f(),'.repeat(500_000);
    const { rows, skipped } = readAround(
      `INSERT INTO w VALUES (1,2);\nINSERT INTO w VALUES (f(${calls}1),2),(5,6);\n`,
    );
    expect(rows.map((row) => row[1])).toEqual(['2', '2', '2', '6', '4']);
    expect(skipped).toEqual([]);
  });

  it('of more @ signs than are kept are searched as text', () => {
    const { rows, skipped } = readAround(`INSERT INTO t VALUES (5,'${'@'.repeat(700_000)}');\n`);
    expect(rows).toEqual(around);
    expect(skipped).toMatchObject([{ reason: 'rows with more @ signs than are kept', bytes: 700_006 }]);
  });

  it('of heads that never come to their rows are given up', () => {
    const { rows, skipped } = readAround(`INSERT INTO t (a${',a'.repeat(3 << 20)};\n`);
    expect(rows).toEqual(around);
    expect(skipped).toHaveLength(1);
  });

  it('of one line without an end are told as a whole', () => {
    for (const fill of ['x', "'", '(', 'INSERT ']) {
      const text = fill.repeat(Math.ceil((3 << 20) / fill.length));
      const { skipped, end } = readDump(text, { windowBytes: 4_096, maxRowBytes: 1 << 18 });
      expect(end).toBe(text.length);
      expect(skipped.reduce((sum, part) => sum + part.bytes, 0)).toBe(text.length);
    }
  });

  it('of zeros in the middle of a dump, as a broken disk leaves them, cost what they cover', () => {
    const { rows } = readAround(
      `${after.repeat(50).slice(0, -9)}${'\0'.repeat(4_096)}${after.repeat(50).slice(11)}`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(99);
  });

  it('of invalid UTF-8 and lone surrogates are bytes like others', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${before}INSERT INTO t VALUES ('`),
      Buffer.from([0xed, 0xa0, 0x80, 0xff, 0xfe, 0xc0, 0x27, 0x2c, 0x27, 0xf5]),
      Buffer.from(`');\n${after}`),
    ]);
    const { rows, skipped } = readDump(bytes);
    expect(rows).toHaveLength(3);
    expect(skipped).toEqual([]);
  });
});
