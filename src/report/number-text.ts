/*
 * Numbers as people read them, the same on every surface: 711,204 · 4.55 GB · 98 % · 3 min 20 s.
 * In: counts, bytes, shares, seconds. Out: text. Nothing is rounded up to all or down to none.
 */

/** A count with commas between thousands, exact to the last digit whatever its size. */
export function countText(count: number): string {
  if (!Number.isFinite(count)) return 'unknown';
  return BigInt(Math.round(count))
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 person`, `711,204 people`, `no rows`-style phrases are the caller's. */
export function countOf(count: number, one: string, many: string): string {
  return `${countText(count)} ${count === 1 ? one : many}`;
}

/** Decimal units, three digits, as disks and `--size` count them. */
export function bytesText(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'unknown size';
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  if (unit === 0) return countOf(bytes, 'byte', 'bytes');
  const digits = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  return `${digits === 0 ? countText(size) : size.toFixed(digits)} ${units[unit] ?? ''}`;
}

/** A share of a whole in per cent; a part that is there never reads 0 %, a missing part never 100 %. */
export function shareText(part: number, whole: number): string {
  const share = shareOf(part, whole) * 100;
  if (share > 0 && share < 1) return '<1 %';
  if (share > 99 && share < 100) return '>99 %';
  return `${Math.round(share)} %`;
}

/** Between 0 and 1, whatever comes in. */
export function shareOf(part: number, whole: number): number {
  const share = part / whole;
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

/** '12.3 s at 812 MB/s'; a run of under half a second, or a rate that is none, is told by its time alone. */
export function speedText(seconds: number, megabytesPerSecond: number, between: string): string {
  const time = secondsText(seconds);
  if (!(seconds >= 0.5) || !Number.isFinite(megabytesPerSecond)) return time;
  const rate = megabytesPerSecond < 9.95 ? megabytesPerSecond.toFixed(1) : countText(megabytesPerSecond);
  return `${time}${between}${rate} MB/s`;
}

export function secondsText(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'unknown time';
  if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${countText(hours)} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}
