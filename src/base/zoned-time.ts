// Wall clocks: what a clock on a wall shows in a time zone, and which instant that was. In: a zone, as the IANA names
// it or as an offset such as +01:00. Out: instants in milliseconds of UTC, or wall times. An hour that a change of the
// clocks skips or repeats is told, never guessed.

export interface WallTime {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

export function wallTimeOf(instantMs: number, zone: string): WallTime {
  const wallMs = instantMs + offsetMsAt(instantMs, zone);
  const date = new Date(wallMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** All instants at which a clock in the zone shows this: none where it is skipped, two where it comes twice. */
export function instantsOf(wall: WallTime, zone: string): number[] {
  const wallMs = wallMsOf(wall);
  const offsets = new Set([offsetMsAt(wallMs - dayMs, zone), offsetMsAt(wallMs + dayMs, zone)]);
  return [...offsets]
    .map((offset) => wallMs - offset)
    .filter((instant) => instant + offsetMsAt(instant, zone) === wallMs)
    .toSorted((a, b) => a - b);
}

/** The first instant at which a clock in the zone shows this; of an hour that is skipped, the moment it is. */
export function firstInstantOf(wall: WallTime, zone: string): number {
  const [first] = instantsOf(wall, zone);
  if (first !== undefined) return first;
  const wallMs = wallMsOf(wall);
  // by the clock as it went before the change: never later than the hour itself would have been
  let [early, late] = [wallMs - offsetMsAt(wallMs + dayMs, zone), wallMs - offsetMsAt(wallMs - dayMs, zone)];
  const before = offsetMsAt(early, zone);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetMsAt(middle, zone) === before) early = middle;
    else late = middle;
  }
  return late;
}

/** What a clock in UTC would have to show; days and hours out of range run over into the next. */
export function wallMsOf({ year, month, day, hour, minute, second }: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

/** East of Greenwich is positive. */
export function offsetMsAt(instantMs: number, zone: string): number {
  const name = formatOf(zone)
    .formatToParts(instantMs)
    .find(({ type }) => type === 'timeZoneName')!.value;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/u.exec(name) ?? [];
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}

const dayMs = 86_400_000;

/** Making one costs more than all that is done with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  return format;
}
