import { describe, expect, it } from 'vitest';
import { reportFile } from './file-server.fixture.ts';
import { formatTotals } from './format-totals.ts';

function totals(...formats: string[]): string {
  return formatTotals(formats.map((format) => reportFile('a', { format })));
}

describe('the totals by format', () => {
  it('begin with the most frequent and end with what was not read', () => {
    const formats = ['not read', 'not read', 'not read', 'CSV', 'Excel workbook', 'Excel workbook'];
    expect(totals(...formats)).toBe('2 Excel workbooks, 1 CSV, 3 not read');
    expect(totals()).toBe('');
  });

  it('count what was packed with what was not', () => {
    expect(totals('CSV, gzip', 'CSV', 'CSV, zstd')).toBe('3 CSV');
  });

  it('name ten and count the others', () => {
    const many = Array.from({ length: 14 }, (_, n) => `f${n}`);
    expect(totals(...many)).toMatch(/^1 f0, 1 f1, (?:1 f\d+, ){8}4 others$/);
  });

  it('have a word for what has none, and cut what is long', () => {
    expect(totals('')).toBe('1 of no known format');
    expect(totals('x'.repeat(500)).length).toBeLessThan(50);
  });
});
