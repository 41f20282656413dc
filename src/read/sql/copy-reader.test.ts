import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollectedRows, openReader, readDump, type ReadOptions } from './read-dump.fixture.ts';

const read = (dump: string, options: ReadOptions = {}) =>
  readDump(dump, { dialect: 'postgresql', ...options });
const valuesOf = ({ rows }: CollectedRows) => rows.map((row) => row.values);

const escapes = new Map([
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);
const written = (value: string | null) =>
  value === null ? '\\N' : [...value].map((letter) => escapes.get(letter) ?? letter).join('');

interface Table {
  name: string;
  rows: (string | null)[][];
}

function copyOf({ name, rows }: Table, lineEnd = '\n'): string {
  const columns = rows[0]!.map((_, i) => `c${i}`).join(', ');
  const lines = rows.map((row) => row.map(written).join('\t') + lineEnd);
  return `COPY public.${name} (${columns}) FROM stdin;${lineEnd}${lines.join('')}\\.${lineEnd}${lineEnd}${lineEnd}--${lineEnd}`;
}

const hostile = [
  "'",
  '"',
  '\\',
  '\\.',
  '\n\\.\n',
  '\t',
  '\r',
  '\n',
  ';',
  '@',
  'COPY x FROM stdin;',
  '\\N',
  '$$',
  '--',
  'é',
  '🔔',
  '',
];
const value = fc.option(
  fc
    .array(fc.constantFrom(...hostile, 'ann@example.com', '1'), { maxLength: 5 })
    .map((parts) => parts.join('')),
  { freq: 6 },
);
const table = fc
  .tuple(fc.constantFrom('people', 'orders', 'x'), fc.integer({ min: 1, max: 4 }))
  .chain(([name, width]) =>
    fc.record({
      name: fc.constant(name),
      rows: fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    }),
  );
const expected = (tables: Table[]) =>
  tables.flatMap(({ name, rows }) => rows.map((values) => ({ name, values })));
const plain = ({ rows }: CollectedRows) => rows.map(({ table, values }) => ({ name: table, values }));

describe('the rows of a COPY', () => {
  it('are read with their escapes taken off, in octal and hex too', () => {
    const dump =
      'COPY t (a, b, c) FROM stdin;\nx\\tq\\\\\t\\N\t\n\\101\\x42\\n\\q\té\\\\\\\\x41\t\\\\x416e6E\n\\.\n';
    const result = read(dump);
    expect(valuesOf(result)).toEqual([
      ['x\tq\\', null, ''],
      ['AB\nq', 'é\\\\x41', 'Ann'],
    ]);
    expect(result.skipped).toEqual([]);
    expect(result.rows[0]).toMatchObject({ table: 't', columns: ['a', 'b', 'c'], offset: 29 });
  });

  it('are the same whatever the window, the chunks and the kernel', () => {
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 90 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        (tables, windowBytes, chunkBytes, twin, lineEnd) => {
          const dump = tables.map((each) => copyOf(each, lineEnd)).join('');
          const result = read(dump, { windowBytes, chunkBytes, twin });
          expect(plain(result)).toEqual(expected(tables));
          expect(result.skipped).toEqual([]);
          expect(result.end).toBe(Buffer.byteLength(dump));
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('are read once each, in stretches that are told in which state the one before ended', () => {
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 120 }),
        fc.boolean(),
        (tables, stretch, isTold) => {
          const dump = tables.map((each) => copyOf(each)).join('');
          const { reader, result } = openReader(dump, { dialect: 'postgresql', windowBytes: 64 });
          const size = Buffer.byteLength(dump);
          let end = 0;
          let state = '';
          for (let from = 0; from < size; from += stretch) {
            const to = from + stretch;
            if (end >= to) continue;
            end = isTold ? reader.read(end, to, state) : reader.read(end, to);
            state = reader.state;
            expect(isTold || state === '').toBe(true);
          }
          expect(plain(result)).toEqual(expected(tables));
          expect(result.skipped).toEqual([]);
        },
      ),
      { numRuns: 150, seed: 4 },
    );
  });

  it('begin, for who starts among them, where the stretch before stops', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [String(i), `name ${i}`, null]);
    const dump = `CREATE TABLE people (a int);\n${copyOf({ name: 'people', rows })}`;
    const { reader } = openReader(dump, { dialect: 'postgresql' });
    for (let to = 120; to < 700; to += 13) {
      const { reader } = openReader(dump, { dialect: 'postgresql', windowBytes: 50 });
      const end = reader.read(0, to, '');
      expect(JSON.parse(reader.state)).toEqual(['people', ['c0', 'c1', 'c2']]);
      expect(
        openReader(dump, { dialect: 'postgresql' }).reader.findStart(to, dump.length, reader.state),
      ).toBe(end);
    }
    // without knowing the table, at what follows the rows
    expect(reader.findStart(200, dump.length)).toBe(dump.indexOf('\\.') + 2);
  });

  it('of another table are not taken for rows of the one that was open', () => {
    const dump = `x\ty\n1\t2\n\\.\n\nSET a = 1;\n`;
    const { reader } = openReader(dump, { dialect: 'postgresql' });
    expect(reader.findStart(1, dump.length, '["t",["a","b","c"]]')).toBe(dump.length);
    expect(reader.findStart(1, dump.length, '["t",["a","b"]]')).toBe(4);
    expect(reader.findStart(1, dump.length, '["t",null]')).toBe(4);
    expect(reader.findStart(1, 3, '["t",null]')).toBe(3);
  });

  it('with another number of values are handed over, and reading goes on', () => {
    const result = read('COPY t (a, b) FROM stdin;\n1\t2\nlost ann@example.com\n1\t2\t3\n3\t4\n\\.\n');
    expect(valuesOf(result)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(result.skipped).toEqual([
      {
        offset: 30,
        bytes: 27,
        reason: 'rows with another number of values than the table has columns',
        text: 'lost ann@example.com\n1\t2\t3\n',
      },
    ]);
  });

  it('too long for the window are handed over whole, and reading goes on', () => {
    const long = 'x'.repeat(9 << 20);
    const result = read(
      `COPY t (a, b) FROM stdin;\n1\t2\n${long}\t2\n3\t4\n\\.\nINSERT INTO u VALUES (5);\n`,
    );
    expect(valuesOf(result)).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect(result.skipped.map(({ bytes, reason }) => ({ bytes, reason }))).toEqual([
      { bytes: long.length + 3, reason: 'a row longer than what is read whole' },
    ]);
  });

  it('cut off are told, with what is left of the last one', () => {
    const { rows, skipped } = read('COPY t (a) FROM stdin;\n1\nann@exam');
    expect([rows.length, skipped]).toEqual([
      1,
      [{ offset: 25, bytes: 8, reason: 'cut off in the middle of the rows of a COPY', text: 'ann@exam' }],
    ]);
    expect(read('COPY t (a) FROM stdin;\n1\n\\.').skipped).toEqual([]);
    expect(read('COPY t (a) FROM stdin;\n1\n').skipped).toHaveLength(1);
  });

  it('whose end was lost end where the next COPY begins', () => {
    const result = read(
      'COPY t (a, b) FROM stdin;\n1\t2\nCOPY public.u (c, d, e) FROM stdin;\n3\t4\t5\n\\.\n',
    );
    expect(plain(result)).toEqual([
      { name: 't', values: ['1', '2'] },
      { name: 'u', values: ['3', '4', '5'] },
    ]);
  });

  it('in another form are handed over as text, up to their end', () => {
    const result = read('COPY t (a) FROM stdin WITH (FORMAT csv);\n"x\ny"\n\\.\nINSERT INTO u VALUES (5);\n');
    expect(valuesOf(result)).toEqual([['5']]);
    expect(result.skipped).toEqual([
      {
        offset: 41,
        bytes: 6,
        reason: 'rows of a COPY in another form than pg_dump writes',
        text: '"x\ny"\n',
      },
    ]);
  });
});
