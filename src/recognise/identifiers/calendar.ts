/*
 * Days inside numbers. In: a year, a month and a day as numbers. Out: whether there is such a day that a living person
 * can be born on. Knows no today: years shortly to come are years.
 */

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Nobody in a file is born before the one, nor after the other for long enough. */
const firstYear = 1850;
const lastYear = 2050;

/** Whether a person can be born on the day. */
export function isBirthDay(year: number, month: number, day: number): boolean {
  if (year < firstYear || year > lastYear || !isDayOfYear(month, day)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day !== 29 || isLeap;
}

/** For years known by their last two digits: 00 may be 2000, which was a leap year. */
export function isDayOfCentury(yearOfCentury: number, month: number, day: number): boolean {
  return isDayOfYear(month, day) && (month !== 2 || day !== 29 || yearOfCentury % 4 === 0);
}

/** Whether some year has the day. */
export function isDayOfYear(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthDays[month - 1]!;
}
