import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, padText, textWidth, wrapText } from './fit-text.ts';
import { visibleText } from './visible-text.ts';

const line = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })).map(visibleText);

describe('text in columns', () => {
  it('counts wide letters as two columns and combining marks as none', () => {
    expect(textWidth('abc')).toBe(3);
    expect(textWidth('e\u0301')).toBe(1);
    expect(textWidth('顧客')).toBe(4);
    expect(textWidth('🔔')).toBe(2);
    expect(textWidth('j•••@g••••.com')).toBe(14);
  });

  it('keeps both ends of a name that is cut', () => {
    expect(fitText('field_data_field_candidate_phone', 16)).toBe('field_data…phone');
    expect(fitText('short', 16)).toBe('short');
    expect(fitText('anything', 0)).toBe('');
  });

  it('is never wider than asked', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 90 }), (text, columns) => {
        expect(textWidth(fitText(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('pads to exactly the width', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 4, max: 90 }), (text, columns) => {
        expect(textWidth(padText(text, columns))).toBe(columns);
      }),
    );
    expect(padText('7', 3, 'right')).toBe('  7');
  });

  it('wraps without losing or adding a letter and without a line too long', () => {
    fc.assert(
      fc.property(line, fc.integer({ min: 2, max: 90 }), (text, columns) => {
        const lines = wrapText(text, columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const wrapped of lines) expect(textWidth(wrapped)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('ends when one letter is wider than the room', () => {
    const jamo = 'ᄀᄀᄀᄀ';
    expect(wrapText(jamo, 2)).toEqual(['ᄀ', 'ᄀ', 'ᄀ', 'ᄀ']);
    expect(wrapText(jamo.repeat(20), 80)).toHaveLength(2);
  });
});
