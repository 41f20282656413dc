/*
 * Packages of controllers whose own lists name people: whoever has no row that is known to be the controller's stands
 * there with the identifier of the list, and with nothing out of rows that are somebody else's.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseSource, makePackage, openPackage, splitCase, takeDelivery } from '../../src/pipeline/index.ts';
import { openCase, openHome } from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const who = 'Ada Example';
const home = openHome(join(folder, 'home'));
const bank = openHome(join(folder, 'bank'));
const identity = join(folder, 'identity.txt');
const secret = await generateIdentity();
writeFileSync(identity, `${secret}\n`);
const recipient = await identityToRecipient(secret);

const firstNames = ['Ada', 'Bruno', 'Chloe', 'David', 'Emma', 'Farid', 'Gaelle', 'Hugo', 'Ines', 'Jules'];
const lastNames = [
  'Martin',
  'Bernard',
  'Petit',
  'Robert',
  'Richard',
  'Durand',
  'Dubois',
  'Moreau',
  'Laurent',
];
const people = 60;

function emailOf(person: number): string {
  return `${firstNames[person % 10]!.toLowerCase()}.${person}@example.org`;
}

/** `bank`: whose row it is by the column that rules read; null in the table that has none. */
interface Row {
  person: number;
  bank: number | null;
}

/** Each row has a street of its own. */
function leakOf(name: string, rows: readonly Row[]): string[] {
  return [true, false].map((hasBank) => {
    const path = join(folder, `${name}-${hasBank ? 'clients' : 'contacts'}.csv`);
    const head = 'email;prenom;nom;adresse;code_postal;ville';
    const lines = rows.flatMap((row, number) => {
      if ((row.bank !== null) !== hasBank) return [];
      const [first, last] = [firstNames[row.person % 10]!, lastNames[row.person % 9]!];
      const fields = [emailOf(row.person), first, last, `${number + 1000} rue des Lilas`, '75011', 'Paris'];
      return [[...(hasBank ? [`B${row.bank}`] : []), ...fields].join(';')];
    });
    writeFileSync(path, `${[hasBank ? `code_banque;${head}` : head, ...lines].join('\n')}\n`);
    return path;
  });
}

interface Controller {
  hasRule: boolean;
  list: number[];
  shared: boolean;
}

function rulesOf(name: string, controllers: readonly Controller[]): object {
  return {
    controllers: controllers.map(({ hasRule, list, shared }, i) => {
      const file = `${name}-own-${i}.csv`;
      writeFileSync(join(folder, file), `email\n${list.map(emailOf).join('\n')}\n`);
      return {
        name: `Banque ${i}`,
        ...(hasRule ? { rules: [{ column: 'code_banque', values: [`B${i}`] }] } : {}),
        list: { file, columns: [{ name: 'email', is: 'email' }], shared },
      };
    }),
  };
}

interface Packed {
  manifest: { people: number; complete: number; byIdentifier: number; withoutLine: number };
  /** By person; fields but for the number of the line. */
  lines: Map<number, { text: string; streets: number[] }>;
  readme: string;
}

async function packagesOf(
  name: string,
  rows: readonly Row[],
  controllers: readonly Controller[],
): Promise<Packed[]> {
  const record = openCase(home, name, new Date());
  await takeDelivery(home, record, leakOf(name, rows), { who, workers: 1 });
  const text = JSON.stringify(rulesOf(name, controllers));
  await splitCase(home, record, { text, name: 'rules', folder }, { who, workers: 1 });
  const packed: Packed[] = [];
  for (const i of controllers.keys()) {
    const readFor = { home, who, what: 'package.read' };
    const source = caseSource(record, `Banque ${i}`, { readFor, workers: 1 });
    const out = join(folder, `${name}-${i}.age`);
    const { manifest } = await makePackage(home, record, source, { recipient, out, who });
    const opened = await openPackage(bank, out, { identity, out: `${out}.d`, who: 'Bo Example' });
    const [, ...lines] = readFileSync(join(opened.folder, 'people.csv'), 'utf8').trimEnd().split('\r\n');
    packed.push({
      manifest,
      lines: new Map(
        lines.map((line) => [
          Number(/\.(\d+)@example\.org/u.exec(line)?.[1] ?? -1),
          {
            text: line.replace(/^\d+,/u, ''),
            streets: [...line.matchAll(/(\d+) rue des Lilas/gu)].map(([, street]) => Number(street) - 1000),
          },
        ]),
      ),
      readme: readFileSync(join(opened.folder, 'README.txt'), 'utf8'),
    });
  }
  return packed;
}

