/*
 * A copy is in one character set, as its source was: letters that would be read as others are written without their marks.
 */
import { expect, test } from 'vitest';
import { scratchFolder } from '../examine/scratch-folder.fixture.ts';
import { createHere } from './mask-here.fixture.ts';

const folder = scratchFolder();
const mask = createHere(folder);

const firstNames = ['Marie', 'Paul', 'Anne', 'Luc', 'Sophie', 'Hugo', 'Claire', 'Louis'];
const rows = (every: number) =>
  Array.from({ length: 60 }, (_, i) => {
    const name = i % every === 0 ? 'Hélène' : firstNames[i % firstNames.length]!;
    return `INSERT INTO u VALUES (${i},'p${i}@mail.example.org','${name}','Quillacq');\n`;
  }).join('');
const schema = 'CREATE TABLE u (id int, email varchar(80), first varchar(60), last varchar(60));\n';
const plan = `plan: 1
tables:
  u:
    id: { keep: "the number of the row" }
    email: { mask: email }
    first: { mask: first-name }
    last: { mask: last-name }
statements: { CREATE TABLE: text, SET: text }
`;

test('a source in UTF-8 gives a copy in UTF-8, with accents', async () => {
  const { output } = await mask(schema + rows(60), plan);
  expect(output!.toString()).not.toContain('\ufffd');
  expect(output!.toString()).toMatch(/[é-ü]/u);
});

test.for([1, 5, 60])(
  'a source that is not, and does not say what it is, gives one that all read alike: %d',
  async (every) => {
    const { output } = await mask(Buffer.from(schema + rows(every), 'latin1'), plan);
    expect(output!.every((byte) => byte < 0x80)).toBe(true);
  },
);

test('a source that says what it is gives a copy in that set', async () => {
  const source = `SET NAMES latin1;\n${schema}${rows(5)}`;
  const { output } = await mask(Buffer.from(source, 'latin1'), plan);
  expect(output!.toString('latin1')).not.toContain('Ã');
  expect(output!.some((byte) => byte >= 0x80)).toBe(true);
});
