/*
 * A directory with planted truth is joined with a leak of the same register: nobody gets another's contacts, and the
 * rows that cannot be told whose they are are the ones that were planted so.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDumpFile } from '../../samples/dump-file.ts';
import type { DirectoryRow } from '../../samples/pole-emploi/directory/directory-rows.ts';
import { writeDirectory } from '../../samples/pole-emploi/directory/write-directory.ts';
import { makeExtracts } from '../../samples/pole-emploi/make-extracts.ts';
import { personTruths } from '../../samples/pole-emploi/person-truths.ts';
import type { DirtLevel } from '../../samples/pole-emploi/dirt.ts';
import { joinDirectory, type JoinedDirectory } from '../../src/pipeline/directory/join-directory.ts';
import { doubtReasons } from '../../src/pipeline/directory/settle-rows.ts';
import { createIdentifierHasher } from '../../src/pipeline/identifier-hasher.ts';
import { examineIntoCase } from '../../src/pipeline/index.ts';
import {
  doubtsOf,
  identifierPages,
  listDirectories,
  openCase,
  openHome,
  openVault,
  reachedRows,
} from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const now = new Date('2026-06-30');
const people = 4000;

interface Judged {
  planted: DirectoryRow[];
  joined: JoinedDirectory;
  /** By row, numbers of planted people whom the vault's person may be; null where it reaches nobody. */
  reached: (Set<number> | null)[];
  doubts: Map<number, string>;
}

