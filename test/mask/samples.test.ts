/*
 * Every sample goes through with the plan that is proposed for it: a copy is released, nobody of the source is in it, and what
 * was equal is equal still, in whatever format.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { createShop } from '../../samples/shop/create-shop.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { maskSource } from '../../src/pipeline/mask/index.ts';
import { proposePlan } from '../../src/pipeline/mask/plan/index.ts';
import { openHome } from '../../src/store/index.ts';
import { plantSample } from '../examine/planted-sample.fixture.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { madePeople, peopleScript } from './people-database.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));

interface Released {
  source: string;
  output: string;
}

async function released(input: string): Promise<Released> {
  const proposed = await proposePlan(input, { workers: 1 });
  const out = `${input}-masked`;
  const { receipt, refusals, survivors } = await maskSource(home, input, {
    out,
    keyName: 'samples',
    plan: proposed,
    who: 'tests',
    now: new Date('2026-11-01'),
  });
  expect({ refusals, survivors }).toEqual({ refusals: [], survivors: [] });
  expect(receipt!.survivors.found).toBe(0);
  return { source: textOf(input), output: textOf(out) };
}

/** All files of a folder, or the one, as text. */
function textOf(path: string): string {
  const files = statSync(path).isDirectory() ? readdirSync(path).toSorted() : [''];
  return files
    .map((name) => {
      const bytes = readFileSync(join(path, name));
      return bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
    })
    .join('\n');
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\\]/gu, '')
    .replaceAll("''", "'")
    .toLowerCase();
/** Samples hold some whose end is missing. */
const addressForm = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)*/gu;
const addresses = (text: string) => text.toLowerCase().match(addressForm) ?? [];

/** What of these values is left, searched without anything of the program. */
function leftOf(values: Iterable<string>, output: string): string[] {
  const text = folded(output);
  const digits = text.replaceAll(/(?<=\d)[ .-](?=\d)/gu, '');
  return [...new Set(values)].filter((value) => {
    const own = folded(value);
    return text.includes(own) || (/^[\d .-]{9,}$/u.test(own) && digits.includes(own.replaceAll(/\D/gu, '')));
  });
}

/** Two columns of values in the same order: the same for the same, another for another. */
function expectSameJoins(before: readonly string[], after: readonly string[]): void {
  expect(after.length).toBe(before.length);
  const there = new Map(before.map((value, i) => [value, after[i]!]));
  expect(before.map((value) => there.get(value))).toEqual(after);
  expect(new Set(there.values()).size).toBe(there.size);
}

describe('the shop is released as', () => {
  const options = { seed: 5, people: 60 };
  const { customers, readers } = createShop(options.seed, options.people);
  const real = [
    ...readers.map(({ email }) => email),
    ...customers.flatMap(({ firstName, lastName, email, phone, street }) =>
      [email, `${firstName} ${lastName}`, `${lastName} ${firstName}`, phone, street].filter(
        (value): value is string => value !== null && value !== '',
      ),
    ),
  ].filter((value) => value !== 'Test Test' && value !== 'Demo Demo');

  test.each([
    'mysql',
    'postgresql',
    'postgresql-insert',
    'sqlserver',
    'oracle',
    'db2',
    'sqlite-dump',
    'csv',
    'tsv',
    'delimited',
    'fixed-width',
    'ndjson',
    'json',
    'mongoexport',
  ] as const)('%s', async (format) => {
    const path = join(folder, `shop-${format}`);
    await generateShop(path, { ...options, format });
    const { source, output } = await released(path);
    expect(leftOf(real, source).length).toBeGreaterThan(150);
    expect(leftOf(real, output)).toEqual([]);
    // columns of a fixed width have nothing between them
    if (format !== 'fixed-width') expectSameJoins(addresses(source), addresses(output));
  });
});

test('the recruiter is released, with nobody in letters, logs and sessions', async () => {
  const path = join(folder, 'recruiter.sql');
  const { people } = await plantSample(path, { seed: 21, people: 120, sizeBytes: 400_000 });
  const { source, output } = await released(path);
  const real = people.flatMap(({ identifiers }) => identifiers.emails);
  expect(leftOf(real, source).length).toBeGreaterThan(100);
  expect(leftOf(real, output)).toEqual([]);
  expectSameJoins(addresses(source), addresses(output));
});

test('the extracts of a register are released; number, date of birth and sex agree as they did', async () => {
  const path = join(folder, 'register');
  await makeExtracts(path, { seed: 3, people: 150, dirt: 'heavy', format: 'both' }, 120);
  const { source, output } = await released(path);
  const numbers = (text: string) => text.match(/(?<!\d)[12]\d{14}(?!\d)/gu) ?? [];
  expect(numbers(source).length).toBeGreaterThan(50);
  expect(leftOf(numbers(source), output)).toEqual([]);
  const lines = (text: string) => text.split('\n').filter((line) => rowForm.test(line));
  const agreeing = lines(source).flatMap((line, row) => {
    const after = rowForm.exec(lines(output)[row]!)!.groups!;
    const before = rowForm.exec(line)!.groups!;
    return isWhole(before['number']!) ? [[agrees(before), agrees(after)]] : [];
  });
  expect(agreeing.filter(([before]) => before === 'born and sex').length).toBeGreaterThan(20);
  expect(agreeing.filter(([before, after]) => before !== after)).toEqual([]);
});

const rowForm = /^(?<number>\d{6}[\dAB]\d{8});.*;\d\d\/(?<month>\d\d)\/\d\d(?<year>\d\d);(?<sex>[MF]);/u;

/** Of the others of a dirty file nothing is known but their shape. */
function isWhole(number: string): boolean {
  return (
    /^[12]\d{14}$/u.test(number) &&
    97 - Number(BigInt(number.slice(0, 13)) % 97n) === Number(number.slice(13))
  );
}

function agrees({ number, month, year, sex }: Record<string, string>): string {
  const isBorn = number!.slice(1, 5) === `${year}${month}`;
  const isSex = (number!.startsWith('1') ? 'M' : 'F') === sex;
  return [isBorn ? 'born' : '', isSex ? 'sex' : ''].join(' and ');
}

describe('a database of people is released for', () => {
  test.each(['mariadb', 'postgresql'] as const)('%s, each as one person still', async (dialect) => {
    const people = madePeople(60);
    const path = join(folder, `people-${dialect}.sql`);
    writeFileSync(path, peopleScript(people, dialect));
    const { source, output } = await released(path);
    const real = people.flatMap(({ firstName, lastName, email, phone, nir, iban }) => [
      `${firstName} ${lastName}`,
      email,
      phone,
      nir,
      iban,
    ]);
    expect(leftOf(real, source)).toHaveLength(real.length);
    expect(leftOf(real, output)).toEqual([]);
    expectSameJoins(addresses(source), addresses(output));
    const rows = Array.from(
      output.matchAll(
        /into people \(.*values \('((?:[^']|'')*)', '((?:[^']|'')*)', '([^']*)', (?:'[^']*'|null), '\d\d(\d\d)-(\d\d)-\d\d', '\d(\d\d)(\d\d)/gu,
      ),
      ([, first, , email, year, month, nirYear, nirMonth]) => ({
        first,
        email,
        year,
        month,
        nirYear,
        nirMonth,
      }),
    );
    expect(rows).toHaveLength(people.length);
    for (const { first, email, year, month, nirYear, nirMonth } of rows) {
      expect([nirYear, nirMonth]).toEqual([year, month]);
      expect(email!.startsWith(folded(first!).replaceAll('-', '.'))).toBe(true);
    }
  });
});
