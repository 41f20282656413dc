// How a kind of identifier is made: which of its characters are encrypted, which stay, which follow from the others, and
// where the date of birth stands. In: nothing. Out: types. A form is the number in capitals without separators; `length` is
// how many characters it has. What stays the same before and after decides the rest: places, class, list of orders.

import type { IdentifierName } from '../../recognise/index.ts';

/** Bytes of a form, and room behind it where layouts remember what its characters no longer say. */
export const formBytes = 128;
export const rememberedAt = 96;

export interface DateRule {
  /** yyyymmdd, the year as of two digits where it is not known better, the day 0 where there is none; -1: no date. */
  readonly read: (form: Uint8Array, length: number) => number;
  /** False where the number cannot have the date. */
  readonly write: (form: Uint8Array, length: number, date: number) => boolean;
}

export interface Layout {
  /** The places that are encrypted: digits to digits, letters to letters. */
  places(form: Uint8Array, length: number, kind: number): readonly number[];
  /** A digit of which odd stays odd: it tells the sex. */
  parity?: number;
  /** Places that follow from the others; neither encrypted nor kept. */
  checks?(length: number, form: Uint8Array): readonly number[];
  date?: DateRule;
  /** Of a form: the same before and after, beside the kind (left out: the kind itself). */
  classOf?(form: Uint8Array, length: number, kind: number): number;
  /** Puts a form as it is read into the form whose places are encrypted. */
  open?(form: Uint8Array, length: number): void;
  /** Puts it back and writes what follows from the rest; false where there is no such number. */
  close?(form: Uint8Array, length: number): boolean;
  /** The last check character is found by trying: its place from the front, and what it can be. */
  solve?: { place: number; characters: string };
  /**
   * Of dates with other orders than other dates have (a check digit that there is not, a century in the order): the class
   * of dates that have the same ones. Left out: all dates have the same.
   */
  ordersOf?(form: Uint8Array, length: number, date: number): number;
}

export type Layouts = Partial<Record<IdentifierName, Layout>>;

export const digitCharacters = '0123456789';

/** `count` places from `from` on. */
export function run(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** The number that `count` digits from `from` on make. */
export function readDigits(form: Uint8Array, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) value = value * 10 + form[at]! - 48;
  return value;
}

export function writeDigits(form: Uint8Array, from: number, count: number, value: number): void {
  let rest = value;
  for (let at = from + count - 1; at >= from; at--) {
    form[at] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}

export function weigh(form: Uint8Array, from: number, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += weights[index]! * (form[from + index]! - 48);
  return sum;
}
