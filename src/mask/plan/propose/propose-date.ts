// Dates that are nobody's date of birth: those that the program wrote itself stay, those of people's lives are shifted.
// In: what is known of a column. Out: a rule, or null where it holds no dates.

import type { ColumnRule } from '../mask-plan.ts';
import { saysOne, technicalDateWords } from './column-words.ts';
import { almostAll, half } from './column-values.ts';
import type { ColumnToPlan } from './planned-column.ts';

/** Seconds or thousandths since 1970, of the years 2000 to 2100. */
const unixTime = /^(?:0|9[4-9]\d{8}|[1-3]\d{9})(?:\d{3})?$/u;

export function proposeDate({ column, values, words, sort }: ColumnToPlan): ColumnRule | null {
  const isTyped = sort === 'time' && !/^(?:year|interval)/u.test(column.type ?? '');
  const isTimeOfDay = /^time(?!stamp)/u.test(column.type ?? '');
  if (isTimeOfDay) return { keep: 'a time of day' };
  if (isUnixTime(column.values) && saysOne(technicalDateWords, words))
    return { keep: 'a date that the program wrote' };
  if (values.months > almostAll && values.count >= enough) return { keep: 'a month' };
  if (!isTyped && values.dates < almostAll) return null;
  if (saysOne(technicalDateWords, words)) return { keep: 'a date that the program wrote' };
  if (!column.isAboutPeople) return { keep: 'a date in a table that is about nobody' };
  if (values.withTime > half && !isTyped) return { mask: 'date', reason: 'a date and time of somebody’s' };
  return { mask: 'date', reason: 'a date in somebody’s life' };
}

/** Fewer may be numbers that look like it. */
const enough = 10;

function isUnixTime(values: readonly string[]): boolean {
  return (
    values.length > 0 && values.filter((value) => unixTime.test(value)).length > almostAll * values.length
  );
}
