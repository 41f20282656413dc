/*
 * Packages of a case that is really split: whatever rows and rules there are, a package holds the values of its own
 * controller's rows, all of them, and nothing that stands in a row of somebody else.
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

const banks = ['30004', '10278', '99999'] as const;
/** Of the last bank nobody speaks. */
const controllers = ['Banque Alpha', 'Banque Beta'] as const;

const firstNames = ['Ada', 'Bruno', 'Chloé', 'David', 'Emma', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jules'];
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

interface Row {
  person: number;
  /** Index into `banks`; null for a row of the table that tells no bank. */
  bank: number | null;
}

const people = 60;
const anyRows = fc.array(
  fc.record({
    person: fc.nat({ max: people - 1 }),
    bank: fc.oneof(fc.nat({ max: 2 }), fc.constant(null)),
  }),
  { minLength: 100, maxLength: 200 },
);

function emailOf(person: number): string {
  return `${firstNames[person % 10]!.toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '')}.${person}@example.org`;
}

/** A street that no other row has. */
function streetOf(row: number): string {
  return `${row + 1000} rue des Lilas`;
}

function csvOf(rows: readonly Row[], hasBank: boolean): string {
  const lines = rows.flatMap(({ person, bank }, row) => {
    if ((bank !== null) !== hasBank) return [];
    const name = [firstNames[person % 10], lastNames[person % 9]];
    const fields = [emailOf(person), ...name, streetOf(row), '75011', 'Paris'];
    return [[...(bank === null ? [] : [banks[bank]]), ...fields].join(';')];
  });
  const head = 'email;prenom;nom;adresse;code_postal;ville';
  return `${[hasBank ? `code_banque;${head}` : head, ...lines].join('\n')}\n`;
}

/** The rows that the split has to give to the controller of that number. */
function rowsOf(rows: readonly Row[], controller: number): number[] {
  return rows.flatMap(({ person, bank }, row) => {
    if (bank !== null) return bank === controller ? [row] : [];
    const known = new Set(
      rows.flatMap((other) => (other.person === person && other.bank !== null ? [other.bank] : [])),
    );
    return known.size === 1 && known.has(controller) ? [row] : [];
  });
}

test(
  "a package holds its controller's rows, and of nobody else's any value",
  { timeout: 300_000 },
  async () => {
    const identity = join(folder, 'identity.txt');
    const secret = await generateIdentity();
    writeFileSync(identity, `${secret}\n`);
    const recipient = await identityToRecipient(secret);
    const home = openHome(join(folder, 'home'));
    const bank = openHome(join(folder, 'bank'));
    let round = 0;
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const name = `round-${round++}`;
        const record = openCase(home, name, new Date());
        const files = [true, false].map((hasBank) => {
          const path = join(folder, `${name}-${hasBank ? 'clients' : 'contacts'}.csv`);
          writeFileSync(path, csvOf(rows, hasBank));
          return path;
        });
        await takeDelivery(home, record, files, { who: 'Ada Example', workers: 1 });
        const rules = controllers.map((controller, i) => ({
          name: controller,
          rules: [{ column: 'code_banque', values: [banks[i]] }],
        }));
        const text = JSON.stringify({ controllers: rules });
        await splitCase(home, record, { text, name: 'rules', folder }, { who: 'Ada Example', workers: 1 });
        for (const [i, controller] of controllers.entries()) {
          const readFor = { home, who: 'Ada Example', what: 'package.read' };
          const source = caseSource(record, controller, { readFor, workers: 1 });
          const out = join(folder, `${name}-${i}.age`);
          const made = await makePackage(home, record, source, { recipient, out, who: 'Ada Example' });
          const opened = await openPackage(bank, made.path, { identity, out: `${out}.d`, who: 'Bo Example' });
          const csv = readFileSync(join(opened.folder, 'people.csv'), 'utf8');
          const streets = [...csv.matchAll(/(\d+) rue des Lilas/gu)].map(
            ([, number]) => Number(number) - 1000,
          );
          const wanted = rowsOf(rows, i);
          expect(streets.toSorted((a, b) => a - b)).toEqual(wanted);
          const emails = new Set([...csv.matchAll(/[\w.]+@example\.org/gu)].map(([email]) => email));
          expect(emails).toEqual(new Set(wanted.map((row) => emailOf(rows[row]!.person))));
          expect(made.manifest.people).toBe(emails.size);
          expect(csv).not.toMatch(/30004|10278|99999/u);
        }
      }),
      { numRuns: 3 },
    );
  },
);
