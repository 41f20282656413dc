/*
 * What can be measured on a column's sample before asking what it is. In: a column sample. Out: its header read, its
 * SQL type sorted, its values prepared and counted. Never decides.
 */

import { readHeader, type ColumnHeader } from './column-header.ts';
import { isPlaceholder } from './text-value.ts';
import { sampledValue, valueTests, type SampledValue } from './value-test.ts';
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

export type TypeSort = 'text' | 'number' | 'time' | 'binary' | 'list' | 'other' | 'unknown';

export interface ColumnFacts {
  index: number;
  header: ColumnHeader;
  type: TypeSort;
  isKey: boolean;
  values: SampledValue[];
  distinct: number;
  /** Share of values that are whole or decimal numbers. */
  numeric: number;
  /** How many values pass the test of a validator; measured once. */
  passed: (validator: ValidatorName) => number;
}

export function columnFacts(
  sample: ColumnSample,
  index: number,
  today: number,
  prefix: string | null,
): ColumnFacts {
  const encoder = new TextEncoder();
  const values: SampledValue[] = [];
  for (const [at, text] of sample.values.entries()) {
    const value = sampledValue(text, sample.rowIds[at] ?? at, (part) => encoder.encode(part));
    const bare = encoder.encode(value.text);
    if (value.text !== '' && !isPlaceholder(bare, 0, bare.length) && !isZeroDate(value.text))
      values.push(value);
  }
  const counts = new Map<ValidatorName, number>();
  return {
    index,
    header: readHeader(sample.name, prefix),
    type: typeSort(sample.type),
    isKey: sample.isKey,
    values,
    distinct: new Set(values.map((value) => value.folded)).size,
    numeric:
      values.filter((value) => /^[+-]?\d+([.,]\d+)?$/.test(value.text)).length / Math.max(1, values.length),
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
