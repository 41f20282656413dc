/*
 * What is left empty is written so that a strict server takes it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createHere } from './mask-here.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-nothing-left-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = createHere(folder);

const plan = `plan: 1
tables:
  suivi:
    id: { keep: 'the number of the row' }
    handicap: { mask: empty }
    taux: { mask: empty }
    culte: { mask: empty }
    groupe: { mask: empty }
    note: { mask: text }
statements:
  CREATE TABLE: text
`;

test('NULL where the column may be, else what its type takes', async () => {
  const { output } = await here(
    "CREATE TABLE suivi (id int, handicap tinyint(1) DEFAULT NULL, taux int NOT NULL, culte varchar(9) NOT NULL, groupe enum('A','B') NOT NULL, note text);\n" +
      "INSERT INTO suivi VALUES (1,1,40,'x','B','rien'),(2,0,0,'y','B','rien');\n",
    plan,
  );
  expect(output!.toString()).toContain("VALUES (1,NULL,0,'','a','rien'),(2,NULL,0,'','a','rien');");
});

test('NULL in the lines of a COPY', async () => {
  const { output } = await here(
    'CREATE TABLE suivi (id int, handicap int, taux int NOT NULL, culte text, groupe text, note text);\n' +
      'COPY suivi (id, handicap, taux, culte, groupe, note) FROM stdin;\n1\t1\t40\tx\ty\trien\n\\.\n',
    `${plan}  COPY: text\n`,
  );
  expect(output!.toString()).toContain('\n1\t\\N\t0\t\\N\t\\N\trien\n');
});
