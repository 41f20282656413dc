/*
 * What a person's statement says against what was planted of that person: every class, no other, and where.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createShop } from '../../samples/shop/create-shop.ts';
import { generateShop } from '../../samples/shop/generate-shop.ts';
import { shopPeople } from '../../samples/shop/shop-people.ts';
import { examineIntoCase, findPerson } from '../../src/pipeline/index.ts';
import type { PersonStatement, StatementPerson } from '../../src/report/index.ts';
import { type CaseRecord, openCase, openHome } from '../../src/store/index.ts';
import { plantSample } from './planted-sample.fixture.ts';
import { scratchFolder } from './scratch-folder.fixture.ts';

const folder = scratchFolder();
const home = openHome(join(folder, 'home'));

/** One seed that nobody has seen; the title names it, so that a failure can be made again. */
const unseen = Date.now() % 1_000_000_000;

interface Planted {
  emails: string[];
  classes: string[];
  names: string[];
  births: string[];
}

/** Those found by any of the person's addresses: one who registered under two without a trace is found as two. */
function foundPeople(record: CaseRecord, emails: string[]): StatementPerson[] {
  return emails.flatMap((identifier) => findPerson(record, { identifier })!.people);
}

function classesOf(people: StatementPerson[]): string[] {
  return [...new Set(people.flatMap(({ classes }) => classes.map((entry) => entry.class)))].toSorted();
}

/** At a shared mailbox each is listed apart: one of them is the person. */
function saysExactly(people: StatementPerson[], planted: string[], isAlone: boolean): boolean {
  const expected = planted.toSorted().join();
  if (isAlone) return classesOf(people).join() === expected;
  return people.some((person) => classesOf([person]).join() === expected);
}

function wrongPlaces(
  people: StatementPerson[],
  path: string,
  tables: Record<string, Record<string, string>>,
): string[] {
  return people.flatMap(({ classes }) =>
    classes.flatMap(({ class: dataClass, seen }) =>
      seen
        .filter(
          ({ table, column, files, rows }) =>
            tables[table]?.[column] !== dataClass || files.join() !== path || rows < 1,
        )
        .map(({ table, column }) => `${dataClass} in ${table}.${column}`),
    ),
  );
}

describe.each([
  { shape: 'michael-page', seed: 5 },
  { shape: 'michael-page', seed: unseen },
  { shape: 'shop', seed: 5 },
  { shape: 'shop', seed: unseen },
])('200 people of $shape, seed $seed', ({ shape, seed }) => {
  const path = join(folder, `${shape}-${seed}.sql`);
  let record: CaseRecord;
  let planted: Planted[];
  let tables: Record<string, Record<string, string>>;
  /** How many people each address is of. */
  let owners: Map<string, number>;

  beforeAll(async () => {
    const people = 1000;
    if (shape === 'shop') {
      ({ tables } = await generateShop(path, { seed, people, format: 'mysql' }));
      planted = shopPeople(createShop(seed, people)).map((person) => ({
        emails: [...person.emails],
        classes: [...person.classes],
        names: person.names.map(({ first, last }) => `${first} ${last}`),
        births: [...person.birthDates],
      }));
    } else {
      const sample = await plantSample(path, { seed, people, sizeBytes: 4_000_000 });
      tables = sample.truth.tables;
      planted = sample.people.map(({ identifiers, classes }) => ({
        emails: identifiers.emails,
        classes,
        names: identifiers.names,
        births: identifiers.birthDates,
      }));
    }
    owners = new Map();
    for (const email of planted.flatMap(({ emails }) => emails))
      owners.set(email, (owners.get(email) ?? 0) + 1);
    record = openCase(home, `${shape} ${seed}`, new Date());
    await examineIntoCase([path], record, {});
  });

  /** Spread over all: the first ones have accounts only. */
  const some = (): Planted[] => planted.filter((_, i) => i % 5 === 0);

  test('each statement lists the planted classes and no other', () => {
    const wrong = some().filter(({ emails, classes }) => {
      const isAlone = emails.every((email) => owners.get(email) === 1);
      return !saysExactly(foundPeople(record, emails), classes, isAlone);
    });
    expect(some()).toHaveLength(200);
    expect(wrong).toEqual([]);
  });

  test('each class was seen in columns in which it was planted, and in the file', () => {
    expect(some().flatMap(({ emails }) => wrongPlaces(foundPeople(record, emails), path, tables))).toEqual(
      [],
    );
  });

  test('who has a name and a date of birth is found by them, however the name is written', () => {
    const known = some().filter(({ names, births }) => names.length > 0 && births.length > 0);
    expect(known.length).toBeGreaterThan(20);
    const missed = known.filter(({ names, births, emails }) => {
      const [name, born] = [names[0]!, births[0]!];
      const own = new Set(foundPeople(record, emails).map((person) => JSON.stringify(person.classes)));
      const reversed = name.split(' ').toReversed().join(' ').toUpperCase();
      return [name, reversed].some((text) => {
        const found: PersonStatement = findPerson(record, { name: text, born })!;
        return !found.people.some((person) => own.has(JSON.stringify(person.classes)));
      });
    });
    expect(missed.map(({ names }) => names[0])).toEqual([]);
  });

  test('who is not in it is not found', () => {
    const asked = ['nobody@example.org', '+44 1632 960 147', 'no-such-user-name'];
    for (const identifier of asked)
      expect(findPerson(record, { identifier })).toMatchObject({ found: false, people: [], mentions: [] });
    expect(findPerson(record, { name: 'Niemand Nirgends', born: '1980-01-31' })!.people).toEqual([]);
  });
});

