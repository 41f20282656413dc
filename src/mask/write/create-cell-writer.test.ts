import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells } from '../cells/read-cells.fixture.ts';
import type { ReaderPlan } from '../../read/index.ts';

type Dialect = Extract<ReaderPlan, { kind: 'sql' }>['dialect'];

const planOf = (dialect: Dialect, backslashEscapes = dialect === 'mysql'): ReaderPlan => ({
  kind: 'sql',
  dialect,
  backslashEscapes,
});

/** Pieces of values that a dialect could take for syntax. */
const hostile =
  "' '' \" \\ \\' \\\\ , ; ( ) -- # /* */ $$ $a$ ]' )' || chr( é ß 東京 🔔 NULL \\N \\. 0x41 ',' 12 a".split(
    ' ',
  );
const parts = fc.constantFrom(...hostile, '\n', '\r\n', '\t', ' ', '\x1a', '\b', '\v');
const text = fc.array(parts, { minLength: 1, maxLength: 10 }).map((all) => all.join(''));

/** Cells of a row, each in another form. */
const forms: [Dialect, string[]][] = [
  [
    'mysql',
    [
      `'a'`,
      `'it''s'`,
      `'it\\'s\\n'`,
      `"a"`,
      `N'a'`,
      `_utf8mb4'a'`,
      `_binary 'a'`,
      `X'41'`,
      `x'6a'`,
      `0x41`,
      `_utf8 0x6A`,
    ].concat([
      `12`,
      `-1.5`,
      `b'101'`,
      `CONCAT('a','b')`,
      `'a' 'b'`,
      `'a' COLLATE utf8_bin`,
      `CAST('a' AS CHAR(10))`,
    ]),
  ],
  [
    'postgresql',
    [
      `'a'`,
      `'it''s'`,
      `E'a\\n'`,
      `$$a$$`,
      `$t$a$t$`,
      `'\\x4142'`,
      `'a'::text`,
      `'{1}'::jsonb`,
      `U&'a'`,
      `3`,
      `DATE '2016-01-02'`,
    ],
  ],
  [
    'sqlserver',
    [
      `N'a'`,
      `'a'`,
      `0x41`,
      `CAST(N'a' AS nvarchar(50))`,
      `CONVERT(varchar(20), 'a')`,
      `CAST(N'2016-01-02' AS DateTime)`,
      `7`,
    ].concat([`N'a' + CHAR(13) + N'b'`]),
  ],
  [
    'oracle',
    [
      `'a'`,
      `q'[a]'`,
      `nq'{a}'`,
      `TO_DATE('2016-01-02','YYYY-MM-DD')`,
      `'a' || chr(10) || 'b'`,
      `hextoraw('41')`,
      `N'a'`,
    ],
  ],
  ['sqlite', [`'a'`, `X'41'`, `replace('a\\nb','\\n',char(10))`, `1.5`]],
  ['db2', [`'a'`, `X'41'`]],
  ['standard', [`'a'`, `'it''s'`, `5`]],
];

