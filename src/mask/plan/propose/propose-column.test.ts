import { expect, test } from 'vitest';
import { expectedFindings, validatorIds, validators, type ValidatorName } from '../../../recognise/index.ts';
import type { PlannedColumn } from './planned-column.ts';
import { proposeColumn } from './propose-column.ts';

const many = 200;

function column(values: readonly string[], more: Partial<PlannedColumn> = {}): PlannedColumn {
  return {
    table: 'users',
    name: 'c',
    type: null,
    rows: values.length,
    filled: values.length,
    values,
    finding: null,
    found: null,
    hasMentions: false,
    isTellingByKey: false,
    note: null,
    special: null,
    isPrimary: false,
    isUnique: false,
    pointsAt: null,
    isAboutPeople: true,
    isPeople: true,
    largestTable: 1000,
    ...more,
  };
}

/** As recognise says it. */
function found(name: ValidatorName): Pick<PlannedColumn, 'finding' | 'found'> {
  const [any] = expectedFindings(['first_name']);
  const validator = validators[validatorIds[name]]!;
  return {
    finding: { ...any!, class: validator.class, validator: validator.id },
    found: validator.class,
  };
}

const each = (value: (i: number) => string): string[] => Array.from({ length: many }, (_, i) => value(i));
const turns = (...values: string[]): string[] => each((i) => values[i % values.length]!);

test('what is recognised has the method of its class, and a number that of its kind', () => {
  expect(
    proposeColumn(
      column(
        each((i) => `a${i}@mail.example.org`),
        found('email'),
      ),
    ),
  ).toEqual({
    mask: 'email',
    found: 'Email addresses',
  });
  expect(proposeColumn(column(['295109912611193'], found('nir')))).toMatchObject({ mask: 'nir' });
});

test('addresses with words around them are masked as text', () => {
  const values = each((i) => `login of a${i}@mail.example.org failed`);
  expect(proposeColumn(column(values, found('email')))).toMatchObject({ mask: 'text' });
});

test('columns that are unique stay unique', () => {
  const values = each((i) => `a${i}@mail.example.org`);
  expect(proposeColumn(column(values, { ...found('email'), isUnique: true }))).toMatchObject({
    isUnique: true,
  });
  expect(proposeColumn(column(values, found('email')))).not.toHaveProperty('isUnique');
});

test.for<[string, PlannedColumn]>([
  ['a key', column(each(String), { isPrimary: true, type: 'int' })],
  [
    'a key that numbers the rows',
    column(
      each((i) => `${i + 1}`),
      { name: 'customer_no', type: 'int', isPrimary: true },
    ),
  ],
  [
    'a key of another table',
    column(
      each((i) => `${i * 7919}`),
      { pointsAt: 'orders' },
    ),
  ],
  ['a flag', column(turns('0', '1'))],
  ['a flag in words', column(turns('TRUE', 'FALSE'), { type: 'boolean' })],
  [
    'an amount',
    column(
      each((i) => `${i}.50`),
      { type: 'decimal(10,2)' },
    ),
  ],
  [
    'a date that the program wrote',
    column(
      each((i) => `2024-01-${(i % 28) + 1} 10:00:00`),
      { name: 'created_at' },
    ),
  ],
  [
    'seconds since 1970',
    column(
      each((i) => `${1_700_000_000 + i}`),
      { name: 'last_login', type: 'int' },
    ),
  ],
  ['a list of the schema', column(turns('Open', 'Closed'), { type: "enum('Open','Closed')" })],
  ['a list of few', column(turns('open', 'closed', 'on hold'), { name: 'progress' })],
  ['a list that its name tells', column(turns('Open', 'Closed', 'Waiting'), { name: 'order_status' })],
  ['the sex', column(turns('f', 'm'), { ...found('gender'), name: 'sex' })],
  ['a random number of a row', column(each((i) => `0190b2a4-7a6d-7c2e-8f00-${String(i).padStart(12, '0')}`))],
])('%s is kept, with a reason', ([, one]) => {
  expect(proposeColumn(one)).toMatchObject({ keep: expect.stringMatching(/\w/u) as string });
});

