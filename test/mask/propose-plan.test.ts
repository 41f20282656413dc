/*
 * Plans that are proposed for made-up leaks, a public dump and small files: every planted column is masked, keys stay.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { plantedColumns } from '../../samples/michael-page/data-classes.ts';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { plantedShopColumns } from '../../samples/shop/planted-columns.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { type ColumnRule, isMaskRule, type MaskPlan } from '../../src/mask/index.ts';
import { readPlan } from '../../src/mask/plan/index.ts';
import { proposePlan } from '../../src/pipeline/mask/plan/index.ts';

const folder = scratchFolder();

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function methodsOf(plan: MaskPlan, table: string): Record<string, string> {
  const text = (rule: ColumnRule): string => (isMaskRule(rule) ? rule.mask : 'keep');
  return Object.fromEntries([...plan.tables.get(table)!].map(([column, rule]) => [column, text(rule)]));
}

/** Every planted column that is kept. */
function keptOf(plan: MaskPlan, planted: Record<string, Record<string, string>>): string[] {
  return Object.entries(planted).flatMap(([table, columns]) =>
    Object.keys(columns)
      .filter((column) => !isMaskRule(plan.tables.get(table)!.get(column)!))
      .map((column) => `${table}.${column}`),
  );
}

test('every planted column of the recruiter is masked with its method, and keys stay', async () => {
  const path = join(folder, 'leak.sql');
  await plantSample(path, { seed: 7, people: 600, sizeBytes: 2e6 });
  const { plan, text, unread } = await proposePlan(path, { workers: 1 });
  expect(unread).toEqual([]);
  expect(readPlan(text)).toEqual(plan);
  expect(keptOf(plan, plantedColumns)).toEqual(['candidates.job_type']);
  expect(methodsOf(plan, 'candidates')).toMatchObject({
    id: 'keep',
    uid: 'keep',
    first_name: 'first-name',
    last_name: 'last-name',
    email: 'email',
    phone: 'phone',
    date_of_birth: 'birth-date',
    location: 'place',
    current_employer: 'company',
  });
  expect(methodsOf(plan, 'applications')).toMatchObject({
    cover_letter: 'text',
    ip: 'ip',
    candidate_id: 'keep',
  });
  expect(methodsOf(plan, 'users')).toMatchObject({ name: 'username', pass: 'password', mail: 'email' });
  expect(plan.tables.get('users')!.get('name')).toMatchObject({ isUnique: true });
  expect(plan.statements.get('CREATE TABLE')).toBe('text');
});

test('the shop in files of its own, and the register of a state', { timeout: 60_000 }, async () => {
  const shop = join(folder, 'shop');
  await generateShop(shop, { seed: 3, people: 400, format: 'csv' });
  const { plan } = await proposePlan(shop, { workers: 1 });
  expect(keptOf(plan, plantedShopColumns)).toEqual([]);
  expect(methodsOf(plan, 'orders')).toMatchObject({ id: 'keep', total: 'keep', delivery_text: 'text' });

  const register = join(folder, 'register');
  const options = { seed: 3, people: 500, dirt: 'none', format: 'both' } as const;
  await makeExtracts(register, options, 120);
  const extracts = await proposePlan(register, { workers: 1 });
  expect(methodsOf(extracts.plan, 'inscriptions')).toMatchObject({
    NIR: 'nir',
    NOM_NAISSANCE: 'last-name',
    PRENOM: 'first-name',
    DATE_NAISSANCE: 'birth-date',
    SEXE: 'keep',
  });
  expect(Object.values(methodsOf(extracts.plan, 'demandeurs'))).toEqual(
    expect.arrayContaining(['nir', 'last-name', 'first-name', 'birth-date']),
  );
});

const corpus = fileURLToPath(new URL('../../../shared/corpora/chinook-mysql.sql', import.meta.url));

test.skipIf(!existsSync(corpus))('people of a public dump are masked, its keys and prices stay', async () => {
  const { plan } = await proposePlan(corpus, { workers: 1 });
  expect(methodsOf(plan, 'Customer')).toEqual({
    CustomerId: 'keep',
    FirstName: 'first-name',
    LastName: 'last-name',
    Company: 'company',
    Address: 'street',
    City: 'place',
    State: 'place',
    Country: 'keep',
    PostalCode: 'postcode',
    Phone: 'phone',
    Fax: 'phone',
    Email: 'email',
    SupportRepId: 'keep',
  });
  expect(methodsOf(plan, 'InvoiceLine')).toMatchObject({ UnitPrice: 'keep', TrackId: 'keep' });
});

