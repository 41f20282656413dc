/*
 * Whatever the rules, a controller has exactly the people and the rows that the rules give it: worked out a second time
 * from what was planted. Nobody else's person or row is ever among them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createIdentifierHasher } from '../../src/pipeline/identifier-hasher.ts';
import { examineIntoCase, splitCase } from '../../src/pipeline/index.ts';
import { type CaseRecord, findPeople, openCase, openHome, openVault } from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { personOf, type PlantedRow, plantBanks } from './banks-leak.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));
const now = new Date('2026-06-30');
const people = 60;

interface Rule {
  table?: string;
  file?: string;
  column?: string;
  values?: string[];
  prefix?: string;
  shared?: boolean;
}

interface Controller {
  name: string;
  rules: Rule[];
  list?: { file: string; columns: string[]; shared?: boolean };
}

let record: CaseRecord;
let planted: PlantedRow[];

beforeAll(async () => {
  let state = 12_345;
  planted = plantBanks(join(folder, 'leak'), people, (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  });
  record = openCase(home, null, now);
  await examineIntoCase([join(folder, 'leak')], record, { workers: 1, now });
});

/** By controller and address: how many rows of each table. */
type Holdings = Record<string, Record<string, Record<string, number>>>;

/** The rules, said again in the plainest way. */
function expected(
  controllers: Controller[],
  listed: Map<string, Set<string>>,
): { held: Holdings; conflicts: number } {
  const applies = (rule: Rule, row: PlantedRow) =>
    (rule.table === undefined || rule.table === row.table) &&
    (rule.file === undefined || rule.file === `*/${row.place}/*`) &&
    (rule.column === undefined || rule.column in row.values);
  const claims = (rule: Rule, row: PlantedRow) => {
    if (rule.column === undefined) return true;
    const value = row.values[rule.column]!;
    return (
      (rule.values?.includes(value) ?? false) ||
      (rule.prefix !== undefined && value.startsWith(rule.prefix) && value !== '')
    );
  };
  let conflicts = 0;
  const judged = planted.map((row) => {
    const claiming = controllers.filter(({ rules }) =>
      rules.some((rule) => applies(rule, row) && claims(rule, row)),
    );
    const isShared = claiming.every(({ rules }) =>
      rules.some((rule) => applies(rule, row) && claims(rule, row) && rule.shared),
    );
    if (claiming.length > 1 && !isShared) {
      conflicts++;
      return { row, owners: [], state: 'unclear' };
    }
    if (claiming.length > 0) return { row, owners: claiming.map(({ name }) => name), state: 'claimed' };
    const isRead = controllers.some(({ rules }) =>
      rules.some((rule) => rule.column !== undefined && applies(rule, row) && row.values[rule.column] !== ''),
    );
    return { row, owners: [], state: isRead ? 'unclear' : 'open' };
  });
  const held: Holdings = Object.fromEntries(controllers.map(({ name }) => [name, {}]));
  for (const email of new Set(planted.map((row) => row.email))) {
    const own = judged.filter(({ row }) => row.email === email);
    const byRows = new Set(own.flatMap(({ owners }) => owners));
    const byList = controllers.filter(({ name }) => listed.get(name)?.has(email)).map(({ name }) => name);
    const all = new Set([...byRows, ...byList]);
    const isOnlyShared =
      byRows.size === 0 &&
      byList.every((name) => controllers.find((entry) => entry.name === name)!.list!.shared);
    const isClear = own.every(({ state }) => state !== 'unclear');
    const following = isClear && (all.size === 1 || isOnlyShared) ? [...all] : [];
    for (const name of all) held[name]![email] = {};
    for (const { row, owners, state } of own)
      for (const name of state === 'open' ? following : owners) {
        const tables = held[name]![email]!;
        // rows that say the same are kept once
        tables[row.table] = row.table === 'leads' ? 1 : (tables[row.table] ?? 0) + 1;
      }
  }
  return { held, conflicts };
}

