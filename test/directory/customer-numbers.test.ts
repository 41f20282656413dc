/*
 * Customer numbers stand in a column of the leak that is no identifier by itself: it is read from the evidence once
 * more, for a directory and again for a later delivery.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { joinAgain } from '../../src/pipeline/directory/index.ts';
import { takeDirectory } from '../../src/pipeline/directory/take-directory.ts';
import { examineIntoCase } from '../../src/pipeline/index.ts';
import {
  type CaseRecord,
  contactsOf,
  openCase,
  openHome,
  openVault,
  reachedRows,
} from '../../src/store/index.ts';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';

const folder = scratchFolder();
const now = new Date('2026-06-30');
const surnames = ['ALDERMOOR', 'BIRCHMERE', 'COLDWICK', 'DUNHOLLOW', 'ELMSGARTH', 'FERNBROOK', 'GORSELAND'];
const firstNames = ['ANNA', 'BRUNO', 'CLAIRE', 'DAVID', 'EMMA'];
const leak = join(folder, 'leak.csv');
const directory = join(folder, 'directory.csv');

let home: ReturnType<typeof openHome>;
let record: CaseRecord;

function leakOf(people: number, from = 0): string {
  const rows = Array.from({ length: people }, (_, i) => i + from).map(
    (i) =>
      `A-${String(i).padStart(6, '0')};${surnames[i % 7]!};${firstNames[i % 5]!};19${50 + (i % 40)}-03-${String((i % 28) + 1).padStart(2, '0')}`,
  );
  return `numero_adherent;nom;prenom;date_naissance\n${rows.join('\n')}\n`;
}

function directoryOf(people: number, column: string): string {
  const rows = Array.from(
    { length: people },
    (_, i) => `a-${String(i).padStart(6, '0')};p${i}@example.org;fr`,
  );
  return `${column};courriel;langue\n${rows.join('\n')}\n`;
}

beforeEach(async () => {
  rmSync(join(folder, 'home'), { recursive: true, force: true });
  home = openHome(join(folder, 'home'));
  record = openCase(home, null, now);
  writeFileSync(leak, leakOf(60));
  await examineIntoCase([leak], record, { workers: 1, now });
});

function take(leakColumn: string | null) {
  const request = { controller: 'Mutuelle', source: directory, table: null, given: [], leakColumn };
  return takeDirectory(home, record, request, { now });
}

test('a column of the leak of the same name is compared without a word', async () => {
  writeFileSync(directory, directoryOf(40, 'NUMERO_ADHERENT'));
  const report = await take(null);
  expect(report.leakColumn).toBe('NUMERO_ADHERENT');
  expect(report.joined).toMatchObject({ people: 40, rows: 40, by: { customer: 40 } });
  expect(report.reachability).toMatchObject({ people: 60, byEmail: 40, unreachable: 20 });
});

test('another name is compared where the user says so, and not otherwise', async () => {
  writeFileSync(directory, directoryOf(40, 'client'));
  expect((await take(null)).joined.people).toBe(0);
  expect((await take('numero_adherent')).joined.people).toBe(40);
});

test('where the evidence is gone, a column that nobody asked for is left out, and one that was asked for is missed', async () => {
  writeFileSync(directory, directoryOf(40, 'NUMERO_ADHERENT'));
  rmSync(leak);
  const report = await take(null);
  expect([report.leakColumn, report.joined.people]).toEqual([null, 0]);
  await expect(take('numero_adherent')).rejects.toMatchObject({ code: 'EVIDENCE_CHANGED' });
});

test('contacts are given back as they were written, with the number and the language', async () => {
  writeFileSync(directory, directoryOf(40, 'client'));
  await take('numero_adherent');
  using vault = openVault(record);
  const [first] = [...reachedRows(vault.db, 1)];
  const [found] = contactsOf(vault.db, first!.person);
  expect(found!.contact).toMatchObject({
    email: `p${first!.row}@example.org`,
    language: 'fr',
    key: `a-${String(first!.row).padStart(6, '0')}`,
  });
});

test('people of a later delivery are reached too, without the file of the directory', async () => {
  writeFileSync(directory, directoryOf(80, 'client'));
  expect((await take('numero_adherent')).joined.people).toBe(60);
  rmSync(directory);
  const later = join(folder, 'later.csv');
  writeFileSync(later, leakOf(60, 60));
  await examineIntoCase([later], record, { workers: 1, now });
  const [joined] = await joinAgain(record, { home, who: 'somebody', what: 'directory' });
  expect(joined!.counts).toMatchObject({ joinedPeople: 80, others: 0 });
});
