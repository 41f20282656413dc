import { describe, expect, it } from 'vitest';
import { createDialect } from './dialect.ts';
import { CUT } from './lexer.ts';
import { createRowSpans, MALFORMED, maxColumns, scanTuple } from './tuple-scanner.ts';

const spans = createRowSpans();

function valuesOf(text: string, escapes = true): string[] | number {
  const bytes = Buffer.from(text);
  const end = scanTuple(bytes, 0, bytes.length, createDialect('mysql', escapes), spans);
  if (end < 0) return end;
  return Array.from({ length: spans.count }, (_, i) =>
    bytes.toString('utf8', spans.starts[i], spans.ends[i]),
  );
}

describe('a row', () => {
  it('is its values as they are written', () => {
    expect(valuesOf(`(1, 'a,b' ,"it's",_utf8'x)',NULL , -1.5)`)).toEqual([
      '1',
      "'a,b'",
      `"it's"`,
      "_utf8'x)'",
      'NULL',
      '-1.5',
    ]);
  });

  it('may have comments between its values, and executable ones around them', () => {
    expect(valuesOf("(1/*,*/,/* it's */2 -- )\n,# )\n3,/*!50000 'x' */,/*M!4*/)")).toEqual([
      '1',
      '2',
      '3',
      "'x'",
      '',
    ]);
  });

  it('may nest parentheses', () => {
    expect(valuesOf("(f(1,(2),')'),(3))")).toEqual(["f(1,(2),')')", '(3)']);
  });

  it('may leave values out', () => {
    expect(valuesOf('()')).toEqual(['']);
    expect(valuesOf('(,)')).toEqual(['', '']);
  });

  it('is cut wherever the bytes end before its last parenthesis', () => {
    const row = `(1,'it''s\\'','a"b',"c",/* d */-1,x'41',(2)) `;
    for (let cut = 1; cut < row.length - 1; cut++)
      expect(valuesOf(row.slice(0, cut)), row.slice(0, cut)).toBe(CUT);
    expect(valuesOf(row)).toHaveLength(7);
  });

  it('with a semicolon outside strings is none, and tells how far that was looked for', () => {
    expect(valuesOf("(1,';',2;")).toBe(MALFORMED);
    expect(spans.reached).toBe(8);
    expect(valuesOf("(1,'a")).toBe(CUT);
    expect(spans.reached).toBe(5);
  });

  it('has at most as many values as any server has columns', () => {
    expect(valuesOf(`(${'1,'.repeat(maxColumns - 1)}1)`)).toHaveLength(maxColumns);
    expect(valuesOf(`(${'1,'.repeat(maxColumns)}1)`)).toBe(MALFORMED);
  });
});
