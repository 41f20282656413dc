// Numbers that recognise has no name for: keys, flags, amounts and small numbers stay; long ones that many have one each of
// might be somebody's. In: what is known of a column. Out: a rule, or null where it holds no numbers.

import type { ColumnRule } from '../mask-plan.ts';
import { amountWords, memberNumberWords, rowNumberWords, saysOne } from './column-words.ts';
import { almostAll, half, isFew } from './column-values.ts';
import type { ColumnToPlan } from './planned-column.ts';

/** 100,000 people or more have one of their own. */
const tellingDigits = 6;
/** Numbers of rows run ahead of the rows that are left by no more. */
const gaps = 100;

export function proposeNumber(known: ColumnToPlan): ColumnRule | null {
  const { column, values, words, sort } = known;
  const isNumber =
    sort === 'number' ||
    column.type?.startsWith('year') === true ||
    (values.count > 0 && values.numbers > almostAll);
  if (!isNumber || (values.count > 0 && values.numbers < 1 && values.withAt + values.words > 0)) return null;
  const isText = sort === 'text' || sort === 'other';
  const isMembers = saysOne(memberNumberWords, words) && !isFew(values);
  const isKnownBy = isMembers && column.isAboutPeople && values.digits >= tellingDigits && !isDense(known);
  if (column.isPrimary && !isKnownBy && (!isText || values.digits < tellingDigits))
    return { keep: 'the number of the row' };
  if (column.type?.startsWith('year')) return { keep: 'a year' };
  if (values.count === 0)
    return saysOne(memberNumberWords, words) && column.isAboutPeople
      ? { mask: 'shape', reason: 'a number that may be somebody’s; no values to look at' }
      : { keep: 'a number; no values to look at' };
  if (values.decimals > 0) return { keep: 'an amount' };
  if (isDense(known)) return { keep: 'the number of a row' };
  if (saysOne(amountWords, words) && !isMembers) return { keep: 'an amount or a count' };
  if (isFew(values) && values.digits <= tellingDigits) return { keep: 'a code out of few' };
  if (!isMembers && isRowNumber(known)) return { keep: 'the number of a row' };
  const isOften = values.distinct < half * values.count;
  if (values.digits < tellingDigits && !(isMembers && column.isAboutPeople && !isOften))
    return { keep: 'a number too short to be somebody’s' };
  return { mask: 'shape', reason: 'numbers that may be somebody’s' };
}

/** 1, 2, 3 …, with few gaps: rows were counted. */
function isDense({ column, values }: ColumnToPlan): boolean {
  return values.distinct === values.count && values.numbers === 1 && values.largest <= 2 * column.rows;
}

function isRowNumber({ column, values, words }: ColumnToPlan): boolean {
  return saysOne(rowNumberWords, words) && values.largest <= gaps * Math.max(column.largestTable, gaps);
}
