import { describe, expect, it } from 'vitest';
import { collectingSink, nothingCollected, openWindow } from '../collect-rows.fixture.ts';
import type { DialectName } from './dialect.ts';
import { SqlReader } from './sql-reader.ts';

/** How many bytes were indexed for each byte of a dump in which each statement holds something odd. */
function indexedFor(dialect: DialectName, statement: string): { ratio: number; rows: number } {
  const dump = Buffer.from(statement.repeat(4_000));
  const window = openWindow(dump);
  const { kernel } = window;
  let indexed = 0;
  const result = nothingCollected({});
  const original = kernel.indexBlock.bind(kernel);
  kernel.indexBlock = (...args) => {
    indexed += args[1];
    original(...args);
  };
  try {
    new SqlReader(window, collectingSink(window, result, {}, null), { dialect }).read(0, Infinity);
  } finally {
    kernel.indexBlock = original;
  }
  return { ratio: indexed / dump.length, rows: result.rows.length };
}

describe('a dump with something odd in every statement', () => {
  it.each([
    ['sqlserver', "INSERT [T] ([a],[b]) VALUES (CAST(N'x' AS DateTime), N'it''s')\nGO\n"],
    ['oracle', "Insert into T (A,B) values (1,to_date('x','y'));\n"],
    ['postgresql', "INSERT INTO t VALUES (1, E'it\\'s'); -- it's\n"],
    ['mysql', "INSERT INTO t VALUES (1, 'x'); -- it's\n"],
  ] as const)('of %s is not indexed over and over: %j', (dialect, statement) => {
    const { ratio, rows } = indexedFor(dialect, statement);
    expect(rows).toBe(4_000);
    // the first block after each start is two kilobytes
    expect(ratio).toBeLessThan(2_048 / statement.length + 2);
  });

  it('is indexed once where nothing between the rows holds a quote', () => {
    for (const between of ['GO\n', 'go\r\n'])
      expect(indexedFor('sqlserver', `INSERT [T] ([a]) VALUES (1)\n${between}`).ratio).toBeLessThan(1.5);
  });
});
