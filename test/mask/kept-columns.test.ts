/*
 * What is kept is closed too: a column that has come to hold something else than it was kept for stops the run, with its
 * place and with what to change.
 */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/mask/plan/index.ts';
import { proposePlan } from '../../src/pipeline/mask/plan/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const folder = scratchFolder();
const here = createHere(folder);

const planOf = (...columns: string[]) => `plan: 1
tables:
  t:
    id: {keep: row number, holds: numbers}
    made: {keep: a date that the program wrote, holds: dates}
    state: {keep: a value out of few}
    email: {mask: email}
${columns.join('\n')}
statements: {CREATE TABLE: text}
`;
const table = 'CREATE TABLE t (id int, made datetime, state varchar(90), email varchar(90));\n';
const row = (id: string, made: string, state: string) =>
  `${table}INSERT INTO t VALUES (1,'2016-09-12','new','zoe@example.org'),\n(${id},${made},${state},'noe@example.org');\n`;

describe('passes', () => {
  test.each([
    ['NULL', 'NULL', 'NULL'],
    ['-12.50', "'2016-09-12T10:11:12.000Z'", "'sent'"],
    ["'1 000,5'", 'CURRENT_TIMESTAMP', "'a@b'"],
    ['1e10', "TO_DATE('12/09/2016','DD/MM/YYYY')", "'new'"],
    ['CAST(12 AS Decimal(10, 2))', "CAST(N'2016-09-12T10:11:12' AS DateTime2)", "''"],
    ['0', "'12 Sep 2016 10:11AM'", 'DEFAULT'],
    ['0', 'NULL', "'it''s \\\\ \\n \\' \\0'"],
    ['0', 'NULL', "_binary 'new'"],
    ['0', 'NULL', "CAST(N'new' AS nvarchar(12))"],
    ['0', 'NULL', '-1.5e3'],
    ['0', 'NULL', "x'4d61'"],
  ])('%s, %s, %s', async (...values) => {
    const { refusals, output } = await here(row(...values), planOf());
    expect(refusals).toEqual([]);
    expect(output!.toString()).toContain(`(${values.join(',')},`);
  });
});

describe('is refused with its line and column', () => {
  test.each([
    ["'Quillacq'", 'NULL', 'NULL', 'id', 'kept as numbers'],
    ["'12 Anne'", 'NULL', 'NULL', 'id', 'kept as numbers'],
    ['2', "'Anne'", 'NULL', 'made', 'kept as dates'],
    ['2', "'zoe.quillacq@example.com'", 'NULL', 'made', 'kept as dates'],
    ['2', 'NULL', "'zoe.quillacq@example.com'", 'state', 'holds an e-mail address'],
    ['2', 'NULL', "'Qu\\illac\\q'", 'state', 'written as an expression'],
    ['2', 'NULL', "'Zoe ' 'Quillacq'", 'state', 'written as an expression'],
    ['2', 'NULL', "'Zoe ' || 'Quillacq'", 'state', 'written as an expression'],
    ['2', 'NULL', "CONCAT('Zoe','Quillacq')", 'state', 'written as an expression'],
    ['2', 'NULL', 'CHAR(80,97)', 'state', 'written as an expression'],
    ['2', 'NULL', "REVERSE('qcalliuQ')", 'state', 'written as an expression'],
    ['2', 'NULL', "UNHEX('5061')", 'state', 'written as an expression'],
    ['2', 'NULL', "U&'\\0050aul'", 'state', 'written as an expression'],
    ['2', 'NULL', "E'\\120aul'", 'state', 'written as an expression'],
    ['2', 'NULL', 'quillacq()', 'state', 'written as an expression'],
    ['2', 'NULL', "'asked for by zoe.quillacq@example.com, again'", 'state', 'holds an e-mail address'],
  ])('%s, %s, %s', async (id, made, state, column, reason) => {
    const { refusals, receipt } = await here(row(id, made, state), planOf());
    expect(receipt).toBeNull();
    expect(refusals).toEqual([
      expect.objectContaining({
        table: 't',
        column,
        line: 3,
        reason: expect.stringContaining(reason) as string,
      }),
    ]);
    expect(JSON.stringify(refusals)).not.toMatch(/quillacq|Anne/iu);
  });
});

test('the plan that is proposed says what columns hold, and stands for it', async () => {
  const csv = (last: string) =>
    `id;made;email\n${Array.from({ length: 40 }, (_, i) => `${i + 1};2016-09-${10 + (i % 20)};p${i}@example.org\n`).join('')}${last}\n`;
  const path = join(folder, 't.csv');
  writeFileSync(path, csv('41;2016-09-12;zoe@example.org'));
  const { text, plan } = await proposePlan(path, { workers: 1 });
  expect(readPlan(text)).toEqual(plan);
  expect(plan.tables.get('t')!.get('id')).toMatchObject({ holds: 'numbers' });
  const later = await here({ 't.csv': csv('Quillacq;2016-09-12;zoe@example.org') }, text);
  expect(later.refusals).toEqual([expect.objectContaining({ table: 't', column: 'id', line: 42 })]);
});

test('rows that come before what names their columns are masked by those names', async () => {
  const rows = row('2', 'NULL', 'NULL').slice(table.length);
  const { receipt, refusals } = await here({ 'a-data.sql': rows, 'b-schema.sql': table }, planOf());
  expect(refusals).toEqual([]);
  expect(receipt!.coverage.masked).toEqual({ email: 2 });
});

test('a list of few values that names people of other columns is proposed as text', async () => {
  const made = join(folder, 'orders.csv');
  const people = ['Anne;Quillacq', 'Luc;Ormessant', 'Zoé;Fauvergne', 'Paul;Thibaudot'];
  const lines = Array.from({ length: 80 }, (_, i) => {
    const status = i % 20 === 0 ? 'asked Quillacq Anne' : i % 3 === 0 ? 'open' : 'closed';
    return `${i + 1};${people[i % 4]};p${i}@example.org;${status};${i % 2 === 0 ? 'card' : 'cash'}\n`;
  });
  writeFileSync(made, `id;first_name;last_name;email;status;payment\n${lines.join('')}`);
  const { plan } = await proposePlan(made, { workers: 1 });
  expect(plan.tables.get('orders')!.get('status')).toMatchObject({ mask: 'text' });
  expect(plan.tables.get('orders')!.get('payment')).toMatchObject({ keep: expect.any(String) as string });
});
