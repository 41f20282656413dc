// Days counted from 1 January 1970, of the Gregorian calendar. In: year, month, day, or their count. Out: the other.

const dayMs = 86_400_000;

export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/** As yyyymmdd. */
export function packedDayOf(days: number): number {
  const date = new Date(days * dayMs);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
