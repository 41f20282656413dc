import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExposureReport } from '../report/index.ts';
import { examine } from './examine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-examine-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function put(sql: string): string {
  const path = join(folder, `dump-${++files}.sql`);
  writeFileSync(path, sql);
  return path;
}

async function reportOf(...sqls: string[]): Promise<ExposureReport> {
  return examine(sqls.map(put), { workers: 1 });
}

function numbers({ people }: ExposureReport): [number, number, number] {
  return [people.min, people.count, people.max];
}

const people = `CREATE TABLE people (id int NOT NULL, first_name varchar(40), last_name varchar(40), email varchar(80), phone varchar(30), PRIMARY KEY (id));\n`;
const names = ['Anna', 'Bruno', 'Clara', 'Denis', 'Elise', 'Fabien', 'Gaelle', 'Henri', 'Irene', 'Jules'];
const surnames = [
  'Arnaud',
  'Besson',
  'Carlier',
  'Durand',
  'Etienne',
  'Fabre',
  'Garnier',
  'Hamel',
  'Imbert',
  'Joly',
];
/** Ten ordinary people, so that columns have enough to be told by. */
const crowd = names
  .map(
    (first, i) =>
      `(${i + 1},'${first}','${surnames[i]}','${first}.${surnames[i]}@example.com','06 39 98 00 1${i}')`,
  )
  .join(',');

function peopleWith(...rows: string[]): string {
  return `${people}INSERT INTO people VALUES ${[crowd, ...rows].join(',')};\n`;
}

describe('who is one person', () => {
  it('rows with the same address in another case or spacing are', async () => {
    const report = await reportOf(peopleWith(`(11,'Anna','Arnaud',' ANNA.ARNAUD@Example.com ',NULL)`));
    expect(numbers(report)).toEqual([10, 10, 10]);
    expect(report.classes.find((entry) => entry.class === 'Email addresses')).toMatchObject({
      distinct: 10,
      people: 10,
      values: 11,
    });
  });

  it('people of several families at one address are, whoever shares a first name', async () => {
    const rows = ['Ashbridge', 'Westhurst', 'Lynford', 'Stanby'].map(
      (last, i) => `(${11 + i},'Graham','${last}','vestibule@example.org',NULL)`,
    );
    const report = await reportOf(peopleWith(...rows));
    expect(report.people.count).toBe(14);
  });

  it('a couple with one ordinary address is two people, and may be one', async () => {
    const report = await reportOf(
      peopleWith(`(11,'Paul','Arnaud','anna.arnaud@example.com','06 39 98 00 10')`),
    );
    expect(numbers(report)).toEqual([10, 11, 11]);
    expect(report.people.sharedMailboxes).toBe(1);
  });

  it('a household that shares a telephone is not', async () => {
    const report = await reportOf(
      peopleWith(`(11,'Paul','Martin','paul.martin@example.com','06 39 98 00 10')`),
    );
    expect(numbers(report)).toEqual([11, 11, 11]);
  });

  it('people who apply through the mailbox of an office are not', async () => {
    const rows = names.map(
      (first, i) => `(${i + 20},'${first}','${surnames[9 - i]}','info@agency.example.com',NULL)`,
    );
    expect(numbers(await reportOf(peopleWith(...rows)))).toEqual([20, 20, 20]);
  });

  it('a name that changed with marriage is, with one more as the bound', async () => {
    const report = await reportOf(peopleWith(`(11,'Anna','Lefort','anna.arnaud@example.com',NULL)`));
    expect(numbers(report)).toEqual([10, 10, 11]);
  });

  it('the same name and telephone under another address only moves the lower bound', async () => {
    const report = await reportOf(
      peopleWith(`(11,'Anna','ARNAUD','a.arnaud@example.net','+33 6 39 98 00 10')`),
    );
    expect(numbers(report)).toEqual([10, 11, 11]);
  });

  it('a test account by name and address is nobody', async () => {
    const report = await reportOf(peopleWith(`(11,'Test','Test','test@example.com',NULL)`));
    expect(numbers(report)).toEqual([10, 10, 10]);
    expect(report.people.testAccounts).toBe(1);
  });

  it('a test account by its address alone is nobody, and one more as the bound', async () => {
    const report = await reportOf(peopleWith(`(11,NULL,NULL,'test@example.com',NULL)`));
    expect(numbers(report)).toEqual([10, 10, 11]);
    expect(report.people.testAccounts).toBe(1);
  });

  it('the mailbox of an office is nobody by itself, and one more as the bound', async () => {
    const report = await reportOf(peopleWith(`(11,NULL,NULL,'info@example.org',NULL)`));
    expect(numbers(report)).toEqual([10, 10, 11]);
  });

  it('a row without any identifier is nobody', async () => {
    expect(numbers(await reportOf(peopleWith(`(11,NULL,'','',NULL)`)))).toEqual([10, 10, 10]);
  });

  it('someone without an address is counted by his row', async () => {
    expect(numbers(await reportOf(peopleWith(`(11,'Zoe','Zeller',NULL,NULL)`)))).toEqual([11, 11, 11]);
  });
});

