// What the other cells of a row say of its person, for the texts of the row: a date of birth in any usual notation, a
// postcode, a place. In: values of masked cells. Out: finds in a text, masked as those cells are. Linear in the text.

import { foldText } from '../../recognise/index.ts';
import { dateInWords } from '../values/date-in-words.ts';
import { createDateParts, readDate } from '../values/date-parts.ts';
import type { Finds } from './finds.ts';

export const rowMethods = ['birth-date', 'postcode', 'place'] as const;
export type RowMethod = (typeof rowMethods)[number];

interface Needle {
  method: 'postcode' | 'place';
  /** UTF-8, a character for each byte. */
  text: string;
}

const longestValue = 64;
const shortestPostcode = 4;
const shortestPlace = 3;
const dates = [
  /(?<![0-9])(?:[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{8})(?![0-9])/g,
  /(?<![0-9])[0-9]{1,2}(?:er|st|nd|rd|th|\.)?[ -]{1,3}(?:de |of )?[^\s0-9]{3,12}[ -]{1,3}(?:del? )?[0-9]{4}(?![0-9])/gi,
  /(?<![a-z\x80-\xff])[a-z\x80-\xff]{3,12}\.? {1,3}[0-9]{1,2}(?:st|nd|rd|th)?,? {1,3}[0-9]{4}(?![0-9])/gi,
];

export class RowValues {
  readonly #days: number[] = [];
  readonly #needles: Needle[] = [];
  readonly #parts = createDateParts();

  get count(): number {
    return this.#days.length + this.#needles.length;
  }

  /** Another row begins. */
  clear(): void {
    this.#days.length = 0;
    this.#needles.length = 0;
  }

  add(method: RowMethod, bytes: Uint8Array, start: number, end: number): void {
    if (end - start > longestValue) return;
    if (method === 'birth-date') {
      const day = this.#dayOf(bytes, start, end);
      if (day > 0) this.#days.push(day);
      return;
    }
    const value = Buffer.from(bytes.subarray(start, end)).toString().trim();
    if (value.length < (method === 'place' ? shortestPlace : shortestPostcode)) return;
    const plain = value.normalize('NFD').replaceAll(/\p{M}/gu, '');
    // in small letters many a town is a word
    const spellings = new Set([value, plain, value.toUpperCase(), plain.toUpperCase()]);
    if (foldText(value) === value) spellings.add(value.charAt(0).toUpperCase() + value.slice(1));
    for (const text of spellings) this.#needles.push({ method, text: Buffer.from(text).toString('latin1') });
  }

  find(bytes: Uint8Array, start: number, end: number, finds: Finds): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
    for (const { method, text: needle } of this.#needles)
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
        const to = at + needle.length;
        if (!isWordAt(text, at - 1) && !isWordAt(text, to)) finds.add(start + at, start + to, method);
      }
    if (this.#days.length === 0) return;
    for (const pattern of dates)
      for (const { index, 0: found } of text.matchAll(pattern)) {
        const from = start + index;
        if (this.#isOwn(this.#dayOf(bytes, from, from + found.length)))
          finds.add(from, from + found.length, 'birth-date');
      }
  }

  /** Of years of two digits the last two are compared. */
  #isOwn(day: number): boolean {
    return day > 0 && this.#days.some((own) => own === day || (day < 1_00_00_00 && own % 1_00_00_00 === day));
  }

  /** As yyyymmdd; yymmdd where the year has two digits; 0 where it is no date. */
  #dayOf(bytes: Uint8Array, start: number, end: number): number {
    const parts = this.#parts;
    if (readDate(bytes, start, end, parts))
      return parts.dayDigits === 0 ? 0 : parts.year * 1_00_00 + parts.month * 100 + parts.day;
    let day = 0;
    dateInWords(bytes, start, end, (date) => (day = date));
    return day;
  }
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[0-9A-Za-z\x80-\xff]/.test(text[at]!);
}
