/*
 * A calendar day that a label has called a day of birth: in figures, or with its month in words. In: the token of
 * digits that holds its first or its last figures. Out: the day as yyyymmdd, its span in `dateSpan`. Never allocates.
 */

import { dateValue } from '../dates.ts';
import { isDigit, token } from './digit-token.ts';
import { hashPlain, hashWord, wordStart } from './folded-word.ts';

export const dateSpan = { start: 0, end: 0 };

const monthNames = [
  'janvier january januar janner jan janv enero gennaio januari janeiro',
  'fevrier february februar feb febr fev febrero febbraio februari fevereiro',
  'mars march marz maerz mar mrz marzo maart marco',
  'avril april avr apr abril aprile',
  'mai may mayo maggio mei maio',
  'juin june juni jun junio giugno junho',
  'juillet july juli jul juil julio luglio julho',
  'aout august aug agosto augustus',
  'septembre september sept sep septiembre settembre setembro',
  'octobre october oktober oct okt octubre ottobre outubro',
  'novembre november nov noviembre novembro',
  'decembre december dezember dec dez diciembre dicembre dezembro',
];

/** The day in figures that begins with group `first` of the token (`12/03/1985`, `1985-03-12`), or 0. */
export function dateInFigures(bytes: Uint8Array, first: number): number {
  if (first + 3 > token.count) {
    const start = token.starts[first]!;
    const end = token.ends[first]!;
    return end - start === 8 ? dateFound(bytes, start, end) : 0;
  }
  return dateFound(bytes, token.starts[first]!, token.ends[first + 2]!);
}

function dateFound(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 10) return 0;
  const day = dateValue(bytes, start, end);
  if (day === 0) return 0;
  dateSpan.start = start;
  dateSpan.end = end;
  return day;
}

/** The day whose year the four digits at `at` are: `12 mars 1985`, `12th of March, 1985`, `March 12, 1985`; or 0. */
export function dateBeforeYear(bytes: Uint8Array, at: number, lo: number): number {
  months ??= createMonths();
  const year = number(bytes, at, at + 4);
  let end = backOver(bytes, at, lo);
  if (end === at) return 0;
  let start = wordStart(bytes, end, lo);
  if (start < end) {
    const month = months.get(hashWord(bytes, start, end));
    if (month === undefined) return ordinalDay(bytes, at, lo, start, end, year);
    end = backOver(bytes, start, lo);
    if (wordStart(bytes, end, lo) < end) end = backOver(bytes, wordStart(bytes, end, lo), lo);
    if (wordStart(bytes, end, lo) < end) end = wordStart(bytes, end, lo);
    start = digitsBefore(bytes, end, lo);
    return start === end ? 0 : found(start, at + 4, year, month, number(bytes, start, end));
  }
  return dayAfterMonth(bytes, at, lo, end, year);
}

/** `March 12th, 1985`: the word before the year is the ending of the day. */
function ordinalDay(
  bytes: Uint8Array,
  at: number,
  lo: number,
  start: number,
  end: number,
  year: number,
): number {
  return end - start === 2 ? dayAfterMonth(bytes, at, lo, start, year) : 0;
}

/** `March 12, 1985`: the day ends at `end`. */
function dayAfterMonth(bytes: Uint8Array, at: number, lo: number, end: number, year: number): number {
  const start = digitsBefore(bytes, end, lo);
  if (start === end) return 0;
  const wordStop = backOver(bytes, start, lo);
  const word = wordStart(bytes, wordStop, lo);
  const month = word === wordStop ? undefined : months!.get(hashWord(bytes, word, wordStop));
  return month === undefined ? 0 : found(word, at + 4, year, month, number(bytes, start, end));
}

function found(start: number, end: number, year: number, month: number, day: number): number {
  if (day < 1 || day > 31 || year < 1900) return 0;
  dateSpan.start = start;
  dateSpan.end = end;
  return year * 10_000 + month * 100 + day;
}

/** Back over blanks, a comma, a dot, a no-break blank. */
function backOver(bytes: Uint8Array, at: number, lo: number): number {
  let end = at;
  while (end > lo && at - end < 4 && isLoose(bytes[end - 1]!)) end--;
  return end;
}

function isLoose(byte: number): boolean {
  return byte === 32 || byte === 44 || byte === 46 || byte === 0xa0 || byte === 0xc2;
}

function digitsBefore(bytes: Uint8Array, end: number, lo: number): number {
  let start = end;
  while (start > lo && end - start < 2 && isDigit(bytes[start - 1]!)) start--;
  return start > lo && isDigit(bytes[start - 1]!) ? end : start;
}

function number(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + bytes[at]! - 48;
  return value;
}

let months: Map<number, number> | undefined;

function createMonths(): Map<number, number> {
  const table = new Map<number, number>();
  for (const [index, names] of monthNames.entries())
    for (const name of names.split(' ')) table.set(hashPlain(name), index + 1);
  return table;
}