/** What the vault has of each controller. */
function kept(): Holdings {
  using vault = openVault(record);
  const hash = createIdentifierHasher(vault.seed);
  const emails = new Map<number, string>();
  for (let number = 0; number < people; number++) {
    const { email } = personOf(number);
    const [low, high] = hash('email', email)!;
    for (const { person } of findPeople(vault.db, [{ sort: 'email', low, high }], 5).people)
      emails.set(person, email);
  }
  const held: Holdings = {};
  const members = vault.db
    .prepare('SELECT name, person, profile FROM member JOIN controller USING (controller)')
    .all() as { name: string; person: number; profile: number }[];
  const rows = vault.db.prepare(
    `SELECT table_name AS "table", sum(row_count) AS rows FROM member_profile
     JOIN (SELECT DISTINCT pattern, part FROM pattern JOIN place USING (place)) USING (pattern) JOIN part USING (part)
     WHERE profile = ? GROUP BY part`,
  );
  for (const { name, person, profile } of members) {
    const tables = rows.all(profile) as { table: string; rows: number }[];
    (held[name] ??= {})[emails.get(person) ?? `person ${person}`] = Object.fromEntries(
      tables.map(({ table, rows: count }) => [table, count]),
    );
  }
  return held;
}

const rule: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.constantFrom<Rule>(
      { table: 'clients', column: 'code', values: ['30004'] },
      { table: 'clients', column: 'code', values: ['30003', '20041'] },
      { table: 'clients', column: 'code', prefix: '30' },
      { column: 'mandant', prefix: 'ING-' },
      { column: 'mandant', prefix: 'DB' },
      { table: 'orders', column: 'mandant', values: ['DB-1', 'CD-3'] },
      { file: '*/sud/*', column: 'mandant', prefix: 'ING' },
      { table: 'leads' },
      { table: 'clients' },
      { file: '*/nord/*' },
      { file: '*/sud/*' },
    ),
    fc.boolean(),
  )
  .map(([chosen, shared]) => ({ ...chosen, ...(shared ? { shared } : {}) }));

const controller = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
  listed: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.uniqueArray(fc.nat(people + 10), { minLength: 8, maxLength: 20 }), fc.boolean()),
    },
  ),
});

test('each controller has exactly what its rules and its list give it', { timeout: 300_000 }, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(controller, { minLength: 1, maxLength: 4 }), async (drawn) => {
      const listed = new Map<string, Set<string>>();
      const controllers = drawn.map(({ rules, listed: list }, i): Controller => {
        const name = `Bank ${String.fromCharCode(65 + i)}`;
        if (list === null) return { name, rules };
        const emails = list[0].map((number) => personOf(number).email);
        listed.set(name, new Set(emails));
        const file = `list-${run}-${i}.csv`;
        writeFileSync(join(folder, file), `email\n${emails.join('\n')}\n`);
        return { name, rules, list: { file, columns: ['email'], ...(list[1] ? { shared: true } : {}) } };
      });
      run++;
      const report = await splitCase(
        home,
        record,
        { text: JSON.stringify({ controllers }), name: 'rules.json', folder },
        { who: 'test', workers: 1, now },
      );
      const { held, conflicts } = expected(controllers, listed);
      const found = kept();
      for (const { name } of controllers) expect(found[name] ?? {}).toEqual(held[name]);
      expect(Object.keys(found).filter((name) => !(name in held))).toEqual([]);
      expect(report.conflicts.rows).toBe(conflicts);
      const owners = new Map<string, number>();
      for (const emails of Object.values(held))
        for (const email of Object.keys(emails)) owners.set(email, (owners.get(email) ?? 0) + 1);
      expect(report.controllers.map((entry) => entry.people)).toEqual(
        controllers.map(({ name }) => Object.keys(held[name]!).length),
      );
      expect(report.unassigned.people).toBe(report.people - owners.size);
      expect(report.several.people).toBe([...owners.values()].filter((count) => count > 1).length);
    }),
    { numRuns: 15 },
  );
});