const rows = Array.from(
  { length: 40 },
  (_, i) => `('anne.fauvergne${i}@mail.example.org','Anne Fauvergne',${i % 2})`,
).join(',');
const people = `CREATE TABLE u (email VARCHAR(120) PRIMARY KEY, name VARCHAR(80), flag INT);\nINSERT INTO u VALUES ${rows};\n`;

test('statements that may hold rows are refused, those that define and set are masked as text', async () => {
  const path = write(
    'statements.sql',
    `SET NAMES utf8;\n${people}CREATE VIEW v AS SELECT 1;\nUPDATE u SET email='a@mail.example.org';\nDELETE FROM u;\nCALL add_user('Anne');\nSET @x='Anne Fauvergne';\n-- done\n`,
  );
  const { plan, text } = await proposePlan(path, { workers: 1 });
  expect(Object.fromEntries(plan.statements)).toEqual({
    CALL: 'refuse',
    'CREATE TABLE': 'text',
    'CREATE VIEW': 'text',
    DELETE: 'text',
    SET: 'refuse',
    UPDATE: 'refuse',
    comment: 'text',
  });
  expect(text).toContain('# may hold or change rows');
});

test('a column that holds keys of a masked column is masked as that one is', async () => {
  const links = Array.from({ length: 40 }, (_, i) => `(${i},'anne.fauvergne${i}@mail.example.org')`).join(
    ',',
  );
  const path = write(
    'links.sql',
    `${people}CREATE TABLE log (id INT PRIMARY KEY, who VARCHAR(120), FOREIGN KEY (who) REFERENCES u (email));\nINSERT INTO log VALUES ${links};\n`,
  );
  const { plan } = await proposePlan(path, { workers: 1 });
  expect(plan.tables.get('log')!.get('who')).toMatchObject({ mask: 'email', isUnique: true });
  expect(plan.tables.get('u')!.get('email')).toMatchObject({ mask: 'email', isUnique: true });
});

test('tables without rows are planned, and columns without names by their number', async () => {
  const path = write(
    'bare.sql',
    `CREATE TABLE e (id INT, phone VARCHAR(20));\nINSERT INTO u VALUES ${rows};\n`,
  );
  const { plan } = await proposePlan(path, { workers: 1 });
  expect(methodsOf(plan, 'e')).toEqual({ id: 'keep', phone: 'phone' });
  expect(methodsOf(plan, 'u')).toEqual({ 1: 'email', 2: 'full-name', 3: 'keep' });
});

test('a packed file has the plan that the file has, and files of one table are one table', async () => {
  const plain = await proposePlan(write('plain.sql', people), { workers: 1 });
  const packed = await proposePlan(write('packed.sql.gz', gzipSync(people)), { workers: 1 });
  expect(packed.plan.tables).toEqual(plain.plan.tables);
  expect(packed.plan.statements).toEqual(plain.plan.statements);

  const parts = join(folder, 'parts');
  mkdirSync(parts);
  const lines = (from: number): string =>
    Array.from({ length: 30 }, (_, i) => `${from + i},anne.fauvergne${from + i}@mail.example.org\n`).join('');
  writeFileSync(join(parts, 'users_0001.csv'), `id,email\n${lines(1)}`);
  writeFileSync(join(parts, 'users_0002.csv'), `id,email\n${lines(31)}`);
  const { plan } = await proposePlan(parts, { workers: 1 });
  expect([...plan.tables.keys()]).toEqual(['users']);
  expect(methodsOf(plan, 'users')).toEqual({ id: 'keep', email: 'email' });
});

test('texts are planned without their names, what cannot be written again by its ending', async () => {
  const letters = join(folder, 'letters');
  mkdirSync(letters);
  writeFileSync(join(letters, 'Anne Fauvergne.txt'), 'Dear Sir,\nI am Anne Fauvergne.\nYours\n');
  writeFileSync(join(letters, 'Anne Fauvergne.pdf'), '%PDF-1.4\n%\xff\xff\n');
  const { plan, text, unread } = await proposePlan(letters, { workers: 1 });
  expect(plan.files).toEqual({ rest: 'text', named: new Map([['*.pdf', 'refuse']]) });
  expect(text).not.toContain('Fauvergne');
  expect(unread).toHaveLength(1);
});

test('no value of the source is in a plan', async () => {
  const { text } = await proposePlan(write('values.sql', people), { workers: 1 });
  expect(text).not.toMatch(/fauvergne|mail\.example/iu);
});
