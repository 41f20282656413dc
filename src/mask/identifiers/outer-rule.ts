// What of a number is replaced before the rest, which depends on it: the date of birth, as dates are everywhere; the firm of
// an establishment, as numbers of firms are. In: entries. Out: their forms, changed.

import type { BirthMonths } from '../values/birth-months.ts';
import { type Layout, readDigits } from './layout.ts';
import { laPoste } from './la-poste.ts';
import { maskDate, unmaskDate } from './masked-date.ts';
import type { NumberEntry } from './number-entry.ts';

type OuterRule = (entries: readonly NumberEntry[], count: number, isForward: boolean) => void;

/** What stands for numbers of firms, and which one they stand for. Null: none. */
export interface Firms {
  readonly mask: (firms: readonly Uint8Array[]) => (Uint8Array | null)[];
  readonly unmask: (firm: Uint8Array) => Uint8Array | null;
}

const firmDigits = 9;
/** More dates than any circle has. */
const mostDates = 2000;

export function createOuterRule(layout: Layout, months: BirthMonths, firms: Firms | null): OuterRule {
  if (firms !== null) return firmRule(firms);
  const { date: rule } = layout;
  if (rule === undefined) return () => {};
  return (entries, count, isForward) => {
    for (let index = 0; index < count; index++) {
      const entry = entries[index]!;
      let date = rule.read(entry.form, entry.length);
      if (date < 0 || entry.isFailed) continue;
      // a date that the number cannot have is gone through
      let isWritten = false;
      for (let step = 0; !isWritten && step < mostDates; step++) {
        date = isForward ? maskDate(months, date) : unmaskDate(months, date);
        isWritten = rule.write(entry.form, entry.length, date);
      }
      if (!isWritten) entry.isFailed = true;
    }
  };
}

/** La Poste stays what it is: its establishments have a sum of their own. */
function firmRule({ mask, unmask }: Firms): OuterRule {
  const firms: Uint8Array[] = [];
  return (entries, count, isForward) => {
    const own = entries
      .slice(0, count)
      .filter(({ form, isFailed }) => !isFailed && readDigits(form, 0, firmDigits) !== laPoste);
    for (const [index, { form }] of own.entries()) firms[index] = form.subarray(0, firmDigits);
    const images = isForward
      ? mask(firms.slice(0, own.length))
      : firms.slice(0, own.length).map((firm) => unmask(firm));
    for (const [index, entry] of own.entries()) {
      const image = images[index];
      if (image) for (let at = 0; at < firmDigits; at++) entry.form[at] = image[at]!;
      else entry.isFailed = true;
    }
  };
}