async function judge(
  dirt: DirtLevel,
  tuning: { stretchBytes?: number; threads?: number } = {},
): Promise<Judged> {
  const place = join(folder, `${dirt}-${Object.values(tuning).join('-')}`);
  const { extracts, rowNumbers } = await makeExtracts(
    join(place, 'leak'),
    { seed: 11, people, dirt, format: 'both' },
    120,
    true,
  );
  const planted: DirectoryRow[] = [];
  const path = join(place, 'directory.csv');
  const file = await openDumpFile(path);
  await writeDirectory(extracts.population, { known: 0.9, strangers: 0.2 }, file, (row) => planted.push(row));
  await file.end();
  await file.publish();
  const record = openCase(openHome(join(place, 'home')), null, now);
  await examineIntoCase([join(place, 'leak')], record, { workers: 1, now });
  rmSync(join(place, 'leak'), { recursive: true });
  const joined = await joinDirectory(
    record,
    { controller: 'Pôle emploi', source: path, table: null, given: [], leakColumn: null },
    { now, tuning },
  );
  using vault = openVault(record);
  const hash = createIdentifierHasher(vault.seed);
  const truths = [...personTruths(extracts, rowNumbers!)];
  const numbersOf = new Map<string, number[]>();
  const note = (sort: string, words: [number, number] | null, number: number) => {
    if (words === null) return;
    const key = `${sort} ${words.join(' ')}`;
    numbersOf.set(key, [...(numbersOf.get(key) ?? []), number]);
  };
  for (const { id, nir, names, birthDate } of truths) {
    note('nir', hash('nir', nir), id);
    for (const last of [names.birth, names.usage ?? names.birth])
      note('nameAndBirth', hash('nameAndBirth', `${names.first}\t${last}\t${birthDate}`), id);
  }
  // the extract of fixed width has second names too, and cuts both at twenty signs
  for (const { lastName, firstName, born, person } of planted)
    for (const first of new Set([firstName, firstName.slice(0, 20)]))
      note('nameAndBirth', hash('nameAndBirth', `${first}\t${lastName}\t${born}`), person);
  const mayBe = new Map<number, Set<number>>();
  for (const sort of ['nir', 'nameAndBirth'])
    for (const page of identifierPages(vault.db, sort))
      page.person.forEach((person, i) => {
        const known = mayBe.get(person);
        // a number says who it is; a name only where there is no number
        if (known && sort === 'nameAndBirth') return;
        const numbers = numbersOf.get(`${sort} ${page.low[i]!} ${page.high[i]!}`) ?? [];
        mayBe.set(person, new Set([...(known ?? []), ...numbers]));
      });
  const reached: Judged['reached'] = planted.map(() => null);
  for (const { row, person } of reachedRows(vault.db, 1)) reached[row] = mayBe.get(person) ?? new Set();
  const [directory] = listDirectories(vault.db);
  return {
    planted,
    joined,
    reached,
    doubts: new Map(
      [...doubtsOf(vault.db, directory!.directory)].map(({ row, reason }) => [row, doubtReasons[reason]!]),
    ),
  };
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .toLowerCase();

describe('joined with a leak without errors', () => {
  let found: Judged;
  beforeAll(async () => void (found = await judge('none')));

  test('nobody gets the contacts of another', () => {
    const wrong = found.planted.filter(({ person }, row) => found.reached[row]?.has(person) === false);
    expect(wrong).toEqual([]);
    expect(found.joined.joinedRows).toBeGreaterThan(people * 0.8);
  });

  test('every row with a number reaches its person, and what is there twice reaches him twice', () => {
    const missed = found.planted.filter(
      ({ kind }, row) => (kind === 'number' || kind === 'twice') && found.reached[row] === null,
    );
    expect(missed).toEqual([]);
  });

  test('rows of different addresses reach nobody, and they are the ones that were planted', () => {
    const differing = found.planted.flatMap((row, i) =>
      row.kind === 'moved' && sayOtherThings(row, found.planted[row.id.endsWith('-B') ? i - 1 : i + 1]!)
        ? [i]
        : [],
    );
    expect(differing.length).toBeGreaterThan(40);
    expect(rowsWith('rows differ')).toEqual(differing);
  });

  test('rows with the number of another reach nobody, and are told', () => {
    const crossed = found.planted.flatMap(({ kind }, row) => (kind === "another's number" ? [row] : []));
    expect(crossed.length).toBeGreaterThan(5);
    expect(rowsWith('keys disagree')).toEqual(crossed);
  });

  test('rows by name fit several people only where the leak has namesakes', () => {
    const keyOf = ({ lastName, firstName, born }: DirectoryRow) =>
      `${plain(lastName)} ${plain(firstName).split(' ')[0]} ${born}`;
    const ofKey = Map.groupBy(found.planted, keyOf);
    for (const row of rowsWith('several people'))
      expect(
        new Set(ofKey.get(keyOf(found.planted[row]!))!.map(({ person }) => person)).size,
      ).toBeGreaterThan(1);
  });

  test('nine of ten rows by name reach their person', () => {
    const named = found.planted.flatMap(({ kind }, row) => (kind === 'name' ? [row] : []));
    expect(named.filter((row) => found.reached[row] !== null).length).toBeGreaterThan(named.length * 0.9);
  });

  test('strangers reach nobody', () => {
    const strangers = found.planted.flatMap(({ kind }, row) => (kind === 'stranger' ? [row] : []));
    expect(strangers.filter((row) => found.reached[row] !== null)).toEqual([]);
  });

  function rowsWith(reason: string): number[] {
    return [...found.doubts].flatMap(([row, told]) => (told === reason ? [row] : []));
  }
});

function sayOtherThings(a: DirectoryRow, b: DirectoryRow): boolean {
  const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other;
  return (
    differ(a.email, b.email) ||
    differ(a.phone, b.phone) ||
    differ(`${a.street} ${a.postalCode}`, `${b.street} ${b.postalCode}`)
  );
}

test('joined with a leak full of errors, nobody gets the contacts of another either', async () => {
  const { planted, reached, joined } = await judge('heavy');
  const wrong = planted.filter(({ person }, row) => {
    const mayBe = reached[row];
    // who has neither a right number nor a right name in the leak cannot be told here
    return mayBe !== null && mayBe !== undefined && mayBe.size > 0 && !mayBe.has(person);
  });
  expect(wrong).toEqual([]);
  expect(reached.filter((mayBe) => mayBe?.size === 0).length).toBeLessThan(people * 0.01);
  expect(joined.joinedRows).toBeGreaterThan(people * 0.7);
});

test('threads and the size of stretches change nothing', async () => {
  const here = await judge('default');
  const cut = await judge('default', { stretchBytes: 30_011, threads: 2 });
  expect(cut.joined).toEqual(here.joined);
  expect(cut.doubts).toEqual(here.doubts);
});
