// Which days are worked: neither Saturday, Sunday nor a public holiday of the country, where its holidays are known.
// In: a day and a country. Out: whether it is one. Holidays of a part of a country are not known here.

export interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Countries whose public holidays are known, by ISO 3166. */
export const holidayCountries = ['FR', 'DE', 'BE', 'LU', 'NL'] as const;

export type HolidayCountry = (typeof holidayCountries)[number];

export function isHolidayCountry(text: string): text is HolidayCountry {
  return (holidayCountries as readonly string[]).includes(text);
}

/** Without a country only week-ends are known. */
export function isWorkingDay(day: Day, country: HolidayCountry | null): boolean {
  const weekday = new Date(utcOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !(country !== null && isHoliday(day, country));
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(utcOf(day) + days * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function nextWorkingDay(day: Day, country: HolidayCountry | null): Day {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, country)) next = addDays(next, 1);
  return next;
}

const dayMs = 86_400_000;

function utcOf({ year, month, day }: Day): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

interface Holidays {
  /** month-day. */
  fixed: readonly string[];
  /** Days after Easter Sunday. */
  movable: readonly number[];
}

/**
 * FR: Code du travail L3133-1. DE: what all Länder have. BE: Arrêté royal of 18 April 1974. LU: Code du travail L232-2.
 * NL: Algemene termijnenwet Art. 3; King's Day on a Sunday is the day before, which is no working day anyway.
 */
const holidays: Readonly<Record<HolidayCountry, Holidays>> = {
  FR: {
    fixed: ['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25'],
    movable: [1, 39, 50],
  },
  DE: { fixed: ['1-1', '5-1', '10-3', '12-25', '12-26'], movable: [-2, 1, 39, 50] },
  BE: { fixed: ['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25'], movable: [1, 39, 50] },
  LU: { fixed: ['1-1', '5-1', '5-9', '6-23', '8-15', '11-1', '12-25', '12-26'], movable: [1, 39, 50] },
  NL: { fixed: ['1-1', '4-27', '5-5', '12-25', '12-26'], movable: [-2, 1, 39, 50] },
};

function isHoliday(day: Day, country: HolidayCountry): boolean {
  const { fixed, movable } = holidays[country];
  if (fixed.includes(`${day.month}-${day.day}`)) return true;
  const sinceEaster = Math.round((utcOf(day) - utcOf(easterSunday(day.year))) / dayMs);
  return movable.includes(sinceEaster);
}

/** Gregorian computus (Meeus, Jones, Butcher). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const month = Math.floor((epact + weekday - 7 * late + 114) / 31);
  const day = ((epact + weekday - 7 * late + 114) % 31) + 1;
  return { year, month, day };
}
