import { expect, test } from 'vitest';
import { readPage } from '../../scripts/generate-docs.ts';
import { migrations } from '../../src/store/register/migrations/index.ts';
import { dialects } from '../../src/store/register/migration.ts';

const statements = migrations.flatMap((step) => step.statements(dialects.postgres));
const guide = readPage('docs/guides/register.md');

/** Columns of each unique key of a table. */
function uniqueKeys(table: string): string[][] {
  const made = statements.find((text) => new RegExp(`^CREATE TABLE ${table} \\(`, 'u').test(text));
  if (made === undefined) return [];
  const written = [...made.matchAll(/(?:PRIMARY KEY|UNIQUE) \(([^)]+)\)/gu)].map(([, columns]) => columns!);
  const inline = [...made.matchAll(/(\w+) [A-Z ]*?(?:PRIMARY KEY|UNIQUE)(?! \()/gu)].map(
    ([, column]) => column!,
  );
  const indexes = statements.flatMap((text) => {
    const [, columns] =
      new RegExp(`^CREATE UNIQUE INDEX \\w+ ON ${table} \\(([^)]+)\\)`, 'u').exec(text) ?? [];
    return columns ?? [];
  });
  return [...written, ...inline, ...indexes].map((columns) => columns.split(',').map((name) => name.trim()));
}

const distributed = [...guide.matchAll(/create_distributed_table\('(\w+)', '(\w+)'/gu)].map(
  ([, table, column]) => ({ table: table!, column: column! }),
);

test.each(distributed)('$table may be distributed by $column', ({ table, column }) => {
  const keys = uniqueKeys(table);
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(key).toContain(column);
});

test('tables that are to be distributed beside each other have the same type of column', () => {
  const beside = [...guide.matchAll(/'(\w+)', '(\w+)', colocate_with => 'exposure'/gu)];
  expect(beside.length).toBeGreaterThan(0);
  for (const [, table, column] of beside) {
    const made = statements.find((text) => text.startsWith(`CREATE TABLE ${table!} `))!;
    expect(made).toMatch(new RegExp(`\\b${column!} BYTEA`, 'u'));
  }
});

test('tables that are to be everywhere are there', () => {
  const everywhere = [...guide.matchAll(/create_reference_table\('(\w+)'\)/gu)].map(([, table]) => table!);
  expect(everywhere.length).toBeGreaterThan(0);
  for (const table of everywhere) expect(uniqueKeys(table).length).toBeGreaterThan(0);
});
