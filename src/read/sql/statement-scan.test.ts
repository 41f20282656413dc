import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDialect } from './dialect.ts';
import { scanStatement, startScan } from './statement-scan.ts';

/** What lies before the `;` that ends the statement, or null. */
function statementOf(text: string, escapes = true): string | null {
  const scan = startScan(0);
  const bytes = Buffer.from(text);
  return scanStatement(bytes, bytes.length, true, createDialect('mysql', escapes), scan)
    ? bytes.toString('utf8', 0, scan.position)
    : null;
}

describe('a statement', () => {
  it.each([
    ["UPDATE t SET a=';';", 'strings'],
    ['UPDATE t SET a=";\'";', 'double-quoted strings'],
    ["UPDATE t SET a='it''s;\\';';", 'doubled and escaped quotes'],
    ['UPDATE `a;b` SET a=1;', 'names'],
    ["SELECT 1 -- it's; \n;", 'line comments'],
    ["SELECT 1 # it's; \n;", 'hash comments'],
    ["SELECT 1 /* it's; **/;", 'comments'],
    ["SELECT 1 /* a *//* it's; */;", 'comments next to each other'],
    ['SELECT 1 /* a */* 2;', 'a product after a comment'],
    ["SELECT 1 /*Mary's; list*/;", 'comments that begin with an M'],
    ["SELECT 1 /*!999999 it's; */;", 'comments that no server executes'],
    ['SELECT 5--1;', 'two minus signs'],
  ])('%s ends after its %s', (text) => {
    expect(statementOf(`${text} SELECT 2;`)).toBe(text);
  });

  it('inside an executable comment ends there', () => {
    expect(statementOf("/*!40101 SET a='*/;'; SET b=2 */;")).toBe("/*!40101 SET a='*/;';");
  });

  it('ends after a backslash where backslashes are letters', () => {
    expect(statementOf("SET a='C:\\'; SET b=1;", false)).toBe("SET a='C:\\';");
  });

  it('without an end has none', () => {
    for (const text of ['', 'SELECT 1', "SELECT ';", 'SELECT /* ;', 'SELECT -- ;', "SELECT 'a\\';"])
      expect(statementOf(text), text).toBeNull();
  });

  it('ends in the same place however it comes in pieces', () => {
    const token = fc.constantFrom(...'\'"`\\;/*-#!\n a', '/*', '*/', '-- ', '/*!', '/*M!999999', ';;');
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 20 })),
        fc.boolean(),
        (tokens, sizes, escapes) => {
          const bytes = Buffer.from(tokens.join(''));
          const scan = startScan(0);
          let to = 0;
          let isFound = false;
          for (const size of [...sizes, bytes.length]) {
            to = Math.min(bytes.length, to + size);
            isFound ||= scanStatement(bytes, to, to === bytes.length, createDialect('mysql', escapes), scan);
          }
          const whole = startScan(0);
          expect(isFound).toBe(
            scanStatement(bytes, bytes.length, true, createDialect('mysql', escapes), whole),
          );
          expect(scan).toEqual(whole);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
