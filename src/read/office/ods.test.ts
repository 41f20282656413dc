import { expect, test } from 'vitest';
import { odsHead, odsTail, unpackFile, zipOf } from './office-file.fixture.ts';
import { openOds } from './ods.ts';
import { openOdt } from './odt.ts';

const cell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
const odsOf = (rows: string): Buffer =>
  zipOf({ 'content.xml': `${odsHead}<table:table table:name="Feuille">${rows}</table:table>${odsTail}` });

test('sheets are tables, and dates and numbers come as the file holds them', async () => {
  const typed =
    '<table:table-row><table:table-cell office:value-type="date" office:date-value="1980-01-02T00:00:00"><text:p>02/01/80</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,50</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT8H30M00S"><text:p>x</text:p></table:table-cell></table:table-row>';
  const found = await unpackFile(openOds, odsOf(row('date', 'amount', 'time') + typed));
  expect([...found.tables]).toEqual([
    ['Feuille', { columns: ['date', 'amount', 'time'], rows: [['1980-01-02', '1234.5', '08:30:00']] }],
  ]);
  expect(found.error).toBeNull();
});

test('a million empty rows and cells cost nothing, and repeated ones are bounded and told', async () => {
  const empty =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const many = `<table:table-row table:number-rows-repeated="999999">${cell('x@example.org')}<table:table-cell table:number-columns-repeated="3"/>${cell('last')}</table:table-row>`;
  const found = await unpackFile(openOds, odsOf(row('mail', 'b', 'c', 'd', 'e') + empty + many));
  const rows = found.tables.get('Feuille')?.rows ?? [];
  expect(rows).toHaveLength(1000);
  expect(rows[0]).toEqual(['x@example.org', null, null, null, 'last']);
  expect(found.skipped.map(({ reason }) => reason)).toEqual(['a row that is repeated more than 1000 times']);
  expect(found.isAscending).toBe(true);
});

test('paragraphs of a cell stay lines; a comment is text and no part of the cell', async () => {
  const two =
    '<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>ask Bo</text:p></office:annotation><text:p>1 rue X</text:p><text:p>75001 Paris</text:p></table:table-cell></table:table-row>';
  const found = await unpackFile(openOds, odsOf(row('address') + two));
  expect(found.tables.get('Feuille')?.rows).toEqual([['1 rue X\n75001 Paris']]);
  expect(found.text).toContain('ask Bo');
});

test('a spreadsheet taken for a text document is read as a spreadsheet', async () => {
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${odsHead}<table:table table:name="F">${row('mail')}${row('a@example.org')}</table:table>${odsTail}`,
  });
  expect((await unpackFile(openOdt, bytes)).tables.get('F')?.rows).toEqual([['a@example.org']]);
});

test('a locked file is refused with what would help', async () => {
  const bytes = zipOf({
    'META-INF/manifest.xml': '<m:file-entry><m:encryption-data/></m:file-entry>',
    'content.xml': 'x',
  });
  expect((await unpackFile(openOds, bytes)).error).toMatchObject({
    message: expect.stringContaining('locked with a password'),
  });
});
