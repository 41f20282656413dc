// When a period ends. In: its start, its length, a time zone. Out: the end to the minute, which is the earliest that
// can be meant and what is warned by; and the later ends that Regulation (EEC, Euratom) No 1182/71 can be read to give.

import { firstInstantOf, wallTimeOf } from '../../base/index.ts';
import type { Period } from './clock-rule.ts';
import { addDays, type Day, type HolidayCountry, isWorkingDay, nextWorkingDay } from './working-days.ts';

/**
 * `wording`: what the text says. `argued`: what some authors read into it and authorities do not follow.
 */
export interface Reading {
  dueMs: number;
  standing: 'wording' | 'argued';
  /** What gives it: of Regulation 1182/71 the number alone. */
  article: string;
  source: string;
}

export interface PeriodPlace {
  zone: string;
  country: HolidayCountry | null;
}

/** Hours are counted as they pass; days and months keep the time on the wall, in a shorter month its last day. */
export function periodEnd(startMs: number, period: Period, zone: string): number {
  if ('hours' in period) return startMs + period.hours * hourMs;
  const wall = wallTimeOf(startMs, zone);
  const day = 'days' in period ? addDays(wall, period.days) : addMonths(wall, period.months);
  return firstInstantOf({ ...wall, ...day }, zone);
}

export function readingsOf(startMs: number, period: Period, place: PeriodPlace): Reading[] {
  return 'hours' in period ? hourReadings(startMs, period.hours, place) : dayReadings(startMs, period, place);
}

/** Where the end is no working day: noon of the next (Delegated Regulation (EU) 2025/301 Art. 5(4)). */
export function noonReading(dueMs: number, { zone, country }: PeriodPlace): Reading | null {
  const day = wallTimeOf(dueMs, zone);
  if (isWorkingDay(day, country)) return null;
  const next = nextWorkingDay(day, country);
  return {
    dueMs: firstInstantOf({ ...next, hour: 12, minute: 0, second: 0 }, zone),
    standing: 'wording',
    article: '2025/301 Art. 5(4)',
    source:
      'Delegated Regulation (EU) 2025/301: noon of the next working day; not for the entities of Art. 5(5)',
  };
}

const hourMs = 3_600_000;

function hourReadings(startMs: number, hours: number, place: PeriodPlace): Reading[] {
  const { minute, second } = wallTimeOf(startMs, place.zone);
  const intoHour = (minute * 60 + second) * 1000 + (startMs % 1000);
  // the hour in which it fell does not count, even where it fell on its first minute
  const roundedMs = startMs - intoHour + (hours + 1) * hourMs;
  const rounded: Reading = {
    dueMs: roundedMs,
    standing: 'wording',
    article: '1182/71 Art. 3(1)',
    source: 'Regulation (EEC, Euratom) No 1182/71: the hour in which it began does not count',
  };
  return hours < 48 ? [rounded] : [rounded, ...twoWorkingDays(startMs, roundedMs, place)];
}

/** Art. 3(5): a period of two days or more holds at least two working days. */
function twoWorkingDays(startMs: number, roundedMs: number, { zone, country }: PeriodPlace): Reading[] {
  const last: Day = wallTimeOf(roundedMs - 1, zone);
  let day: Day = wallTimeOf(startMs, zone);
  let worked = 0;
  while (worked < 2) {
    day = addDays(day, 1);
    if (isWorkingDay(day, country)) worked++;
  }
  const dueMs = endOf(day, zone);
  if (dueMs <= endOf(last, zone)) return [];
  return [
    {
      dueMs,
      standing: 'argued',
      article: '1182/71 Art. 3(5)',
      source: 'Regulation (EEC, Euratom) No 1182/71: at least two working days',
    },
  ];
}

function dayReadings(startMs: number, period: Period, { zone, country }: PeriodPlace): Reading[] {
  const last: Day = wallTimeOf(periodEnd(startMs, period, zone), zone);
  const part = 'days' in period ? 'Art. 3(2)(b)' : 'Art. 3(2)(c)';
  const whole: Reading = {
    dueMs: endOf(last, zone),
    standing: 'wording',
    article: `1182/71 ${part}`,
    source: 'Regulation (EEC, Euratom) No 1182/71: the end of the last day',
  };
  if (isWorkingDay(last, country)) return [whole];
  const moved: Reading = {
    dueMs: endOf(nextWorkingDay(last, country), zone),
    standing: 'wording',
    article: '1182/71 Art. 3(4)',
    source: 'Regulation (EEC, Euratom) No 1182/71: the last day is no working day',
  };
  return [whole, moved];
}

/** The minute in which the day ends: a whole minute early, so that it shows as a time of that day. */
function endOf(day: Day, zone: string): number {
  const next = addDays(day, 1);
  return firstInstantOf({ ...next, hour: 0, minute: 0, second: 0 }, zone) - 60_000;
}

function addMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const lastDay = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate();
  return { ...target, day: Math.min(day, lastDay) };
}
