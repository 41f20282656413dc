// A moment as somebody writes it down: ISO 8601 with the offset of its zone, or without one where the zone is known.
// In: the text, and the zone if there is one. Out: the instant and the zone it was written in. A time without a zone is
// refused: an hour more or less is what a deadline is missed by.

import { TocsinError } from './tocsin-error.ts';
import { instantsOf, isZone, type WallTime, wallMsOf } from './zoned-time.ts';

export interface ParsedTime {
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  /** The offset it was written with, such as +01:00, or the zone it was taken in. */
  zone: string;
}

/** `what`: the option it came with, for the error. Throws USAGE. */
export function parseTime(text: string, what: string, zone?: string): ParsedTime {
  const parts = timeShape.exec(text.trim());
  if (!parts) throw usage(`${what} is not a time such as 2026-11-22T09:30+01:00`);
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset] = parts;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  if (!isInCalendar(wall)) throw usage(`${what} is a time that the calendar does not have`);
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  if (offset !== undefined) return { at: isoText(withOffset(wall, offset, what) + ms), zone: zoneOf(offset) };
  if (zone === undefined)
    throw usage(`${what} has no zone, and could be meant an hour or more apart`, {
      hint: 'write the offset behind it (2026-11-22T09:30+01:00, or Z for UTC), or give the zone: --zone Europe/Paris',
    });
  return { at: isoText(inZone(wall, zone, what) + ms), zone };
}

/** An IANA zone or an offset; throws USAGE. */
export function parseZone(text: string): string {
  const zone = text.trim();
  if (!isZone(zone)) throw usage('--zone is not a time zone such as Europe/Paris or +01:00');
  return zone;
}

/** A day as yyyy-mm-dd that the calendar has; throws USAGE. */
export function parseDay(text: string, what: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text.trim()) ?? [];
  const wall = { year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0 };
  if (year === undefined || !isInCalendar(wall)) throw usage(`${what} is not a day such as 2026-11-22`);
  return text.trim();
}

/** Hours and minutes are not to be left out: a clock counts them. */
const timeShape =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/u;

function isInCalendar(wall: WallTime): boolean {
  const date = new Date(wallMsOf(wall));
  return (
    date.getUTCMonth() + 1 === wall.month &&
    date.getUTCDate() === wall.day &&
    wall.hour < 24 &&
    wall.minute < 60 &&
    wall.second < 60
  );
}

function zoneOf(offset: string): string {
  if (/^z$/iu.test(offset)) return 'UTC';
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/u.exec(offset)!;
  return `${sign}${hours}:${minutes}`;
}

/** UTC-12 to UTC+14 are in use; an offset behind these is a typing error. */
const mostOffsetMinutes = 14 * 60;

function withOffset(wall: WallTime, offset: string, what: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/u.exec(zoneOf(offset)) ?? ['', '+', '0', '0'];
  const total = Number(hours) * 60 + Number(minutes);
  if (total > mostOffsetMinutes || Number(minutes) > 59)
    throw usage(`${what} has an offset that no zone has`);
  return wallMsOf(wall) - (sign === '-' ? -total : total) * 60_000;
}

function inZone(wall: WallTime, zone: string, what: string): number {
  const [first, second] = instantsOf(wall, zone);
  if (first === undefined)
    throw usage(`${what} is in an hour that does not exist in ${zone}: the clocks go forward`);
  if (second !== undefined)
    throw usage(`${what} is in an hour that comes twice in ${zone}: the clocks go back`, {
      hint: 'write the offset behind the time, such as +02:00 for the first of the two',
    });
  return first;
}

function isoText(ms: number): string {
  return new Date(ms).toISOString();
}

function usage(message: string, options: { hint?: string } = {}): TocsinError {
  return new TocsinError('USAGE', message, options);
}