describe('a value in the place of another', () => {
  it.each(forms)('is read back in %s, in whatever form the other one was written', (dialect, cells) => {
    const plan = planOf(dialect);
    const dump = `INSERT INTO t VALUES (${cells.join(',')});\n`;
    fc.assert(
      fc.property(text, (value) => {
        const { written } = readCells(dump, plan, { replace: () => value });
        const [row] = readCells(written, plan).rows;
        expect(row!.values).toEqual(cells.map(() => value));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the form of the other', () => {
    const write = (dialect: Dialect, cell: string, value: string) =>
      readCells(`INSERT INTO t VALUES (${cell});\n`, planOf(dialect), { replace: () => value })
        .written.toString()
        .slice(22, -3);
    expect(write('mysql', `'a\\'b'`, `c'd`)).toBe(`'c\\'d'`);
    expect(write('mysql', `'a''b'`, `c'd`)).toBe(`'c''d'`);
    expect(write('mysql', `N'a'`, 'b')).toBe(`N'b'`);
    expect(write('mysql', `_utf8mb4 'a'`, 'b')).toBe(`_utf8mb4 'b'`);
    expect(write('mysql', `0xAB`, 'é')).toBe('0xC3A9');
    expect(write('mysql', `X'ab'`, 'é')).toBe(`X'c3a9'`);
    expect(write('mysql', '12', '34')).toBe('34');
    expect(write('mysql', '12', '+33 1')).toBe(`'+33 1'`);
    expect(write('mysql', `b'101'`, '11')).toBe(`b'11'`);
    expect(write('mysql', `CONCAT('a','b')`, 'c')).toBe(`'c'`);
    expect(write('postgresql', `E'a\\n'`, 'b\nc')).toBe(`E'b\\nc'`);
    expect(write('postgresql', `$$a$$`, `b'c`)).toBe(`$$b'c$$`);
    expect(write('postgresql', `$$a$$`, `b$$c`)).toBe(`'b$$c'`);
    expect(write('sqlserver', `CAST(N'2016-01-02' AS DateTime)`, '2017-02-03')).toBe(
      `CAST(N'2017-02-03' AS DateTime)`,
    );
    expect(write('oracle', `TO_DATE('02/01/2016','DD/MM/YYYY')`, '03/02/2017')).toBe(
      `TO_DATE('03/02/2017','DD/MM/YYYY')`,
    );
    expect(write('oracle', `q'[a]'`, `b'c`)).toBe(`q'[b'c]'`);
  });

  it('never keeps what stands beside a literal and may say something', () => {
    const { written } = readCells(
      `INSERT INTO t VALUES (TO_DATE('a','Jean Dupont'), 'a' || "Jean", NVL('a','Jean'));\n`,
      planOf('oracle'),
      {
        replace: () => 'x',
      },
    );
    expect(written.toString()).not.toContain('Jean');
  });

  it('is written into the lines of a COPY', () => {
    const plan = planOf('postgresql');
    const copy = 'COPY t (a, b, c, d) FROM stdin;\na\\tb\t\\N\t\\\\x4142\t\n12\té\tx\ty\n\\.\n';
    fc.assert(
      fc.property(text, (value) => {
        const { written } = readCells(copy, plan, { replace: () => value });
        expect(readCells(written, plan).rows.map(({ values }) => values)).toEqual([
          [value, null, value, null],
          [value, value, value, value],
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('is written in the character set of the cell, or of the file', () => {
    const latin = Buffer.from(`INSERT INTO t VALUES ('\xe9','a','\u00c3\u00a9');\n`, 'latin1');
    const { written } = readCells(latin, planOf('mysql'), { charset: 'latin1', replace: () => 'Zoé Łuk €' });
    expect(written.toString('latin1')).toBe(
      `INSERT INTO t VALUES ('Zo\xe9 ?uk \x80','Zo\xe9 ?uk \x80','${Buffer.from('Zoé Łuk €').toString('latin1')}');\n`,
    );
  });
});

describe('JSON', () => {
  it('keeps strings strings and numbers numbers, and escapes as the cell did', () => {
    const write = (cell: string, value: string) =>
      readCells(`{"a":${cell},"b":1}\n{"a":"x","b":2}\n`, undefined, {
        replace: (old) => (/^[12]$/u.test(old) ? old : value),
      })
        .written.toString()
        .split('\n')[0]!
        .slice(5, -7);
    expect(write('"x"', 'é/"\n')).toBe('"é/\\"\\n"');
    expect(write('"\\u00e9\\/"', 'é/')).toBe('"\\u00e9\\/"');
    expect(write('33', '44')).toBe('44');
    expect(write('33', '044')).toBe('"044"');
    expect(write('[33]', '[44]')).toBe('[44]');
    expect(write('{"$oid":"5f"}', '6a')).toBe('{"$oid":"6a"}');
    expect(write('{"$date":{"$numberLong":"1451606400000"}}', '2017-01-01T00:00:00.000Z')).toMatch(
      /2017-01-01/u,
    );
    expect(write('null', 'x')).toBe('null');
  });
});

describe('a field of fixed width', () => {
  const plan: ReaderPlan = {
    kind: 'fixed',
    name: 'fixed-width text',
    length: 12,
    fields: [
      { from: 0, to: 6 },
      { from: 6, to: 12 },
    ],
    inCharacters: true,
    isTrimmed: false,
    pattern: '????????????',
    columns: ['a', 'b'],
    dataOffset: 0,
  };

  it('keeps its width, and the side on which it is padded', () => {
    const write = (value: string) =>
      readCells('ab        12\n', plan, { replace: () => value }).written.toString();
    expect(write('xyz')).toBe('xyz      xyz\n');
    expect(write('é')).toBe('é          é\n');
    expect(write('longer than it')).toBe('longerlonger\n');
  });
});
