import { describe, expect, it } from 'vitest';
import { bytesText, countOf, countText, secondsText, shareText, speedText } from './number-text.ts';

describe('numbers as text', () => {
  it('groups thousands and stays exact at any size', () => {
    expect([0, 12, 999, 1000, 711_204, 10_200_000].map(countText)).toEqual([
      '0',
      '12',
      '999',
      '1,000',
      '711,204',
      '10,200,000',
    ]);
    expect(countText(Number.MAX_SAFE_INTEGER)).toBe('9,007,199,254,740,991');
    expect(countText(1e21)).toBe('1,000,000,000,000,000,000,000');
    expect(countText(Number.NaN)).toBe('unknown');
  });

  it('speaks of one person and of many people', () => {
    expect(countOf(1, 'person', 'people')).toBe('1 person');
    expect(countOf(0, 'person', 'people')).toBe('0 people');
  });

  it('writes sizes in decimal units with three digits', () => {
    expect([0, 1, 999, 1000, 12_404, 362_114_902, 4_550_000_000, 999_999].map(bytesText)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.00 kB',
      '12.4 kB',
      '362 MB',
      '4.55 GB',
      '1.00 MB',
    ]);
  });

  it('never calls a part nothing or all', () => {
    expect(shareText(1, 1_000_000)).toBe('<1 %');
    expect(shareText(999_999, 1_000_000)).toBe('>99 %');
    expect(shareText(0, 10)).toBe('0 %');
    expect(shareText(10, 10)).toBe('100 %');
    expect(shareText(5, 0)).toBe('0 %');
  });

  it('writes times in the unit people would use', () => {
    expect([0.04, 12.34, 200, 7260].map(secondsText)).toEqual(['0.0 s', '12.3 s', '3 min 20 s', '2 h 1 min']);
  });

  it('writes a slow rate with one decimal and no rate for a run too short to have one', () => {
    expect(speedText(12.34, 812.4, ' at ')).toBe('12.3 s at 812 MB/s');
    expect(speedText(3, 0.4, ', ')).toBe('3.0 s, 0.4 MB/s');
    expect(speedText(3, 9.96, ', ')).toBe('3.0 s, 10 MB/s');
    expect(speedText(0.5, 1.26, ' at ')).toBe('0.5 s at 1.3 MB/s');
    expect(speedText(0.2, 0.03, ' at ')).toBe('0.2 s');
    expect(speedText(3, Infinity, ' at ')).toBe('3.0 s');
  });
});