/** Independent of how it is worked out: whose rows are by the guide. */
function rowsOf(rows: readonly Row[], controllers: readonly Controller[], i: number): number[] {
  const isRuled = ({ bank: of }: Row) => of !== null && controllers[of]?.hasRule === true;
  const anyRule = controllers.some(({ hasRule }) => hasRule);
  return rows.flatMap((row, number) => {
    if (isRuled(row)) return row.bank === i ? [number] : [];
    if (row.bank !== null && anyRule) return [];
    const own = rows.filter(({ person }) => person === row.person);
    if (anyRule && own.some((other) => other.bank !== null && !isRuled(other))) return [];
    const byRows = own.filter(isRuled).map(({ bank: of }) => of!);
    const lists = controllers.flatMap(({ list }, of) => (list.includes(row.person) ? [of] : []));
    const all = new Set([...byRows, ...lists]);
    const isShared = byRows.length === 0 && lists.every((of) => controllers[of]!.shared);
    return all.has(i) && (all.size === 1 || isShared) ? [number] : [];
  });
}

test(
  'who is named by two lists that are not shared is told by the identifier alone',
  { timeout: 60_000 },
  async () => {
    const rows = Array.from({ length: people }, (_, person): Row => ({ person, bank: null }));
    const [first, second] = [
      Array.from({ length: 40 }, (_, i) => i),
      Array.from({ length: 40 }, (_, i) => i + 20),
    ];
    const [packed] = await packagesOf('unshared', rows, [
      { hasRule: false, list: first, shared: false },
      { hasRule: false, list: second, shared: false },
    ]);
    expect(packed!.manifest).toMatchObject({ people: 40, complete: 20, byIdentifier: 20, withoutLine: 0 });
    for (const person of first.slice(20))
      expect(packed!.lines.get(person)!.text).toMatch(new RegExp(`^,,0,+${emailOf(person)},+$`, 'u'));
    expect(packed!.readme).toContain('  20 complete: ');
    expect(packed!.readme).toContain('  20 by identifier only: ');
    expect(packed!.readme).toContain('Par identifiant seulement : 20.');
    expect(Math.max(...packed!.readme.split('\n').map((line) => line.length))).toBeLessThan(81);
  },
);

const anyController = fc.record({
  hasRule: fc.boolean(),
  list: fc.uniqueArray(fc.nat({ max: people - 1 }), { minLength: 20, maxLength: 45 }),
  shared: fc.boolean(),
});
const anyRows = fc.array(
  fc.record({
    person: fc.nat({ max: people - 1 }),
    bank: fc.oneof(fc.nat({ max: 2 }), fc.constant(null)),
  }),
  { minLength: 100, maxLength: 160 },
);

test(
  'whatever lists, sharing and rules there are, a package holds its own rows and its own identifiers only',
  { timeout: 300_000 },
  async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(anyRows, anyController, anyController, async (rows, one, other) => {
        const controllers = [one, other];
        const packages = await packagesOf(`round-${round++}`, rows, controllers);
        for (const [i, { manifest, lines }] of packages.entries()) {
          const own = rowsOf(rows, controllers, i);
          expect([...lines.values()].flatMap(({ streets }) => streets).toSorted((a, b) => a - b)).toEqual(
            own,
          );
          const withRows = new Set(own.map((row) => rows[row]!.person));
          const seen = new Set(rows.map(({ person }) => person));
          const named = controllers[i]!.list.filter((person) => seen.has(person));
          expect(new Set(lines.keys())).toEqual(new Set([...withRows, ...named]));
          const others = [...lines].filter(([person]) => !withRows.has(person));
          for (const [person, { text }] of others)
            expect(text).toMatch(new RegExp(`^,,0,+${emailOf(person)},+$`, 'u'));
          expect(manifest).toMatchObject({
            people: lines.size,
            complete: withRows.size,
            byIdentifier: lines.size - withRows.size,
            withoutLine: 0,
          });
        }
      }),
      { numRuns: 2 },
    );
  },
);
