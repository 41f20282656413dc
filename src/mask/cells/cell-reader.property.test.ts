import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenTable } from '../../read/csv/csv-writer.fixture.ts';
import { writtenFile } from '../../read/fixed/fixed-file.fixture.ts';
import { row, writers } from '../../read/json/made-up-json.fixture.ts';
import { madeUpDump } from '../../read/sql/made-up-dumps.fixture.ts';
import type { ReaderPlan } from '../../read/index.ts';
import { planOf, type ReadCells, readCells } from './read-cells.fixture.ts';

const stretchBytes = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(1 << 20));
const windowBytes = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant(1 << 20));
const chunkBytes = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constant(Infinity));
const readers = fc.integer({ min: 1, max: 2 });
const sizes = fc.record({ stretchBytes, windowBytes, chunkBytes, readers });

/** Values that a format could take for something else, and one that is like most. */
const hostile = "' '' \" \\ \\' , ; ( ) : | # -- /* */ é 東京 🔔 NULL \\N \\. $$ ]' 0x41 12 a".split(' ');
const value = fc
  .array(fc.constantFrom(...hostile, '\n', '\r', '\t', '\0', ' ', '\x1a', '\\'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

const valuesOf = (read: ReadCells) => read.rows.map(({ values }) => values);

const sql: ReaderPlan = { kind: 'sql', dialect: 'mysql', backslashEscapes: true };
const plainSql: ReaderPlan = { kind: 'sql', dialect: 'mysql', backslashEscapes: false };

/** Keywords and what cannot be read as a value are left as they are. */
const isKept = (value: string | null) => value === null || /^(?:true|false)?$/iu.test(value);

describe('any dump', () => {
  it('is put together again from its stretches, with every byte told, whatever their size', () => {
    fc.assert(
      fc.property(madeUpDump(), sizes, (dump, sizes) => {
        const read = readCells(dump.text, sql, sizes);
        expect(read.joined.toString()).toBe(dump.text);
        expect(read.refusals).toEqual([]);
        expect(valuesOf(read).map((row) => row.map((value) => (isKept(value) ? null : value)))).toEqual(
          dump.rows.map(({ values }) => values.map((value) => (isKept(value) ? null : value))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it.each([sql, plainSql])('is written to what is read back as the same values: %o', (plan) => {
    fc.assert(
      fc.property(madeUpDump({ withEscapes: plan === sql }), value, (dump, value) => {
        const same = readCells(dump.text, plan);
        expect(valuesOf(readCells(same.written, plan))).toEqual(valuesOf(same));
        const other = readCells(dump.text, plan, { replace: () => value });
        const expected = valuesOf(other).map((row) => row.map((old) => (old === null ? null : value)));
        expect(valuesOf(readCells(other.written, plan))).toEqual(expected);
        expect(other.pieces).toEqual(same.pieces);
      }),
      { numRuns: 50 },
    );
  });
});

describe('any delimited text', () => {
  it('is put together again, and written to what is read back as the same values', () => {
    fc.assert(
      fc.property(writtenTable(), sizes, ({ text, dialect, rows }, sizes) => {
        const read = readCells(text, dialect, sizes);
        expect(read.joined.toString()).toBe(text);
        const told = rows.filter((row) => row.length === dialect.width || dialect.columns === null);
        expect(valuesOf(read)).toEqual(told);
        expect(valuesOf(readCells(read.written, dialect))).toEqual(valuesOf(read));
      }),
      { numRuns: 50 },
    );
  });
});

describe('any file of fixed width', () => {
  it('is put together again, and written as it was where nothing is replaced', () => {
    fc.assert(
      fc.property(writtenFile(), sizes, ({ text, layout }, sizes) => {
        const read = readCells(text, layout, sizes);
        expect(read.joined.equals(Buffer.from(text))).toBe(true);
        expect(read.written.equals(Buffer.from(text))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('any JSON', () => {
  it('is put together again, and written to what is read back as the same values', () => {
    const file = fc
      .tuple(fc.array(row, { minLength: 2, maxLength: 12 }), fc.constantFrom(...Object.keys(writers)))
      .map(([rows, writer]) => writers[writer]!(rows));
    fc.assert(
      fc.property(file, sizes, value, (text, sizes, value) => {
        const plan = planOf(text);
        fc.pre(plan.kind === 'json');
        const read = readCells(text, plan, sizes);
        expect(read.joined.toString()).toBe(text);
        expect(read.refusals).toEqual([]);
        expect(valuesOf(readCells(read.written, plan))).toEqual(valuesOf(read));
        const isValue = (old: string) => !/^[[{]/u.test(old);
        const other = readCells(text, plan, { replace: (old) => (isValue(old) ? value : old) });
        const expected = valuesOf(read).map((row) =>
          row.map((old) => (old !== null && isValue(old) ? value : old)),
        );
        expect(valuesOf(readCells(other.written, plan))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
