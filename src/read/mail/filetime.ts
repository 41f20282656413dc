// A time as Windows counts it, in 100 ns since 1601. Out: ISO 8601; null for what is no time.

const ticksPerMs = 10_000n;
const msFrom1601To1970 = 11_644_473_600_000n;
/** Programs write the year 4501 for none. */
const maxYear = 4000;

export function filetime(bytes: Buffer): string | null {
  if (bytes.length < 8) return null;
  const ticks = bytes.readBigUInt64LE(0);
  if (ticks === 0n) return null;
  const date = new Date(Number(ticks / ticksPerMs - msFrom1601To1970));
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > maxYear ? null : date.toISOString();
}
