// The number of a cell as people read it: dates and times as ISO 8601, whole numbers without an exponent.

import type { NumberFormat } from './number-formats.ts';

const dayMs = 86_400_000;
/** Day 0 of the two calendars of spreadsheets. The first counts a 29 February 1900 that never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** Of 31 December 9999. */
const lastDay = 2_958_465;

export function cellNumber(written: string, format: NumberFormat, counts1904: boolean): string {
  const number = Number(written);
  if (written === '' || !Number.isFinite(number)) return written;
  if (typeof format === 'object') {
    return Number.isSafeInteger(number) && number >= 0 ? String(number).padStart(format.zeros, '0') : written;
  }
  if (format !== 'plain' && number >= 0 && number <= lastDay) return dateOf(number, format, counts1904);
  return /[eE]/u.test(written) && Number.isSafeInteger(number) ? String(number) : written;
}

function dateOf(days: number, format: 'date' | 'time' | 'datetime', counts1904: boolean): string {
  const shift = !counts1904 && days < 60 ? 1 : 0;
  const rounded = Math.round((days + shift) * 86_400) * 1000;
  const iso = new Date((counts1904 ? epoch1904 : epoch1900) + rounded).toISOString();
  const time = iso.slice(11, 19);
  if (format === 'time' && days < 1) return time;
  const hasTime = rounded % dayMs !== 0;
  return hasTime && format !== 'date' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}
