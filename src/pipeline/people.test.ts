/*
 * Who is one person by the numbers that states give, who is a minor, dead, a company or a test; and that a leak is read
 * the same whoever reads which row of it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { examine, type ExamineOptions } from './examine.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-people-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A NIR of somebody born abroad, with its key. */
function nir(number: number, yearAndMonth = '8503'): string {
  const body = `1${yearAndMonth}99350${String(number).padStart(3, '0')}`;
  return body + String(97 - Number(BigInt(body) % 97n)).padStart(2, '0');
}

const header = 'NIR;NOM;PRENOM;DATE_NAISSANCE;DATE_DECES';
const surnames = ['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNHOLLOW', 'ELMSGARTH', 'FERNBROOK', 'GORSELAND'];
const firstNames = ['ANNA', 'BRUNO', 'CLAIRE', 'DAVID', 'EMMA'];
/** Thirty-five ordinary people, so that columns have enough to be told by. */
const crowd = Array.from(
  { length: 35 },
  (_, i) =>
    `${nir(i + 100)};${surnames[i % 7]!};${firstNames[i % 5]!};1985-03-${String((i % 28) + 1).padStart(2, '0')};`,
);

async function peopleIn(rows: string[], options: ExamineOptions = {}) {
  const path = join(folder, `extract-${++files}.csv`);
  writeFileSync(path, `${[header, ...crowd, ...rows].join('\n')}\n`);
  const report = await examine([path], { workers: 1, now: new Date('2026-06-30'), ...options });
  expect(report.classes.map((found) => found.class)).toContain('Social security numbers');
  return report.people;
}

test('two rows with one number are one person, however the number is spaced', async () => {
  const spaced = nir(1).replace(/(.)(..)(..)(..)(...)(...)(..)/u, '$1 $2 $3 $4 $5 $6 $7');
  const people = await peopleIn([
    `${nir(1)};HAZELWOOD;IRIS;1985-03-01;`,
    `${spaced};HAZELWOOD;IRIS;01/03/1985;`,
  ]);
  expect(people.count).toBe(36);
});

test('a married name, or a first name written otherwise, is still the holder of the number', async () => {
  const people = await peopleIn([
    `${nir(1)};HAZELWOOD;IRIS;1985-03-01;`,
    `${nir(1)};IVYBRIDGE;IRIS;1985-03-01;`,
    `${nir(1)};HAZELWOOD;IRIS MAY;1985-03-01;`,
  ]);
  expect(people.count).toBe(36);
});

test('one number in the rows of two people joins nobody: who has it is in doubt', async () => {
  const rows = [
    `${nir(1)};HAZELWOOD;IRIS;1985-03-01;`,
    `${nir(1)};HAZELWOOD;JONAS;2010-11-12;`,
    `${nir(1)};KELDHOLME;MARTA;1985-03-01;`,
  ];
  const people = await peopleIn(rows);
  expect([people.min, people.count]).toEqual([36, 38]);
  expect((await peopleIn(rows.toReversed())).count).toBe(38);
});

test('two numbers are two people, even with the same name and date of birth', async () => {
  const people = await peopleIn([
    `${nir(1)};HAZELWOOD;IRIS;1985-03-01;`,
    `${nir(2)};HAZELWOOD;IRIS;1985-03-01;`,
  ]);
  expect([people.min, people.count, people.max]).toEqual([37, 37, 37]);
});

test('a number mistyped is nobody yet: the bound allows that the row is the holder’s', async () => {
  const wrong = nir(1).replace(/.$/u, (digit) => String((Number(digit) + 1) % 10));
  const people = await peopleIn([
    `${nir(1)};HAZELWOOD;IRIS;1985-03-01;`,
    `${wrong};HAZELWOOD;IRIS;1985-03-01;`,
  ]);
  expect(people.count).toBe(37);
  expect(people.min).toBeLessThanOrEqual(36);
});

test('minors and those called dead are counted among the people', async () => {
  const people = await peopleIn([
    `${nir(1, '0901')};HAZELWOOD;IRIS;2009-01-01;`,
    `${nir(2, '0806')};HAZELWOOD;JONAS;2008-06-30;`,
    `${nir(3, '0807')};HAZELWOOD;KLARA;2008-07-01;`,
    ...Array.from({ length: 8 }, (_, i) => `${nir(i + 10)};KELDHOLME;MARTA;1985-03-01;2020-02-0${i + 1}`),
  ]);
  expect(people).toMatchObject({ count: 46, minors: 2, deceased: 8 });
});

test('a company in a column of names is counted apart', async () => {
  const people = await peopleIn([';GARAGE ALDERMOOR SARL;;;', ';MAIRIE DE COLDWICK;;;']);
  expect(people).toMatchObject({ count: 35, organisations: 2 });
});

test('the same rows twice are the same people, whoever reads which', async () => {
  const rows = Array.from(
    { length: 400 },
    (_, i) => `;${surnames[i % 7]!};${firstNames[i % 5]!};1990-0${(i % 9) + 1}-01;`,
  );
  const ways = [
    { workers: 1 },
    { workers: 2, tuning: { stretchBytes: 4096, windowBytes: 4096 } },
    { workers: 3, tuning: { stretchBytes: 5000, windowBytes: 4096 } },
  ];
  const counts = [];
  for (const way of ways) {
    const { count, min, max } = await peopleIn(rows, way);
    counts.push([min, count, max]);
  }
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[2]).toEqual(counts[0]);
});
