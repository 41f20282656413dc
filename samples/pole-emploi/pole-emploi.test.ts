/*
 * The extracts against their truth, read by a way of the test's own that owes nothing to the generator.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExtracts, type MadeExtracts } from './make-extracts.ts';
import { personTruths, type PoleEmploiPerson } from './person-truths.ts';
import type { PoleEmploiOptions } from './registration.ts';

interface Row {
  file: string;
  row: number;
  nir: string;
  last: string;
  usage: string;
  first: string;
  /** yyyymmdd, '' where it is missing */
  born: string;
  sex: string;
  month: string;
  died: string;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-extracts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const usual: PoleEmploiOptions = { seed: 42, people: 20_000, dirt: 'default', format: 'both' };

const turned = (date: string) => date.split('/').toReversed().join('');
const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();

async function rowsOf(path: string): Promise<Row[]> {
  const lines = (await readFile(join(path, 'demandeurs.txt'), 'latin1')).split('\n').slice(0, -1);
  const fixed = lines.map((line, i): Row => {
    const born = line.slice(86, 94);
    return {
      file: 'demandeurs.txt',
      row: i + 1,
      nir: line.slice(1, 16).trim(),
      last: line.slice(16, 41).trim(),
      usage: line.slice(41, 66).trim(),
      first: line.slice(66, 86).trim().split(' ')[0]!,
      born: born === '00000000' ? '' : born,
      sex: line[0] === '2' ? 'F' : 'M',
      month: line.slice(94, 100),
      died: '',
    };
  });
  const records = (await readFile(join(path, 'inscriptions.csv'), 'latin1')).split('\r\n').slice(1, -1);
  const csv = records.map((record, i): Row => {
    const [nir, last, usage, first, born, sex, month, , , died] = record.split(';');
    return {
      file: 'inscriptions.csv',
      row: i + 1,
      nir: nir!.replaceAll(' ', ''),
      last: last!,
      usage: usage!,
      first: first!,
      born: turned(born!),
      sex: sex!,
      month: turned(month!),
      died: turned(died!),
    };
  });
  return [...fixed, ...csv];
}

