/*
 * Rows that do not name their columns are read by what is stated of their table: where that is not certain, they are refused.
 */
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const here = createHere(scratchFolder());

const plan = `plan: 1
tables:
  u: {id: {keep: x}, name: {mask: full-name}, note: {keep: x}}
  arch.u: {id: {keep: x}, name: {mask: full-name}, note: {keep: x}}
statements: {CREATE TABLE: text, ALTER TABLE: text, USE: text, SET: text, RENAME TABLE: text, DROP TABLE: text}
`;
const [one, other] = [
  '(id int, name varchar(80), note varchar(80))',
  '(id int, note varchar(80), name varchar(80))',
];
const rows = (table = 'u') => `INSERT INTO ${table} VALUES (1,'Noe Quillacq','ok');\n`;
const turned = (table = 'u') => `INSERT INTO ${table} VALUES (1,'ok','Noe Quillacq');\n`;
const alter = (change: string) => `CREATE TABLE u ${one};\nALTER TABLE u ${change};\n`;

const twice = 'the table u is defined twice, with other columns';
const changed = 'the columns of u are changed after it is defined';

describe('is refused', () => {
  test.each([
    [
      'two databases',
      `CREATE TABLE a.u ${one};\nCREATE TABLE b.u ${other};\n${rows('a.u')}${turned('b.u')}`,
      twice,
    ],
    [
      'two databases in use',
      `USE a;\nCREATE TABLE u ${one};\nUSE b;\nCREATE TABLE u ${other};\nUSE a;\n${rows()}`,
      twice,
    ],
    ['one name twice', `CREATE TABLE u ${one};\nCREATE TABLE IF NOT EXISTS u ${other};\n${rows()}`, twice],
    ['rows of no database', `CREATE TABLE a.u ${one};\nCREATE TABLE b.u ${other};\n${turned()}`, twice],
    [
      'a schema that is set',
      `CREATE TABLE u ${one};\nSET search_path = arch;\nCREATE TABLE u ${other};\nSET search_path = other;\n${turned()}`,
      twice,
    ],
    ['MODIFY … AFTER', alter('MODIFY COLUMN note varchar(80) AFTER id') + rows(), changed],
    ['CHANGE', alter('CHANGE note email2 varchar(80)') + rows(), changed],
    ['ADD … FIRST', alter('DROP COLUMN note, ADD note varchar(80) FIRST') + rows(), changed],
    ['RENAME COLUMN', alter('RENAME COLUMN note TO name2') + rows(), changed],
    ['RENAME TO', alter('RENAME TO v') + rows(), changed],
    ['RENAME TABLE', `CREATE TABLE u ${one};\nRENAME TABLE v TO u;\n${rows()}`, changed],
    ['LIKE', `CREATE TABLE u ${one};\nDROP TABLE u;\nCREATE TABLE u LIKE v;\n${rows()}`, changed],
  ])('%s', async (_, text, reason) => {
    for (const stretchBytes of [60, 1 << 20]) {
      const { receipt, refusals } = await here(text, plan, { stretchBytes, workers: 1 });
      expect(receipt).toBeNull();
      expect(refusals[0]).toMatchObject({ table: 'u', reason: expect.stringContaining(reason) as string });
      expect(refusals[0]!.line).toBeGreaterThan(2);
    }
  });

  test('another file says otherwise, and none says it before the rows', async () => {
    const files = {
      'a.sql': rows(),
      'b.sql': `CREATE TABLE u ${one};\n`,
      'c.sql': `CREATE TABLE u ${other};\n`,
    };
    const { receipt, refusals } = await here(files, plan);
    expect(receipt).toBeNull();
    expect(refusals[0]!.reason).toContain(twice);
  });

  test('a column that is named twice', async () => {
    const text = `CREATE TABLE u ${one};\nINSERT INTO u (id,note,Note) VALUES (1,'ok','Noe');\n`;
    const { receipt, refusals } = await here(text, plan);
    expect(receipt).toBeNull();
    expect(refusals).toEqual([
      expect.objectContaining({ table: 'u', column: 'Note', line: 2, reason: 'a column is named twice' }),
    ]);
  });
});

describe('is masked', () => {
  test.each([
    [
      'each database after its own table',
      `USE a;\nCREATE TABLE u ${one};\n${rows()}USE b;\nCREATE TABLE u ${other};\n${turned()}`,
    ],
    [
      'qualified names',
      `CREATE TABLE a.u ${one};\n${rows('a.u')}CREATE TABLE b.u ${other};\n${turned('b.u')}`,
    ],
    ['the same twice', `CREATE TABLE a.u ${one};\nCREATE TABLE b.u ${one};\n${rows('a.u')}`],
    ['keys', alter('ADD PRIMARY KEY (id), MODIFY id int NOT NULL AUTO_INCREMENT, DISABLE KEYS') + rows()],
    [
      'rows that name their columns',
      `${alter('DROP note')}INSERT INTO u (name,id) VALUES ('Noe Quillacq',1);\n`,
    ],
  ])('%s', async (_, text) => {
    for (const stretchBytes of [60, 1 << 20]) {
      const { refusals, output } = await here(text, plan, { stretchBytes, workers: 1 });
      expect(refusals).toEqual([]);
      expect(output!.toString()).not.toMatch(/Quillacq/u);
      expect(output!.toString().match(/'ok'/gu)?.length).toBe(text.match(/'ok'/gu)?.length);
    }
  });
});