describe('keys between tables', () => {
  const users = `CREATE TABLE users (uid int, name varchar(60), mail varchar(80), PRIMARY KEY (uid));
INSERT INTO users VALUES (0,'',''),${names.map((first, i) => `(${i + 1},'${first.toLowerCase()}${i}','${first}.${surnames[i]}@example.com')`).join(',')};\n`;

  it('join an account and its profile that agree on the address', async () => {
    const profiles = `CREATE TABLE profiles (id int PRIMARY KEY, uid int, first_name varchar(40), last_name varchar(40), email varchar(80), FOREIGN KEY (uid) REFERENCES users (uid));
INSERT INTO profiles VALUES ${names.map((first, i) => `(${i + 100},${i + 1},'${first}','${surnames[i]}','${i === 0 ? 'other@example.net' : `${first}.${surnames[i]}@example.com`}')`).join(',')};\n`;
    const report = await reportOf(users + profiles);
    expect(numbers(report)).toEqual([10, 10, 10]);
    expect(report.tables.find((table) => table.name === 'profiles')?.links).toMatchObject([
      { column: 'uid', table: 'users', meaning: 'same person' },
    ]);
  });

  it('do not join a customer and the clerk who looks after him', async () => {
    const customers = `CREATE TABLE customers (id int PRIMARY KEY, first_name varchar(40), last_name varchar(40), email varchar(80), clerk_id int, FOREIGN KEY (clerk_id) REFERENCES people (id));
INSERT INTO customers VALUES ${names.map((first, i) => `(${i + 1},'${first}','${surnames[(i + 3) % 10]}','${first}${i}@example.org',${(i % 3) + 1})`).join(',')};\n`;
    const report = await reportOf(peopleWith() + customers);
    expect(numbers(report)).toEqual([20, 20, 20]);
    expect(report.tables.find((table) => table.name === 'customers')?.links[0]?.meaning).toBe('relation');
  });

  it('give a log entry to the account it names, declared or not', async () => {
    const log = `CREATE TABLE access_log (id int PRIMARY KEY, uid int, hostname varchar(40), message text);
INSERT INTO access_log VALUES ${Array.from({ length: 40 }, (_, i) => `(${i},${i % 5},'192.0.2.${i}','page shown')`).join(',')};\n`;
    const report = await reportOf(users + log);
    expect(report.classes.find((entry) => entry.class === 'IP addresses')).toMatchObject({
      people: 4,
      values: 40,
      distinct: 40,
    });
    expect(report.tables.find((table) => table.name === 'access_log')).toMatchObject({
      about: 'linked',
      people: 4,
    });
  });

  it('give the postal address to the customer whose row points to it', async () => {
    const address = `CREATE TABLE address (address_id int PRIMARY KEY, street varchar(80), phone varchar(30));
INSERT INTO address VALUES ${names.map((_, i) => `(${i + 1},'${i + 1} rue de la Paix','01 99 00 00 1${i}')`).join(',')};
CREATE TABLE customer (customer_id int PRIMARY KEY, first_name varchar(40), last_name varchar(40), address_id int, FOREIGN KEY (address_id) REFERENCES address (address_id));
INSERT INTO customer VALUES ${names
      .slice(0, 7)
      .map((first, i) => `(${i + 1},'${first}','${surnames[i]}',${i + 1})`)
      .join(',')};\n`;
    const report = await reportOf(address);
    expect(numbers(report)).toEqual([7, 7, 7]);
    expect(report.classes.find((entry) => entry.class === 'Phone numbers')).toMatchObject({
      people: 7,
      values: 10,
    });
  });

  it('are told of rows that belong to people although no class was recognised in them', async () => {
    const orders = `CREATE TABLE orders (id int PRIMARY KEY, customer_id int, item varchar(40), FOREIGN KEY (customer_id) REFERENCES people (id));
INSERT INTO orders VALUES (1,2,'mug'),(2,3,'mug');\n`;
    const report = await reportOf(peopleWith() + orders);
    const table = report.tables.find((found) => found.name === 'orders');
    expect(table).toMatchObject({
      about: 'nobody',
      links: [{ column: 'customer_id', table: 'people', meaning: 'belongs to' }],
    });
  });

  it('never join rows of two databases, even where their numbers agree', async () => {
    const other = peopleWith().replaceAll('@example.com', '@example.org').replaceAll("'Anna'", "'Zita'");
    const report = await reportOf(peopleWith(), other);
    expect(report.people.count).toBe(20);
    expect(report.tables.map((table) => table.name)).toHaveLength(2);
    expect(new Set(report.tables.map((table) => table.name)).size).toBe(2);
  });
});