/** By the rule as INSEE writes it, in whole numbers: the key is 97 less the rest of the 13 digits by 97. */
function isRight(nir: string): boolean {
  if (!/^[1278]\d{4}(\d\d|2[AB])\d{8}$/.test(nir)) return false;
  const number = BigInt(nir.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return 97n - (number % 97n) === BigInt(nir.slice(13));
}

const isNobody = ({ last }: Row) => last === 'TEST' || last === 'ESSAI';

describe('extracts of 20,000 people', () => {
  let made: MadeExtracts;
  let rows: Row[];
  let people: PoleEmploiPerson[];
  let byPlace: Map<string, Row>;

  beforeAll(async () => {
    const path = join(folder, 'usual');
    made = await makeExtracts(path, usual, 120, true);
    rows = await rowsOf(path);
    people = [...personTruths(made.extracts, made.rowNumbers!)];
    byPlace = new Map(rows.map((row) => [`${row.file} ${row.row}`, row]));
  });

  const rowsOfPerson = (person: PoleEmploiPerson) =>
    person.rows.map(({ file, row }) => byPlace.get(`${file} ${row}`)!);

  it('have the rows and bytes that the truth says, those of nobody among them', async () => {
    const { truth } = made;
    const counted = (file: string) => rows.filter((row) => row.file === file).length;
    expect(truth.rows).toEqual({
      'demandeurs.txt': counted('demandeurs.txt'),
      'inscriptions.csv': counted('inscriptions.csv'),
    });
    const csv = await readFile(join(folder, 'usual', 'inscriptions.csv'));
    expect(truth.bytes).toEqual({
      'demandeurs.txt': counted('demandeurs.txt') * 120,
      'inscriptions.csv': csv.length,
    });
    expect(rows.filter(isNobody)).toHaveLength(truth.testRows);
    const identities = rows.filter(isNobody).map(({ nir, last, first }) => fold(`${nir} ${last} ${first}`));
    expect(new Set(identities).size).toBe(truth.testAccounts);
    expect(people.flatMap((person) => person.rows)).toHaveLength(rows.length - truth.testRows);
  });

  it('name every planted column where it stands', () => {
    const { truth } = made;
    expect(truth.fields.map(({ name, from, to }) => [name, from, to]).slice(0, 4)).toEqual([
      ['sex', 0, 1],
      ['NIR', 1, 16],
      ['birth name', 16, 41],
      ['usage name', 41, 66],
    ]);
    const names = truth.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(truth.tables['demandeurs.txt']!)));
  });

  it('give each person the rows that the truth of the people says, under one name or a mistyped one', () => {
    let otherwise = 0;
    for (const person of people) {
      const found = rowsOfPerson(person);
      expect(found.map(({ nir }) => nir || null)).toEqual(person.rows.map(({ nir }) => nir));
      for (const row of found) {
        expect(fold(row.first)).toBe(fold(person.names.first));
        if (fold(row.last) !== fold(person.names.birth)) otherwise++;
      }
    }
    expect(otherwise).toBeGreaterThan(20);
    expect(otherwise).toBeLessThan(0.01 * rows.length);
  });

  it('hold valid NIRs that say the sex and month of birth, no two people the same', () => {
    const right = new Map(people.map(({ nir, id }) => [nir, id]));
    expect(right.size).toBe(usual.people);
    for (const { nir, birthDate } of people) {
      expect(isRight(nir)).toBe(true);
      expect(nir.slice(1, 5)).toBe(birthDate.slice(2, 4) + birthDate.slice(5, 7));
    }
    const sexes = rows.filter((row) => isRight(row.nir)).map(({ nir, sex }) => ({ nir, sex }));
    expect(sexes.filter(({ nir, sex }) => (Number(nir[0]) % 6 === 2) !== (sex === 'F'))).toEqual([]);
  });

  it('hold births in Corsica, overseas, abroad, and NIRs that are provisional', () => {
    const places = people.map(({ nir }) => nir.slice(5, 7));
    for (const place of ['2A', '2B', '97', '99', '75']) expect(places).toContain(place);
    const provisional = people.filter(({ nir }) => nir[0]! > '2');
    expect(provisional.length).toBeGreaterThan(10);
    expect(provisional.every(({ nir }) => nir.slice(5, 7) === '99')).toBe(true);
  });

  it('have two in a hundred NIRs mistyped, none of which is valid by chance', () => {
    const { nirs } = made.truth;
    const planted = people.flatMap((person) => person.rows.map((row) => ({ right: person.nir, ...row })));
    const wrong = planted.filter(({ nir, right }) => nir !== right);
    expect(wrong).toHaveLength(nirs.replaced + nirs.swapped + nirs.lost + nirs.missing);
    expect(wrong.length / planted.length).toBeCloseTo(0.02, 2);
    expect(wrong.filter(({ nir }) => isRight(nir ?? ''))).toEqual([]);
    expect(wrong.filter(({ isNirRight }) => isNirRight)).toEqual([]);
    expect(wrong.filter(({ nir }) => nir?.length === 14)).toHaveLength(nirs.lost);
    for (const count of [nirs.replaced, nirs.swapped, nirs.lost]) expect(count).toBeGreaterThan(50);
  });

  it('hold as many people of each class as the truth says', () => {
    const lost = (is: (row: Row) => boolean) =>
      people.filter((person) => rowsOfPerson(person).some(is)).length;
    expect(made.truth.classes).toEqual({
      Names: lost(({ last }) => last !== ''),
      Genders: lost(({ sex }) => sex !== ''),
      'Social security numbers': lost(({ nir }) => isRight(nir)),
      'Dates of birth': lost(({ born }) => born !== ''),
      'Deceased date': lost(({ died }) => died !== ''),
    });
    const byClass = (name: string) => people.filter(({ classes }) => classes.includes(name)).length;
    for (const [name, count] of Object.entries(made.truth.classes)) expect(byClass(name)).toBe(count);
  });

  it('register some twice in another month, and hold others in both', () => {
    const files = people.map((person) => person.rows.map(({ file }) => file));
    const twice = people.filter((_, i) => new Set(files[i]).size < files[i]!.length);
    expect(twice).toHaveLength(made.truth.registeredTwice);
    expect(twice.length / usual.people).toBeCloseTo(0.03, 2);
    const later = twice.filter((person) => new Set(rowsOfPerson(person).map(({ month }) => month)).size > 1);
    expect(later.length).toBeGreaterThan(0.8 * twice.length);
    expect(files.filter((of) => new Set(of).size === 2)).toHaveLength(made.truth.inBoth);
  });

  it('count the rows that no NIR links to the rest of their person', () => {
    const groups = people.map(({ rows: of }) => {
      const right = of.filter(({ isNirRight }) => isNirRight).length;
      return of.length - right + Math.min(1, right) - 1;
    });
    expect(groups.reduce((sum, more) => sum + more, 0)).toBe(made.truth.duplicatesUnprovable);
    expect(made.truth.duplicatesUnprovable).toBeGreaterThan(50);
  });

  it('hold twins with one name, one day and neighbouring NIRs, and homonyms with another place', () => {
    const pairs = people.flatMap((person, i) => (i % 2 === 1 ? [[people[i - 1]!, person] as const] : []));
    const sameBirth = pairs.filter(
      ([a, b]) => a.names.birth === b.names.birth && a.birthDate === b.birthDate,
    );
    const twins = sameBirth.filter(
      ([a, b]) =>
        Number(b.nir.slice(10, 13)) - Number(a.nir.slice(10, 13)) === 1 &&
        a.nir.slice(5, 10) === b.nir.slice(5, 10),
    );
    expect(twins).toHaveLength(made.truth.twins);
    const homonyms = sameBirth.filter(
      ([a, b]) => a.names.first === b.names.first && a.nir.slice(5, 10) !== b.nir.slice(5, 10),
    );
    expect(homonyms).toHaveLength(made.truth.homonyms);
    expect(homonyms.length).toBeGreaterThan(0);
  });

  it('have minors and dead among them, told on the day of the leak', () => {
    const minors = people.filter(
      ({ birthDate }) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > made.truth.asOf,
    );
    expect(minors).toHaveLength(made.truth.minors);
    expect(made.truth.minors).toBeGreaterThan(100);
    expect(made.truth.deceased).toBe(made.truth.classes['Deceased date']);
  });
});

