import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoded } from '../notation.ts';
import { createDialect, type DialectName } from './dialect.ts';
import { sqlNotationOf } from './sql-notation.ts';

const scratch = 8_192;
const bytes = new Uint8Array(1 << 15);
const decoded: Decoded = { start: 0, end: 0, wide: false };

function decode(dialect: DialectName, written: string, scratchBytes = 2_048): string | null {
  bytes.fill(0x27);
  const source = Buffer.from(written);
  bytes.set(source, 100);
  const end = 100 + source.length;
  const notation = sqlNotationOf(createDialect(dialect));
  if (!notation.decode(bytes, 100, end, scratch, scratchBytes, decoded)) return null;
  const isInPlace = decoded.start >= 100 && decoded.end <= end;
  expect(isInPlace || (decoded.start >= scratch && decoded.end <= scratch + scratchBytes)).toBe(true);
  expect(decoded.start).toBeLessThanOrEqual(decoded.end);
  return Buffer.from(bytes.subarray(decoded.start, decoded.end)).toString();
}

describe('a value wrapped in a function', () => {
  it.each<[DialectName, string, string | null]>([
    ['sqlserver', "CAST(N'2009-01-01T00:00:00.000' AS DateTime)", '2009-01-01T00:00:00.000'],
    ['sqlserver', "CAST(CAST(N'x''y' AS varchar(10)) AS nvarchar(50))", "x'y"],
    ['sqlserver', 'CAST(12.50 AS Decimal(18, 2))', '12.50'],
    ['sqlserver', 'CAST(NULL AS DateTime)', null],
    ['sqlserver', "CONVERT([date], N'1980-01-02', 23)", '1980-01-02'],
    ['sqlserver', "N'a' + CHAR(13,10) + 'b'", 'a\r\nb'],
    ['sqlserver', "N'a' COLLATE Latin1_General_CI_AS", 'a'],
    ['sqlserver', "CONCAT('a', ' ', N'b')", 'a b'],
    ['sqlserver', 'CAST(0x416e6e AS varchar(3))', 'Ann'],
    ['sqlserver', 'GETDATE()', 'GETDATE()'],
    ['sqlserver', "N''", ''],
    ['oracle', "TO_DATE('2001-02-03','YYYY-MM-DD')", '2001-02-03'],
    ['oracle', "to_timestamp( 'a','b' )", 'a'],
    ['oracle', "TIMESTAMP '2001-02-03 04:05:06'", '2001-02-03 04:05:06'],
    ['oracle', "'it'||''''||'s'||CHR(233)", "it's\u00e9"],
    ['oracle', "q'<it's>'", "it's"],
    ['oracle', "Nq'xit'sx'||'!'", "it's!"],
    ['oracle', "HEXTORAW('416e6e')", '416e6e'],
    ['oracle', 'SYSDATE', 'SYSDATE'],
    ['postgresql', "'2001-02-03'::date", '2001-02-03'],
    ['postgresql', "'x'::character varying(10)", 'x'],
    ['postgresql', 'NULL::text', null],
    ['postgresql', "E'a\\'b''c\\101\\x42\\u00e9\\U0001F514\\q'", "a'b'cAB\u00e9🔔q"],
    ['postgresql', "'\\x416e6e'", 'Ann'],
    ['postgresql', "'\\x416e6'", '\\x416e6'],
    ['postgresql', "$a$it's $b$$a$", "it's $b$"],
    ['postgresql', "(('x'))", 'x'],
    ['postgresql', "ROW('x', 'y')", 'x'],
    ['sqlite', "replace('a\\nb','\\n',char(10))", 'a\nb'],
    ['sqlite', "replace(replace('a\\015\\012b','\\015',char(13)),'\\012',char(10))", 'a\r\nb'],
    ['sqlite', "replace('a','b','c')", 'a'],
    ['sqlite', "unistr('\\000a\\u00e9\\+01F514\\U0001f514\\\\\\x')", '\n\u00e9🔔🔔\\\\x'],
    ['standard', "'C:\\'", 'C:\\'],
    ['standard', "upper('x')", 'x'],
    ['mysql', "concat('a','b')", "concat('a','b')"],
  ])('of %s: %s', (dialect, written, value) => {
    expect(decode(dialect, written)).toBe(value);
  });

  it('nested without end is not followed without end', () => {
    const deep = `${'f('.repeat(2_000)}'x'${')'.repeat(2_000)}`;
    expect(decode('standard', deep)).toBe(deep);
  });

  it('longer than there is room for is decoded up to there', () => {
    expect(decode('sqlserver', `N'${'x'.repeat(300)}' + N'y'`, 64)).toBe('x'.repeat(64));
    expect(decode('postgresql', `E'${'\\n'.repeat(300)}'`, 64)?.length).toBeGreaterThan(50);
    expect(decode('sqlserver', `CAST(0x${'41'.repeat(300)} AS x)`, 64)).toBe('A'.repeat(64));
  });

  it('made of anything stays in its room', () => {
    const dialects = ['standard', 'postgresql', 'sqlserver', 'oracle', 'db2', 'sqlite', 'mysql'] as const;
    const token = fc.constantFrom(
      ...'\'"\\(),|+$eEqQnNxX0[]:-. ',
      'CAST(',
      'char(',
      'replace(',
      "'\\n'",
      'unistr(',
      '||',
      "E'",
      "q'[",
      '$a$',
      '0x41',
      "X'",
      'NULL',
      'é',
      '\\u00e9',
      '1.5',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...dialects),
        fc.array(token, { maxLength: 30 }),
        fc.integer({ min: 8, max: 80 }),
        (dialect, tokens, room) => {
          decode(dialect, tokens.join(''), room);
        },
      ),
      { numRuns: 3_000, seed: 11 },
    );
  });
});