describe('texts', () => {
  it('addresses in letters are counted apart, the writer’s own not', async () => {
    const letters = `CREATE TABLE letters (id int PRIMARY KEY, person_id int, cover_letter text, FOREIGN KEY (person_id) REFERENCES people (id));
INSERT INTO letters VALUES ${names.map((first, i) => `(${i},${i + 1},'Dear sirs,\\r\\nplease write to ${first}.${surnames[i]}@example.com or ask my former manager\\'s office: ref${i % 2}@example.org.\\nKind regards')`).join(',')};\n`;
    const report = await reportOf(peopleWith() + letters);
    expect(numbers(report)).toEqual([10, 10, 10]);
    expect(report.people.mentioned).toBe(2);
    expect(report.classes.find((entry) => entry.class === 'Email addresses')?.distinct).toBe(12);
  });

  it('an address in a part that is no SQL is found and the part counted', async () => {
    const report = await reportOf(`${peopleWith()}garbage write to lost@example.net now\n`);
    expect(report.people.mentioned).toBe(1);
    expect(report.skipped).toMatchObject([{ reason: 'text that is not SQL', bytes: 38 }]);
  });
});

describe('a second look', () => {
  it('finds what the first rows of a table do not show', async () => {
    const empty = Array.from({ length: 5000 }, (_, i) => `(${i + 1},'item ${i}',NULL)`).join(',');
    const filled = Array.from(
      { length: 300 },
      (_, i) => `(${i + 6000},'item ${i}','${names[i % 10]}${i}@example.com')`,
    ).join(',');
    const report = await reportOf(
      `CREATE TABLE things (id int PRIMARY KEY, label varchar(40), extra text);\nINSERT INTO things VALUES ${empty};\nINSERT INTO things VALUES ${filled};\n`,
    );
    const extra = report.tables[0]?.columns.find((column) => column.name === 'extra');
    expect(extra?.classes.map((found) => found.class)).toEqual(['Email addresses']);
    expect(report.tables[0]?.rows).toBe(5300);
    expect(report.people.count).toBe(300);
  });
});

describe('a dump of several databases', () => {
  const shop = (name: string, domain: string) =>
    `CREATE DATABASE \`${name}\`;\nUSE \`${name}\`;\n${peopleWith().replaceAll('@example.com', `@${domain}`).replaceAll("'Anna'", `'${name}'`)}`;

  it('never joins rows of two of them by number, and tells their tables apart', async () => {
    const path = put(
      shop('alpha', 'example.com') + shop('beta', 'example.org') + shop('gamma', 'example.net'),
    );
    const report = await examine([path], { workers: 1 });
    expect(report.people.count).toBe(30);
    expect(report.tables.map((table) => table.name)).toEqual(['alpha.people', 'beta.people', 'gamma.people']);
    for (const stretchBytes of [64, 300, 900]) {
      const cut = await examine([path], { workers: 3, tuning: { stretchBytes } });
      expect({ ...cut, seconds: 0, megabytesPerSecond: 0 }).toEqual({
        ...report,
        seconds: 0,
        megabytesPerSecond: 0,
      });
    }
  });
});
