import { describe, expect, it } from 'vitest';

import { createMaskKeys } from '../cipher/mask-keys.ts';
import { createBirthMonths } from './birth-months.ts';

const births = createBirthMonths(createMaskKeys(new Uint8Array(32).fill(3)));

function everyDay(): Date[] {
  const days: Date[] = [];
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2100, 0, 1); time += 86_400_000)
    days.push(new Date(time));
  return days;
}

const packed = (date: Date): number =>
  date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();

describe('birth months', () => {
  it('make of every day of two centuries another day, and of no two the same', () => {
    const seen = new Set<number>();
    const wrong: number[] = [];
    for (const day of everyDay()) {
      const masked = births.maskDate(packed(day));
      const time = Date.UTC(Math.floor(masked / 10_000), (Math.floor(masked / 100) % 100) - 1, masked % 100);
      if (masked === packed(day) || packed(new Date(time)) !== masked) wrong.push(masked);
      seen.add(masked);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBe(everyDay().length);
  });

  it('keep a birth within two years, that of the end of February within four', () => {
    for (let year = 1900; year < 2100; year++) {
      for (let month = 1; month <= 12; month++) {
        const masked = births.maskMonth(year, month);
        expect(Math.abs(masked.year - year)).toBeLessThanOrEqual(month === 2 ? 4 : 1);
        expect(masked.year === year && masked.month === month).toBe(month === 2 && year % 100 === 0);
        expect(births.maskMonth(year % 100, month)).toEqual({ year: masked.year % 100, month: masked.month });
      }
    }
  });

  it('are others under another key', () => {
    const others = createBirthMonths(createMaskKeys(new Uint8Array(32).fill(4)));
    const same = everyDay().filter((day) => births.maskDate(packed(day)) === others.maskDate(packed(day)));
    expect(same.length).toBeLessThan(everyDay().length / 100);
  });

  it('leave what is no month and no day', () => {
    expect(births.maskMonth(85, 42)).toEqual({ year: 85, month: 42 });
    expect(births.maskDay(1985, 2, 30)).toBe(30);
    expect(births.maskDay(1985, 2, 0)).toBe(0);
  });
});