async function bytesOf(options: PoleEmploiOptions, rowBytes: 120 | 680 = 120): Promise<Buffer[]> {
  const path = join(folder, `${options.seed}-${options.people}-${options.dirt}-${rowBytes}-${Math.random()}`);
  const { truth } = await makeExtracts(path, options, rowBytes);
  return Promise.all(Object.keys(truth.rows).map((name) => readFile(join(path, name))));
}

it('the same seed gives the same bytes, another seed other people', async () => {
  const options: PoleEmploiOptions = { ...usual, people: 500 };
  const [once, again, other] = [
    await bytesOf(options),
    await bytesOf(options),
    await bytesOf({ ...options, seed: 43 }),
  ];
  expect(again).toEqual(once);
  expect(other[0]!.equals(once[0]!)).toBe(false);
});

it('every line of the fixed-width extract is as long as asked', async () => {
  const [wide] = await bytesOf({ ...usual, people: 300, format: 'fixed' }, 680);
  const lines = wide!.toString('latin1').split('\n').slice(0, -1);
  expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([679]));
});

it.each([1, 2, 3])('%i people are as many in the truth, each with a row', async (people) => {
  const path = join(folder, `few-${people}`);
  const { truth, extracts, rowNumbers } = await makeExtracts(path, { ...usual, people }, 120, true);
  expect(truth.people).toBe(people);
  const planted = [...personTruths(extracts, rowNumbers!)];
  expect(planted.every(({ rows }) => rows.length > 0)).toBe(true);
  expect((await rowsOf(path)).filter((row) => !isNobody(row))).toHaveLength(
    planted.flatMap(({ rows }) => rows).length,
  );
});

it('without dirt nothing is mistyped and a NIR links everything', async () => {
  const { truth } = await makeExtracts(join(folder, 'clean'), { ...usual, people: 3000, dirt: 'none' }, 120);
  expect(truth.nirs).toMatchObject({ replaced: 0, swapped: 0, lost: 0, missing: 0 });
  expect(truth.duplicatesUnprovable).toBe(0);
});

it('heavy dirt leaves NIRs out and writes some in groups', async () => {
  const path = join(folder, 'heavy');
  const { truth } = await makeExtracts(path, { ...usual, people: 3000, dirt: 'heavy' }, 120);
  expect(truth.nirs.missing).toBeGreaterThan(50);
  const csv = await readFile(join(path, 'inscriptions.csv'), 'latin1');
  expect(csv).toMatch(/\r\n[1278] \d\d \d\d \d[\dAB] \d{3} \d{3} \d\d;/);
});
