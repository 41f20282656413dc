import { describe, expect, it } from 'vitest';
import { classifyTable } from './classify-table.ts';
import type { ClassFinding } from './finding.ts';
import { sampleOf } from './made-up-tables.fixture.ts';

const options = { today: new Date('2026-11-22T00:00:00Z') };
const two = (value: number): string => String(value).padStart(2, '0');

function bodies(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) =>
      `${(index % 2) + 1}${two((index * 7) % 100)}${two((index % 12) + 1)}${two((index % 95) + 1)}${two(index + 1)}1${two(index + 5)}3`,
  );
}
const withKeys = bodies(40).map((body) => `${body}${two(97 - (Number(body) % 97))}`);

function found(name: string | null, values: readonly string[], type: string | null = null): ClassFinding[] {
  const table = sampleOf({ name: 'export', rows: values.length, columns: [[name, type, values, null]] });
  return classifyTable(table, options)[0]!;
}

describe('columns beside numbers that say who their holder is', () => {
  const numbers = bodies(60).map((body) => `${body}${two(97 - (Number(body) % 97))}`);
  const born = numbers.map((number) => `19${number.slice(1, 3)}${number.slice(3, 5)}17`);
  const sexes = numbers.map((number) => (number.startsWith('1') ? 'A' : 'B'));
  const read = (births: readonly string[], signs: readonly string[]): (string | undefined)[] =>
    classifyTable(
      sampleOf({
        name: 'extract',
        rows: 60,
        columns: [
          [null, null, numbers, null],
          [null, null, births, null],
          [null, null, signs, null],
        ],
      }),
      options,
    ).map(([one]) => one?.class);

  it('dates and signs that agree with them are dates of birth and sexes', () => {
    expect(read(born, sexes)).toEqual(['Social security numbers', 'Dates of birth', 'Genders']);
  });

  it('those of other rows are not', () => {
    const days = born.map((_, index) => `2019${two((index % 12) + 1)}${two((index % 28) + 1)}`);
    const signs = sexes.map((_, index) => (index % 3 === 0 ? 'A' : 'B'));
    expect(read(days, signs)).toEqual(['Social security numbers', undefined, undefined]);
  });
});

describe('columns of social security numbers', () => {
  it.each([
    'nir',
    'NIR',
    'numero_securite_sociale',
    'num_ss',
    'nss',
    'no_secu',
    'NumSecu',
    'n_insee',
    'num_insee',
    'Sozialversicherungsnummer',
    'social_security_number',
    'numero_seguridad_social',
    'socialezekerheidsnummer',
  ])('%s is found, with keys and without', (name) => {
    expect(found(name, withKeys)).toMatchObject([
      { class: 'Social security numbers', standing: 'own', kind: null },
    ]);
    expect(found(name, bodies(40))).toMatchObject([
      { class: 'Social security numbers', kind: 'NIR, without key' },
    ]);
  });

  it.each([null, 'ref', 'col3', 'data'])('with keys they speak for themselves under the name %s', (name) => {
    const [one] = found(name, withKeys);
    expect(one).toMatchObject({
      class: 'Social security numbers',
      evidence: { passed: 40, chance: 0.0051 },
    });
    expect(one!.confidence).toBeGreaterThan(0.9);
    expect(found(name, withKeys, 'bigint')).toHaveLength(1);
  });

  it('a fiftieth of wrong keys changes nothing', () => {
    const dirty = withKeys.map((value, index) =>
      index % 20 === 0 ? `${value.slice(0, -1)}${(Number(value.at(-1)) + 1) % 10}` : value,
    );
    expect(found(null, dirty)).toHaveLength(1);
  });

  it('without keys and without a telling name nothing is claimed', () => {
    for (const name of [null, 'ref', 'ean', 'order_number', 'code_insee_commune'])
      expect(found(name, bodies(40))).toEqual([]);
  });

  it('one number that passes, repeated, is no column of them', () => {
    expect(
      found(
        'batch',
        Array.from({ length: 40 }, () => withKeys[0]!),
      ),
    ).toEqual([]);
  });

  it.each([
    ['ean', Array.from({ length: 60 }, (_, index) => String(2_950_100_000_000 + index * 8_191_337))],
    ['imei', Array.from({ length: 60 }, (_, index) => String(353_081_160_000_000 + index * 818_191_337))],
    ['order_number', Array.from({ length: 60 }, (_, index) => String(120_101_750_010_000 + index))],
    [null, Array.from({ length: 60 }, (_, index) => String(1_700_000_000_000 + index * 86_400_123))],
    [
      null,
      Array.from({ length: 60 }, (_, index) => String(185_057_800_607_801 + index * 97 * 13 + (index % 96))),
    ],
  ])('%s of 13 or 15 digits is none', (name, values) => {
    expect(found(name, values)).toEqual([]);
  });
});

describe('columns of bank accounts', () => {
  const accounts = ['DE89370400440532013000', 'FR1420041010050500013M02606', 'BE68539007547034'];
  it.each(['iban', 'RIB', 'bank_account', null])('%s is found by its values', (name) => {
    expect(found(name, accounts, 'varchar(34)')).toMatchObject([
      { class: 'Bank account numbers', standing: 'context' },
    ]);
  });
  it('ten digits under the name of an account are no IBAN', () => {
    expect(
      found(
        'iban',
        Array.from({ length: 20 }, (_, index) => String(4_100_000_000 + index)),
      ),
    ).toEqual([]);
  });
});
