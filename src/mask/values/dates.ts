/*
 * Dates. In: a date in any notation, a count of seconds or milliseconds since 1970. Out: another date in the same notation:
 * of birth by the permutation of months and days that identifiers have too; any other moved by 1 to 30 days, as the day
 * decides. Minutes and seconds become others, midnight stays; a date that is all zeros is nobody's and stays.
 */

import type { ByteSink } from '../byte-sink.ts';
import { createPrf, type Prf } from '../cipher/prf.ts';
import type { Masking } from '../masking.ts';
import type { Replacer, ReplacerOptions } from '../replacer.ts';
import { createBirthMonths } from './birth-months.ts';
import { dayNumber, packedDayOf } from './calendar-days.ts';
import { dateInWords } from './date-in-words.ts';
import { isDigit } from '../ascii.ts';
import { createDateParts, type DateParts, numberAt, readDate } from './date-parts.ts';

/** Moved by at most so many days. */
const bound = 30;
/** A century of days is remembered, and a little. */
const mostMoves = 40_000;
const daySeconds = 86_400;
/** Counts of seconds of fewer digits are before 1973, and look like other numbers. */
const leastSeconds = 9;
/** `yy` to here are of this century. */
const pivot = 30;

export function createDateReplacer(
  method: 'birth-date' | 'date',
  masking: Masking,
  options: ReplacerOptions,
): Replacer {
  const births = createBirthMonths(masking.keys);
  const prf = createPrf(masking.keys.of('dates', 16));
  const timePrf = createPrf(masking.keys.of('times', 16));
  const parts = createDateParts();
  const scratch = new Uint8Array(8);
  const moves = new Map<number, number>();
  const move = (date: number): number => {
    let moved = moves.get(date);
    if (moved === undefined) {
      moved = moveOnce(date);
      if (moves.size >= mostMoves) moves.clear();
      moves.set(date, moved);
    }
    return moved;
  };
  const moveOnce = (date: number): number => {
    // Unique with others, two days of one person must stay two: all move by the same.
    writeNumber(scratch, options.isUnique === true ? 0 : date);
    prf.hash(scratch, 0, 8);
    const step = 1 + prf.pick(bound);
    const days = dayNumber(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
    return packedDayOf(days + (prf.lo % 2 === 0 ? step : -step));
  };
  const maskDate = method === 'birth-date' ? (date: number) => births.maskDate(date) : move;
  const isTimeKept = method === 'birth-date' || options.isUnique === true;

  return {
    replace(bytes, start, end, out) {
      let [from, to] = [start, end];
      while (from < to && bytes[from] === 32) from++;
      while (to > from && bytes[to - 1] === 32) to--;
      if (!readDate(bytes, from, to, parts)) {
        if (writeSeconds(bytes, from, to, maskDate, timePrf, out)) return true;
        const words = dateInWords(bytes, from, to, maskDate);
        if (words !== undefined) out.write(words);
        return words !== undefined;
      }
      if (isNobodys(parts)) {
        out.copy(bytes, start, end);
        return true;
      }
      const century = parts.yearDigits === 4 ? 0 : parts.year <= pivot ? 2000 : 1900;
      const day = parts.dayDigits === 0 ? 1 : parts.day;
      const masked =
        parts.dayDigits === 0 && method === 'birth-date'
          ? monthOf(births.maskMonth(parts.year, parts.month))
          : maskDate((parts.year + century) * 10_000 + parts.month * 100 + day);
      out.copy(bytes, start, from);
      writeDate(bytes, from, parts, masked, out);
      const timeAt = out.length;
      out.copy(bytes, parts.end, end);
      if (!isTimeKept) writeTime(timePrf, bytes, from, to, parts.end, out, timeAt - parts.end);
      return true;
    },
  };
}

function monthOf({ year, month }: { year: number; month: number }): number {
  return year * 10_000 + month * 100 + 1;
}

/** The date with the digits of another; a day or month written with one digit gets the digits it needs. */
function writeDate(bytes: Uint8Array, from: number, parts: DateParts, date: number, out: ByteSink): void {
  const year = Math.floor(date / 10_000) % 10 ** parts.yearDigits;
  const month = Math.floor(date / 100) % 100;
  const isYearFirst = parts.yearAt < parts.monthAt;
  const isMonthFirst = parts.monthAt < parts.dayAt;
  if (isYearFirst) putDigits(out, parts.yearDigits, year);
  else if (isMonthFirst) putDigits(out, parts.monthDigits, month);
  else putDigits(out, parts.dayDigits, date % 100);
  const second = from + (isYearFirst ? parts.yearDigits : isMonthFirst ? parts.monthDigits : parts.dayDigits);
  const isDayNext = !isYearFirst && isMonthFirst;
  const secondAt = isDayNext ? parts.dayAt : parts.monthAt;
  const secondDigits = isDayNext ? parts.dayDigits : parts.monthDigits;
  out.copy(bytes, second, secondAt);
  putDigits(out, secondDigits, isDayNext ? date % 100 : month);
  const thirdAt = isYearFirst ? parts.dayAt : parts.yearAt;
  out.copy(bytes, secondAt + secondDigits, thirdAt);
  if (!isYearFirst) putDigits(out, parts.yearDigits, year);
  else if (parts.dayDigits > 0) putDigits(out, parts.dayDigits, date % 100);
}

function putDigits(out: ByteSink, count: number, number: number): void {
  const width = count === 1 && number > 9 ? 2 : count;
  for (let place = 10 ** (width - 1); place >= 1; place /= 10)
    out.put(48 + (Math.floor(number / place) % 10));
}

/** Years that stand for no date (`0000`, `0001`, `9999`) are nobody's. */
function isNobodys({ year, yearDigits, month }: DateParts): boolean {
  return month === 0 || (yearDigits === 4 && (year < 1000 || year >= 9000));
}

/** Minutes, seconds and what is smaller, as far as they are not zero. */
function writeTime(
  prf: Prf,
  bytes: Uint8Array,
  from: number,
  to: number,
  at: number,
  out: ByteSink,
  shift: number,
): void {
  prf.hash(bytes, from, to);
  let drawn = prf.pick(2 ** 53);
  let isAfterColon = false;
  for (let index = at; index < to; index++) {
    const byte = bytes[index]!;
    if (byte === 43 || byte === 45 || byte === 90) return;
    if (byte === 58 || byte === 46) isAfterColon = true;
    if (!isAfterColon || !isDigit(byte)) continue;
    const isTens = bytes[index - 1] === 58;
    const isFraction = !isTens && bytes[index - 2] !== 58;
    if (isFraction ? byte === 48 : byte === 48 && isZeroPair(bytes, isTens ? index : index - 1)) continue;
    const size = isTens ? 6 : 10;
    out.bytes[shift + index] = 48 + ((byte - 48 + (drawn % size)) % size);
    drawn = Math.floor(drawn / size);
  }
}

function isZeroPair(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 48 && bytes[at + 1] === 48;
}

/** A count of seconds or milliseconds since 1970: the day is masked, its seconds become others. */
function writeSeconds(
  bytes: Uint8Array,
  from: number,
  to: number,
  maskDate: (date: number) => number,
  prf: Prf,
  out: ByteSink,
): boolean {
  const isNegative = bytes[from] === 45;
  const first = isNegative ? from + 1 : from;
  const digits = to - first;
  if (digits < leastSeconds || digits > 13 || digits === 12) return false;
  for (let at = first; at < to; at++) if (!isDigit(bytes[at]!)) return false;
  const scale = digits === 13 ? 1000 : 1;
  const seconds = Math.floor(numberAt(bytes, first, digits) / scale) * (isNegative ? -1 : 1);
  const days = Math.floor(seconds / daySeconds);
  const masked = maskDate(packedDayOf(days));
  const maskedDays = dayNumber(Math.floor(masked / 10_000), Math.floor(masked / 100) % 100, masked % 100);
  const ofDay = seconds - days * daySeconds;
  prf.hash(bytes, from, to);
  const maskedOfDay = ofDay === 0 ? 0 : prf.pick(daySeconds);
  const rest = scale === 1 ? 0 : prf.lo % 1000;
  out.write(String((maskedDays * daySeconds + maskedOfDay) * scale + rest));
  return true;
}

function writeNumber(scratch: Uint8Array, number: number): void {
  for (let at = 0, left = number; at < 8; at++, left = Math.floor(left / 256)) scratch[at] = left % 256;
}
