/*
 * What can be measured on a column's sample before asking what it is. In: a column sample and its header.
 * Out: its SQL type sorted, its values prepared; what few columns need is counted when asked for. Never decides.
 */

import type { ColumnHeader } from './column-header.ts';
import { isPlaceholderText } from './text-value.ts';
import { SampledValue } from './sampled-value.ts';
import { valueTests } from './value-test.ts';
import type { ValidatorName } from './validators.ts';

/** As the caller samples it: up to 256 filled values; the same row id means the same row across columns. */
export interface ColumnSample {
  name: string | null;
  /** Such as 'varchar(255)', lower case, from CREATE TABLE. */
  type: string | null;
  filled: number;
  rows: number;
  values: string[];
  rowIds: number[];
  /** Primary, unique or foreign key. */
  isKey: boolean;
}

/** A column of which a fifth is of a class shows none among so many once in 1,200 times. */
const firstValues = 32;
const plainNumber = /^[+-]?\d+([.,]\d+)?$/;

export type TypeSort = 'text' | 'number' | 'time' | 'binary' | 'list' | 'other' | 'unknown';

export interface ColumnFacts {
  index: number;
  header: ColumnHeader;
  type: TypeSort;
  isKey: boolean;
  values: SampledValue[];
  /** How many different values, letter case and accents aside. */
  readonly distinct: number;
  /** Share of values that are whole or decimal numbers. */
  readonly numeric: number;
  /** How many values pass the test of a validator; measured once. */
  passed: (validator: ValidatorName) => number;
  /** Whether any of the first values passes: asked before all are, where hardly any column is of the class. */
  hints: (validator: ValidatorName) => boolean;
}

export function columnFacts(
  sample: ColumnSample,
  index: number,
  today: number,
  header: ColumnHeader,
): ColumnFacts {
  const values: SampledValue[] = [];
  for (let at = 0; at < sample.values.length; at++) {
    const sampled = sample.values[at]!;
    const text = sampled.trim();
    if (text !== '' && !isPlaceholderText(text) && !isZeroDate(text))
      values.push(new SampledValue(sampled, text, sample.rowIds[at] ?? at));
  }
  const counts = new Map<ValidatorName, number>();
  let distinct: number | undefined;
  let numeric: number | undefined;
  return {
    index,
    header,
    type: typeSort(sample.type),
    isKey: sample.isKey,
    values,
    get distinct() {
      if (distinct === undefined) {
        const seen = new Set<string>();
        for (const value of values) seen.add(value.folded);
        distinct = seen.size;
      }
      return distinct;
    },
    get numeric() {
      return (numeric ??= countOf(values, ({ text }) => plainNumber.test(text)) / Math.max(1, values.length));
    },
    passed: (validator) => {
      const known = counts.get(validator);
      if (known !== undefined) return known;
      const test = valueTests[validator];
      const passed = countOf(values, (value) => test(value, today));
      counts.set(validator, passed);
      return passed;
    },
    hints: (validator) => {
      const test = valueTests[validator];
      for (let at = 0; at < values.length && at < firstValues; at++)
        if (test(values[at]!, today)) return true;
      return false;
    },
  };
}

function countOf(values: readonly SampledValue[], test: (value: SampledValue) => boolean): number {
  let count = 0;
  for (const value of values) if (test(value)) count++;
  return count;
}

/** MySQL's `0000-00-00`, with or without a time: nothing was entered. */
function isZeroDate(text: string): boolean {
  return text.startsWith('0000') && /^0000[-/]00[-/]00/.test(text);
}

/** Of a type as CREATE TABLE has it, in lower case. */
export function typeSort(type: string | null): TypeSort {
  if (type === null) return 'unknown';
  if (
    /^(?:tinyint|smallint|mediumint|bigint|int|integer|serial|bigserial|decimal|numeric|number|float|double|real|money|bit|bool)/.test(
      type,
    )
  )
    return 'number';
  if (/^(?:date|time|year|smalldatetime)/.test(type)) return 'time';
  if (/blob|binary|bytea|image|^raw/.test(type)) return 'binary';
  if (/^(?:enum|set)\b/.test(type)) return 'list';
  if (/char|text|clob|string|citext|uuid|xml/.test(type)) return 'text';
  return 'other';
}
