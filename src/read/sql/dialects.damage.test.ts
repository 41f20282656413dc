import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialectName } from './dialect.ts';
import { openReader, readDump } from './read-dump.fixture.ts';

const dumps: Record<Exclude<DialectName, 'mysql'>, string> = {
  standard: "CREATE TABLE t (a int, b text);\nINSERT INTO t VALUES (1, 'x'), (2, 'it''s');\n",
  postgresql:
    '\\connect shop\nCREATE TABLE public.t (a int, b text);\nCOPY public.t (a, b) FROM stdin;\n1\tann@example.com\n2\t\\N\n\\.\n\n' +
    "CREATE FUNCTION f() AS $x$ BEGIN; END $x$;\nINSERT INTO t VALUES (3, E'it\\'s'), (4, ARRAY['a','b']);\nCOPY u (c) FROM stdin;\nx\n\\.\n",
  sqlserver:
    "IF NOT EXISTS (SELECT 1)\nBEGIN\nCREATE TABLE [dbo].[T]([a] [int])\nEND\nGO\nINSERT [dbo].[T] ([a], [b]) VALUES (1, CAST(N'x' AS DateTime))\n" +
    "INSERT [dbo].[T] VALUES (2, N'it''s')\nGO\nCREATE PROCEDURE p AS\nINSERT [T] VALUES (9)\nGO\nprint 'x'\n",
  oracle:
    "REM it's\nSET DEFINE OFF;\nInsert into H.T (A,B) values (1,q'[it's]');\nINSERT ALL INTO t VALUES (1, TO_DATE('a','b')) INTO u VALUES (2) SELECT * FROM dual;\n" +
    'CREATE TRIGGER x\nBEGIN NULL; END;\n/\ninsert into t values (3,null)\n/\n',
  db2: "CONNECT TO S@\nINSERT INTO T VALUES (1, 'x')@\nINSERT INTO T VALUES (2, 'it''s');\nCREATE TRIGGER x BEGIN\nEND@\n",
  sqlite:
    "PRAGMA x;\nBEGIN TRANSACTION;\nINSERT INTO t VALUES(1,replace('a\\nb','\\n',char(10)));\nCREATE TRIGGER x BEGIN\nEND;\nINSERT INTO [t] VALUES(2,X'41');\n",
};

const inserted = fc.constantFrom(
  ...'\'"`[]();\\$@/\n\r\t-#,\0',
  '$$',
  '\\.',
  '\\.\n',
  "E'",
  "q'",
  "q'[",
  '/*',
  '*/',
  '--',
  '\nGO\n',
  'INSERT ',
  'COPY t FROM stdin;\n',
  '\\c x\n',
  'BEGIN ',
  'IF EXISTS (',
  '\n/\n',
  '@\n',
);
const damage = fc.array(
  fc.record({ at: fc.nat(), cut: fc.integer({ min: 0, max: 12 }), text: fc.option(inserted, { nil: '' }) }),
  { minLength: 1, maxLength: 4 },
);

function damaged(dump: string, wounds: { at: number; cut: number; text: string }[]): string {
  let text = dump;
  for (const { at, cut, text: put } of wounds) {
    const from = at % (text.length + 1);
    text = text.slice(0, from) + put + text.slice(from + cut);
  }
  return text;
}

describe('a damaged dump', () => {
  for (const [dialect, dump] of Object.entries(dumps) as [DialectName, string][]) {
    it(`of ${dialect} is read to its end, the same in any window`, () => {
      fc.assert(
        fc.property(damage, fc.integer({ min: 1, max: 120 }), fc.boolean(), (wounds, windowBytes, twin) => {
          const text = damaged(dump, wounds);
          const whole = readDump(text, { dialect, twin });
          expect(whole.end).toBe(Buffer.byteLength(text));
          const small = readDump(text, { dialect, windowBytes });
          expect(small.rows).toEqual(whole.rows);
          expect(small.end).toBe(whole.end);
        }),
        { numRuns: 200, seed: 21 },
      );
    });

    it(`of ${dialect} gives the same rows in stretches`, () => {
      fc.assert(
        fc.property(damage, fc.integer({ min: 1, max: 90 }), (wounds, stretch) => {
          const text = damaged(dump, wounds);
          const { reader, result } = openReader(text, { dialect });
          let end = 0;
          let state = '';
          for (let to = stretch; to < text.length + stretch; to += stretch) {
            if (end >= to && end > 0) continue;
            end = reader.read(end, to, state);
            state = reader.state;
          }
          expect(result.rows).toEqual(readDump(text, { dialect }).rows);
        }),
        { numRuns: 80, seed: 22 },
      );
    });
  }
});

describe('damage keeps to its place', () => {
  const insert = (row: string) => `INSERT INTO t (a, b) VALUES${row};\n`;
  const idsOf = (dump: string) => readDump(dump, { dialect: 'db2' }).rows.map(({ values }) => values[0]);

  it('a broken head does not break the rows of those like it', () => {
    expect(idsOf(insert("](1, 'x')") + insert(" (2, 'x')") + insert(" (3, 'x')"))).toEqual(['2', '3']);
  });

  it('a bracket that nothing closes ends with its value, whether or not the rows before were indexed', () => {
    const rows = ["(1, 'x')", "([2, 'x')", "(3, 'x')"];
    expect(idsOf(insert(rows.join(',')))).toEqual(['1', '[2', '3']);
    expect(idsOf(insert(rows.slice(1).join(',')))).toEqual(['[2', '3']);
  });

  it.each(['PRAGMA "x;\n', "SET x = it's;\n", 'PRAGMA [x;\n', 'DROP TABLE `x;\n'])(
    'an odd quote in a statement without rows hides none: %j',
    (odd) => {
      const dump = odd + insert(" (1, 'x')") + insert(" (2, 'y')") + 'COMMIT;\n';
      expect(readDump(dump, { dialect: 'sqlite' }).rows.map(({ values }) => values[0])).toEqual(['1', '2']);
    },
  );
});
