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
}

export function columnFacts(
  sample: ColumnSample,
  index: number,
  today: number,
  header: ColumnHeader,
): ColumnFacts {
  const values: SampledValue[] = [];
  for (const [at, sampled] of sample.values.entries()) {
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
      return (distinct ??= new Set(values.map((value) => value.folded)).size);
    },
    get numeric() {
      return (numeric ??=
        values.filter((value) => plainNumber.test(value.text)).length / Math.max(1, values.length));
    },
    passed: (validator) => {
      const known = counts.get(validator);
      if (known !== undefined) return known;
      const passed = values.filter((value) => valueTests[validator](value, today)).length;
      counts.set(validator, passed);
      return passed;
    },
  };
}

/** MySQL's `0000-00-00`, with or without a time: nothing was entered. */
function isZeroDate(text: string): boolean {
  return /^0000[-/]00[-/]00/.test(text);
}

function typeSort(type: string | null): TypeSort {
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
