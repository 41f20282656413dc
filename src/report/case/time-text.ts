/*
 * Times as people read them on the page of a case: `2026-11-25 09:30 CET`, `41 h 12 min`. In: ISO 8601 and a zone. Out:
 * text. A day without a time stays a day.
 */
import { wallTimeOf } from '../../base/index.ts';

export function timeText(at: string, zone: string): string {
  if (/^\d{4}-\d\d-\d\d$/u.test(at)) return at;
  const ms = Date.parse(at);
  const { year, month, day, hour, minute } = wallTimeOf(ms, zone);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${zoneText(ms, zone)}`;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}

export function dayText(at: string, zone: string): string {
  return timeText(at, zone).slice(0, 10);
}

/** CET where the zone has a short name, else UTC+5:45. */
function zoneText(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(ms);
  return parts.find(({ type }) => type === 'timeZoneName')!.value.replace(/^GMT(?=[+-])/u, 'UTC');
}

/** Longer than that, hours say less than days. */
const mostHours = 96;

/** Whole minutes, never more than there are: `41 h 12 min`, `12 min`; from four days on whole days. */
export function spanText(ms: number, dayWords: { day: string; days: string }): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours >= mostHours) {
    const days = Math.floor(hours / 24);
    return `${days} ${days === 1 ? dayWords.day : dayWords.days}`;
  }
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