test('each person is told the kind of his own password, not those of the column', async () => {
  const path = join(folder, 'accounts.csv');
  const digest = (i: number, signs: number) =>
    createHash('sha512').update(`made up ${i}`).digest('hex').slice(0, signs);
  const passwordOf = (i: number) => (i % 3 === 0 ? `$2y$10$${digest(i, 53)}` : `$P$B${digest(i, 30)}`);
  const rows = Array.from({ length: 90 }, (_, i) => `${i + 1},account${i}@example.org,${passwordOf(i)}`);
  writeFileSync(path, `id,email,password\n${rows.join('\n')}\n`);
  const record = openCase(home, 'accounts', new Date());
  await examineIntoCase([path], record, {});
  const toldOf = (i: number) => {
    const [person] = findPerson(record, { identifier: `account${i}@example.org` })!.people;
    return person!.classes.find((entry) => entry.class === 'Passwords');
  };
  expect(toldOf(0)).toMatchObject({ kinds: ['bcrypt'], strength: 'slow' });
  expect(toldOf(1)).toMatchObject({ kinds: ['phpass (WordPress, phpBB)'], strength: 'slowed' });
});

test('what is counted in texts, or in rows that are nobody’s, is not denied', async () => {
  const note = join(folder, 'note.txt');
  writeFileSync(
    note,
    'Bonjour, rappelez Odile au 06 39 98 12 34 ou par odile@example.org. IBAN FR76 3000 6000 0112 3456 7890 189.\n',
  );
  const record = openCase(home, 'a note', new Date());
  const { report } = await examineIntoCase([note], record, {});
  expect(report.people.mentioned).toBe(1);
  const columnsOf = (identifier: string) =>
    findPerson(record, { identifier })!.mentions.map(({ table, column, files }) => [table, column, files]);
  expect(columnsOf('+33 6 39 98 12 34')).toEqual([['numbers in documents', 'telephone', [note]]]);
  expect(columnsOf('FR7630006000011234567890189')).toEqual([['numbers in documents', 'IBAN', [note]]]);
  expect(columnsOf('odile@example.org')).toEqual([['text outside of rows', 'e-mail address', [note]]]);
  expect(columnsOf('nobody@example.org')).toEqual([]);
});

test('a person is told of files that were cut off, and of columns to be looked at', async () => {
  const list = join(folder, 'clients.csv');
  const rows = Array.from(
    { length: 60 },
    (_, i) => `${i};client${i}@example.org;${['catholique', 'musulman', 'juif'][i % 3]}`,
  );
  writeFileSync(list, ['id;email;religion', ...rows, ''].join('\n'));
  const cut = join(folder, 'cut.sql');
  const values = Array.from({ length: 80 }, (_, i) => `(${i},'c${i}@example.com')`).join();
  writeFileSync(
    cut,
    `-- MySQL dump 10.13\nCREATE TABLE \`t\` (\`id\` int, \`email\` varchar(99));\nINSERT INTO \`t\` VALUES ${values.slice(0, -9)}`,
  );
  const record = openCase(home, 'clients', new Date());
  await examineIntoCase([list, cut], record, {});
  const found = findPerson(record, { identifier: 'client7@example.org' })!;
  expect(found.people[0]!.special).toEqual([
    { table: 'clients', column: 'religion', category: 'religion or belief' },
  ]);
  expect(found.deliveries[0]!.partial.map(({ path }) => path)).toEqual([cut]);
  expect(findPerson(record, { identifier: 'no_such_name' })!.unseen).toEqual(['username']);
});
