import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueMethods } from '../method.ts';
import type { ColumnRule, MaskPlan, StatementRule } from './mask-plan.ts';
import { maxPlanBytes } from './parse-yaml.ts';
import { readPlan } from './read-plan.ts';
import { writePlan } from './write-plan.ts';

const written = `plan: 1
source:
  - {file: dump.sql, format: mysqldump}
tables:
  users:
    id: {keep: "the number of the row"}
    email: {mask: email, unique: true, found: "Email addresses"}
  orders:
    user_id: {keep: "points at rows of people"}
statements:
  SET: text
  CREATE VIEW: {keep: "looked through"}
files: text
links:
  - orders.user_id = users.id
`;

test('a plan is read as it is written', () => {
  expect(readPlan(written)).toEqual({
    source: [{ file: 'dump.sql', format: 'mysqldump' }],
    tables: new Map([
      [
        'users',
        new Map<string, ColumnRule>([
          ['id', { keep: 'the number of the row' }],
          ['email', { mask: 'email', isUnique: true, found: 'Email addresses' }],
        ]),
      ],
      ['orders', new Map<string, ColumnRule>([['user_id', { keep: 'points at rows of people' }]])],
    ]),
    statements: new Map<string, StatementRule>([
      ['SET', 'text'],
      ['CREATE VIEW', { keep: 'looked through' }],
    ]),
    files: { rest: 'text', named: new Map() },
    links: [{ table: 'orders', column: 'user_id', toTable: 'users', toColumn: 'id' }],
  });
});

test('names that YAML would read as something else are names', () => {
  const plan = readPlan(
    'plan: 1\ntables:\n  on:\n    "1": {mask: text}\n    null: {mask: text}\n    yes: {mask: text}\n',
  );
  expect([...plan.tables.get('on')!.keys()]).toEqual(['1', 'null', 'yes']);
});

test.for([
  ['', 1],
  ['tables: {}\n', 1],
  ['plan: 2\n', 1],
  ['plan: 1\nplan: 1\n', 2],
  ['plan: 1\ntabels: {}\n', 2],
  ['plan: 1\ntables:\n  u:\n    a: {mask: emial}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {mask: email}\n    a: {mask: text}\n', 5],
  ['plan: 1\ntables:\n  u:\n    a: {mask: email, keep: both}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {found: names}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {keep: ""}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {keep: true}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {keep: [x]}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: keep\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {keep: x, unique: true}\n', 4],
  ['plan: 1\ntables:\n  u:\n    a: {mask: email, unique: maybe}\n', 4],
  ['plan: 1\ntables:\n  - u\n', 3],
  ['plan: 1\nstatements:\n  SET: keep\n', 3],
  ['plan: 1\nfiles: maybe\n', 2],
  ['plan: 1\nlinks:\n  - orders.user_id users.id\n', 3],
  ['plan: 1\ntables:\n  u:\n    a: {keep: x}\nlinks:\n  - u.a = u.b\n', 6],
  ['plan: 1\n  a: b: c\n', 1],
  ['plan: 1\ntables: {\n', 3],
] as const)('what is wrong is told with its line: %j', ([text, line]) => {
  expect(() => readPlan(text)).toThrow(
    expect.objectContaining({
      code: 'MASK_PLAN',
      message: expect.stringContaining(`line ${line}:`) as string,
    }),
  );
});

test.for([
  ['an anchor that is used many times', `plan: 1\na: &a [x]\nb: [${'*a, '.repeat(1000)}]\n`],
  ['a tag', 'plan: !!int 1\n'],
  ['lists in lists', `plan: 1\nlinks: ${'['.repeat(1_000_000)}`],
  ['maps in maps', `plan: 1\n${'a: {'.repeat(200_000)}`],
  ['items in items', `plan: 1\nlinks:\n${'- '.repeat(200_000)}`],
  [
    'steps to the right',
    `plan: 1\n${Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}`,
  ],
  ['another document', 'plan: 1\n---\nplan: 1\n'],
  ['more than a plan can be long', `plan: 1\n#${' '.repeat(maxPlanBytes)}`],
] as const)('%s is refused', ([, text]) => {
  expect(() => readPlan(text)).toThrow(expect.objectContaining({ code: 'MASK_PLAN' }));
});

const name = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' });
const said = fc
  .string({ minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() === text && !['true', '~', 'null'].includes(text));
const rule: fc.Arbitrary<ColumnRule> = fc.oneof(
  fc.record({ keep: said }),
  fc.record({ mask: fc.constantFrom(...valueMethods, 'nir' as const) }),
  fc.record({
    mask: fc.constantFrom(...valueMethods),
    isUnique: fc.constant(true),
    found: said,
    reason: said,
  }),
);
const plans: fc.Arbitrary<MaskPlan> = fc.record({
  source: fc.array(fc.record({ file: said, format: said }), { maxLength: 2 }),
  tables: mapOf(mapOf(rule)).map(
    (tables) =>
      new Map<string, Map<string, ColumnRule>>([
        ...tables,
        ['a b', new Map([['c.d', { keep: 'a key' }]])],
        ['e', new Map([['f=g', { keep: 'a key' }]])],
      ]),
  ),
  statements: mapOf(fc.oneof(fc.constantFrom('text', 'drop', 'refuse'), fc.record({ keep: said }))),
  files: fc.record({
    rest: fc.constantFrom('text', 'refuse'),
    named: mapOf(fc.constantFrom('text', 'drop', 'refuse')),
  }),
  links: fc.constant([{ table: 'a b', column: 'c.d', toTable: 'e', toColumn: 'f=g' }]),
}) as fc.Arbitrary<MaskPlan>;

function mapOf<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> {
  const entries = fc.uniqueArray(
    fc.tuple(
      name.filter((text) => text !== '*'),
      value,
    ),
    { selector: ([key]) => key, maxLength: 4 },
  );
  return entries.map((found) => new Map(found));
}

test('whatever tables and columns are called, a plan is read as the plan that was written', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(readPlan(writePlan(plan))).toEqual(plan);
    }),
    { numRuns: 300 },
  );
});

test('notes say more to people and change nothing', () => {
  const plan = readPlan(written);
  const notes = {
    tables: new Map([['users', '12 rows']]),
    statements: new Map([['SET', 'a setting']]),
  };
  const text = writePlan(plan, { notes });
  expect(text).toContain('# 12 rows\n  users:');
  expect(text).toContain('# a setting\n  SET: text');
  expect(readPlan(text)).toEqual(plan);
});