test.for<[string, PlannedColumn, string]>([
  ['surnames of few', column(turns('Ormessant', 'Quillacq', 'Fauvergne'), { name: 'x' }), 'shape'],
  [
    'an agent out of few',
    column(turns('Ormessant', 'Quillacq'), { name: 'agent', isAboutPeople: false }),
    'last-name',
  ],
  ['names that are not recognised', column(['Marie Quillacq', 'Paul Ormessant'], { name: 'x' }), 'full-name'],
  [
    'what functions make',
    column(["CONCAT('Marie ','Quillacq')"], { name: 'name', isAboutPeople: false, isPeople: false }),
    'shape',
  ],
  ['letters', column(each((i) => `I write to you about case ${i}, which is open since then.`)), 'text'],
  ['JSON', column(each((i) => `{"a":${i}}`)), 'text'],
  ['base64 of words', column(each((i) => Buffer.from(`{"who":"person ${i}"}`).toString('base64'))), 'text'],
  ['hex of words', column(each((i) => Buffer.from(`who=person ${i} of all`).toString('hex'))), 'text'],
  ['tokens', column(each((i) => `${i}f9A2k7Qx0c81LmZ44ptR${i}`)), 'token'],
  [
    'long numbers',
    column(
      each((i) => `${7_310_000_000 + i * 7919}`),
      { name: 'ref_no' },
    ),
    'shape',
  ],
  [
    'keys by which people are known',
    column(
      each((i) => `${7_310_000 + i * 7919}`),
      { name: 'matricule', type: 'int', isPrimary: true },
    ),
    'shape',
  ],
  [
    'codes in one piece',
    column(
      each((i) => `kx${i * 31}q`),
      { name: 'x' },
    ),
    'shape',
  ],
  [
    'words in a table about nobody',
    column(
      each((i) => `thing ${i}`),
      { isAboutPeople: false, isPeople: false },
    ),
    'text',
  ],
  [
    'a date in a life',
    column(
      each((i) => `2001-02-${(i % 28) + 1}`),
      { name: 'married', type: 'date' },
    ),
    'date',
  ],
  [
    'bytes',
    column(
      each((i) => `0x${'9f80'.repeat(4)}${String(i).padStart(4, '0')}`),
      { type: 'blob' },
    ),
    'empty',
  ],
  ['nothing, called phone', column([], { name: 'phone', type: 'varchar(20)' }), 'phone'],
  ['nothing, called email', column([], { name: 'email', type: 'varchar(20)' }), 'email'],
  [
    'addresses on the web, called a place',
    column(
      each((i) => `https://shop.example.com/${i}`),
      { name: 'location' },
    ),
    'url',
  ],
  ['nothing at all', column([], { name: 'x', type: 'text' }), 'text'],
  ['values of many kinds by key', column(turns('a', '7', 'x y'), { isTellingByKey: true }), 'shape'],
  [
    'health, in words of one',
    column(
      each((i) => `F${i}`),
      { special: 'health' },
    ),
    'empty',
  ],
  ['health, few values', column(turns('none', 'asthma'), { special: 'health' }), 'empty'],
])('%s is masked', ([, one, method]) => {
  expect(proposeColumn(one)).toMatchObject({ mask: method });
});

test('nothing is kept in which people are reached', () => {
  const flags = column(turns('0', '1'), { hasMentions: true });
  expect(proposeColumn(flags)).toMatchObject({ mask: 'text' });
  const numbers = column([...each((i) => `${i % 3}`), 'a@mail.example.org'], { type: 'int' });
  expect(proposeColumn(numbers)).toHaveProperty('mask');
});

test('no rule holds a value', () => {
  const values = each((i) => `secretive${i * 7}x`);
  expect(JSON.stringify(proposeColumn(column(values)))).not.toContain('secretive');
});
