/*
 * A calendar day in running text, in figures or with its month in French, English or German words. In: a text and the
 * offset of its first digit. Out: the day as yyyy-mm-dd and its span, or null. Whose day it is, is not asked here.
 */

import { dateValue } from '../dates.ts';
import { foldText } from '../names.ts';

export interface DateInText {
  start: number;
  end: number;
  /** yyyy-mm-dd */
  value: string;
}

const figures = /(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2} ?([./-]) ?\d{1,2} ?\1 ?\d{4})(?![\d.]\d|\d)/y;
const dayFirst = /(\d{1,2})(?:er|st|nd|rd|th|\.)?[ \u00A0](?:of )?(\p{L}{3,9})\.?,?[ \u00A0](\d{4})(?!\d)/uy;
const afterMonth = /(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/y;
const monthBefore = /(?<!\p{L})(\p{L}{3,9})\.? $/u;

const months = new Map<string, number>();
for (const [index, names] of [
  'janvier january januar janner jan janv',
  'fevrier february februar feb fevr fev',
  'mars march marz maerz mar mrz',
  'avril april avr apr',
  'mai may',
  'juin june juni jun',
  'juillet july juli juil jul',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oktober oct okt',
  'novembre november nov',
  'decembre december dezember dec dez',
].entries())
  for (const name of names.split(' ')) months.set(name, index + 1);

const encoder = new TextEncoder();
const cell = new Uint8Array(64);

export function dateInText(text: string, digit: number): DateInText | null {
  figures.lastIndex = digit;
  if (figures.test(text)) {
    const end = figures.lastIndex;
    return dateOf(text.slice(digit, end).replaceAll(' ', ''), digit, end);
  }
  dayFirst.lastIndex = digit;
  const worded = dayFirst.exec(text);
  if (worded !== null) {
    const month = months.get(foldText(worded[2]!));
    if (month === undefined) return null;
    return dateOf(`${worded[3]}-${month}-${worded[1]}`, digit, dayFirst.lastIndex);
  }
  afterMonth.lastIndex = digit;
  const day = afterMonth.exec(text);
  if (day === null) return null;
  const before = monthBefore.exec(text.slice(Math.max(0, digit - 11), digit));
  const month = before === null ? undefined : months.get(foldText(before[1]!));
  if (before === null || month === undefined) return null;
  return dateOf(`${day[2]}-${month}-${day[1]}`, digit - before[0].length, afterMonth.lastIndex);
}

function dateOf(written: string, start: number, end: number): DateInText | null {
  const { written: length } = encoder.encodeInto(written, cell);
  const day = dateValue(cell, 0, length);
  if (day === 0) return null;
  const digits = String(day);
  return { start, end, value: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` };
}
