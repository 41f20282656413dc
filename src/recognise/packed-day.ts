// A day as a number that compares as days do. In: a date, of which the day in UTC counts. Out: yyyymmdd.

export function packedDay(date: Date): number {
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}
