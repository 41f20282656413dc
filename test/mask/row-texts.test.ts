/*
 * What masked cells say of a person is replaced in the texts of the same row too, in other notations.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createHere } from './mask-here.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-row-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = createHere(folder);

const plan = `plan: 1
tables:
  membres:
    id: { keep: 'the number of the row' }
    note: { mask: text }
    naissance: { mask: birth-date }
    cp: { mask: postcode }
    ville: { mask: place }
statements:
  CREATE TABLE: text
  comment: text
`;
const dump = (rows: string) =>
  `CREATE TABLE membres (id int, note text, naissance date, cp varchar(9), ville varchar(40));\nINSERT INTO membres VALUES ${rows};\n`;

test('dates of birth, postcodes and places of a row go from its texts, in any usual notation', async () => {
  const note = 'Née le 14/02/1990 (14.2.90, 14 février 1990) à VALMERY, 33310-Valmery ; vue le 12/03/2021';
  const { output } = await here(dump(`(1,'${note}','1990-02-14','33310','Valméry')`), plan);
  const text = output!.toString();
  expect(text).toContain('vue le 12/03/2021');
  expect(text).not.toMatch(/14\/02\/1990|14\.2\.90|14 février|VALM|Valm|33310/u);
  const [, born, cp, town] = /'([\d-]+)','(\d+)','(\p{L}+)'\)/u.exec(text)!;
  expect(text).toContain(`Née le ${born!.split('-').toReversed().join('/')} `);
  expect(text).toContain(`${cp}-${town} ;`);
});

test('the same text beside another date of birth stays, however often it comes', async () => {
  const rows = Array.from({ length: 8 }, (_, id) => {
    const own = id % 2 === 0 ? '1990-02-14' : '1971-06-01';
    return `(${id},'le 14/02/1990','${own}','33310','Valmery')`;
  });
  const { output } = await here(dump(rows.join(',')), plan);
  const kept = [...output!.toString().matchAll(/\((\d),'le 14\/02\/1990'/gu)].map(([, id]) => Number(id));
  expect(kept).toEqual([1, 3, 5, 7]);
});
