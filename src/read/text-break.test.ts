import { describe, expect, it } from 'vitest';
import { textBreak } from './text-break.ts';

const breakOf = (text: string, from = 0, to = text.length) => textBreak(Buffer.from(text), from, to);

describe('a break in text', () => {
  it('is after the last space or control byte', () => {
    expect(breakOf('dear ann@example.com')).toBe(5);
    expect(breakOf('dear\nann ')).toBe(9);
    expect(breakOf('a b c', 0, 4)).toBe(4);
    expect(breakOf('a b c', 0, 3)).toBe(2);
  });

  it('is at the end where no word ends near it', () => {
    expect(breakOf('x'.repeat(5_000))).toBe(5_000);
    expect(breakOf(` ${'x'.repeat(5_000)}`)).toBe(5_001);
  });

  it('is never at the beginning, so that whoever breaks there goes on', () => {
    expect(breakOf(' x', 1)).toBe(2);
    expect(breakOf('', 0)).toBe(0);
    expect(breakOf('abc', 2, 1)).toBe(2);
  });
});
