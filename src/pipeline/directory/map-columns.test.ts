import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseGivenColumns } from './given-columns.ts';
import { mapColumns } from './map-columns.ts';
import { openDirectory } from './open-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-directory-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-06-30');
const nir = ['178024237871543', '288037103664941', '281102742392877'];

async function fieldsOf(text: string | Buffer, given: string[] = [], leakColumn: string | null = null) {
  const path = join(folder, 'directory.csv');
  writeFileSync(path, text);
  const opened = await openDirectory(path, null);
  const { columns, unused } = mapColumns(opened.sample(), {
    given: parseGivenColumns(given, '--column'),
    leakColumn,
    now,
  });
  return { ...Object.fromEntries(columns.map(({ name, field }) => [name, field])), unused };
}

test('three rows are enough, in French, English and German', async () => {
  expect(
    await fieldsOf(
      `N° sécu;Nom de naissance;Prénom;Né le;Courriel;Portable;Adresse 1;Adresse 2;CP;Ville;Langue
${nir[0]};Durvel;Anthony;22/02/1978;a@example.org;06 39 98 01 01;1 rue des Aulnes;bâtiment B;75011;Paris;fr
${nir[1]};Pombonson;Karine;20/03/1988;b@example.org;06 39 98 01 02;2 rue des Aulnes;;75012;Paris;fr
`,
    ),
  ).toEqual({
    'N° sécu': 'nir',
    'Nom de naissance': 'last-name',
    Prénom: 'first-name',
    'Né le': 'birth-date',
    Courriel: 'email',
    Portable: 'phone',
    'Adresse 1': 'address',
    'Adresse 2': 'address',
    CP: 'postal-code',
    Ville: 'city',
    Langue: 'language',
    unused: [],
  });
  expect(
    await fieldsOf(`customer_id,full_name,dob,email
C1,Anthony Durvel,1978-02-22,a@example.org
C2,Karine Pombonson,1988-03-20,b@example.org
`),
  ).toEqual({
    customer_id: 'customer',
    full_name: 'full-name',
    dob: 'birth-date',
    email: 'email',
    unused: [],
  });
  expect(
    await fieldsOf(`Kundennummer;Nachname;Vorname;Geburtsdatum;Straße;PLZ;Ort
7001;Eschenbruch;Jonas;1978-02-22;Erlenweg 4;10115;Berlin
7002;Birkholm;Marta;1988-03-20;Ulmenallee 17;20095;Hamburg
`),
  ).toMatchObject({
    Kundennummer: 'customer',
    Nachname: 'last-name',
    Geburtsdatum: 'birth-date',
    Ort: 'city',
  });
});

test('one row, one column, another delimiter, quotes and Windows line ends are no hindrance', async () => {
  expect(await fieldsOf(`nir\n${nir[0]}`)).toEqual({ nir: 'nir', unused: [] });
  expect(await fieldsOf(`"nir"\t"mail"\r\n"${nir[0]}"\t"a@example.org"\r\n`)).toMatchObject({
    nir: 'nir',
    mail: 'email',
  });
  expect(await fieldsOf(`\uFEFFnir|mail\n${nir[0]}|a@example.org\n`)).toMatchObject({
    nir: 'nir',
    mail: 'email',
  });
});

test('what the user says goes before what is recognised', async () => {
  const text = `a;b;c\n${nir[0]};x@example.org;y@example.org\n${nir[1]};z@example.org;w@example.org\n`;
  expect(await fieldsOf(text, ['email=C', 'ignore=b', 'nir=a'])).toEqual({
    a: 'nir',
    c: 'email',
    unused: ['b'],
  });
});

test('a column that is not there, or cannot be that, is told with those that are', async () => {
  const text = `nir;mail\n${nir[0]};a@example.org\n`;
  await expect(fieldsOf(text, ['email=post'])).rejects.toMatchObject({
    code: 'USAGE',
    hint: 'its columns are nir, mail',
  });
  await expect(fieldsOf(text, ['iban=nir'])).rejects.toMatchObject({ code: 'USAGE' });
  await expect(fieldsOf(text, ['nir'])).rejects.toMatchObject({ code: 'USAGE' });
  await expect(fieldsOf(text, [], 'numero')).rejects.toMatchObject({ code: 'USAGE' });
});

test('what cannot be joined by anything is refused', async () => {
  const refused = { code: 'DIRECTORY_UNCLEAR' };
  await expect(fieldsOf('ville;pays\nParis;France\nLyon;France\n')).rejects.toMatchObject(refused);
  await expect(fieldsOf('a word and no table\n')).rejects.toMatchObject(refused);
  await expect(fieldsOf(Buffer.from('\uFEFFnir;mail\n1;a\n', 'utf16le'))).rejects.toMatchObject(refused);
  await expect(fieldsOf('')).rejects.toMatchObject({ code: 'INPUT_EMPTY' });
});

test('a first line of values is never shown as names', async () => {
  const error: unknown = await fieldsOf(`${nir[0]};Paris\n`, ['email=none']).catch((e: unknown) => e);
  const { message, hint = '' } = error as { message: string; hint?: string };
  expect(`${message} ${hint}`).not.toContain(nir[0]);
});
