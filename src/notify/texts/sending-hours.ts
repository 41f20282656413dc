// When a text message may arrive: between eight in the morning and eight in the evening of whoever gets it. A notice that
// wakes people at night frightens them and reads like fraud. In: a number in the international form, a moment. Out: now, or
// from when on.

import { firstInstantOf, wallTimeOf } from '../../base/index.ts';

export interface SendingHours {
  /** Hours of the day, local time: [8, 20) by default. */
  from: number;
  to: number;
}

export const usualHours: SendingHours = { from: 8, to: 20 };

/**
 * Calling codes of countries with one time, and of those where nearly everybody has one. Longer codes go first. Source:
 * ITU-T E.164, IANA time zones.
 */
const zones: readonly (readonly [string, string])[] = [
  ['+262', 'Indian/Reunion'],
  ['+590', 'America/Guadeloupe'],
  ['+594', 'America/Cayenne'],
  ['+596', 'America/Martinique'],
  ['+508', 'America/Miquelon'],
  ['+687', 'Pacific/Noumea'],
  ['+689', 'Pacific/Tahiti'],
  ['+681', 'Pacific/Wallis'],
  ['+352', 'Europe/Luxembourg'],
  ['+353', 'Europe/Dublin'],
  ['+351', 'Europe/Lisbon'],
  ['+356', 'Europe/Malta'],
  ['+357', 'Asia/Nicosia'],
  ['+358', 'Europe/Helsinki'],
  ['+359', 'Europe/Sofia'],
  ['+370', 'Europe/Vilnius'],
  ['+371', 'Europe/Riga'],
  ['+372', 'Europe/Tallinn'],
  ['+376', 'Europe/Andorra'],
  ['+377', 'Europe/Monaco'],
  ['+385', 'Europe/Zagreb'],
  ['+386', 'Europe/Ljubljana'],
  ['+420', 'Europe/Prague'],
  ['+421', 'Europe/Bratislava'],
  ['+423', 'Europe/Vaduz'],
  ['+212', 'Africa/Casablanca'],
  ['+213', 'Africa/Algiers'],
  ['+216', 'Africa/Tunis'],
  ['+30', 'Europe/Athens'],
  ['+31', 'Europe/Amsterdam'],
  ['+32', 'Europe/Brussels'],
  ['+33', 'Europe/Paris'],
  ['+34', 'Europe/Madrid'],
  ['+36', 'Europe/Budapest'],
  ['+39', 'Europe/Rome'],
  ['+40', 'Europe/Bucharest'],
  ['+41', 'Europe/Zurich'],
  ['+43', 'Europe/Vienna'],
  ['+44', 'Europe/London'],
  ['+45', 'Europe/Copenhagen'],
  ['+46', 'Europe/Stockholm'],
  ['+47', 'Europe/Oslo'],
  ['+48', 'Europe/Warsaw'],
  ['+49', 'Europe/Berlin'],
  ['+90', 'Europe/Istanbul'],
  ['+91', 'Asia/Kolkata'],
];

/** `usual`: of a number whose country has several times, or is not known. */
export function zoneOfNumber(number: string, usual: string): string {
  return zones.find(([code]) => number.startsWith(code))?.[1] ?? usual;
}

/** The first moment (ms) from `now` on that lies within the hours of the zone: `now` itself where it does. */
export function nextSendingMoment(
  now: number,
  zone: string,
  { from, to }: SendingHours = usualHours,
): number {
  const wall = wallTimeOf(now, zone);
  if (wall.hour >= from && wall.hour < to) return now;
  const opening = { ...wall, hour: from, minute: 0, second: 0 };
  if (wall.hour < from) return firstInstantOf(opening, zone);
  // a day that no month has is the first of the next
  return firstInstantOf({ ...opening, day: wall.day + 1 }, zone);
}
