import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { cellNumber } from './cell-number.ts';
import { formatOfCode } from './number-formats.ts';
import { rowOf, unpackFile, workbookOf, zipOf } from './office-file.fixture.ts';
import { createStringStore, maxStringChars } from './string-store.ts';
import { openXlsx } from './xlsx.ts';

const people =
  rowOf('id', 'name', 'mail') +
  rowOf('1', 'Ada Test', 'ada@example.org') +
  rowOf('2', 'Bo Test', 'bo@example.org');

test('every sheet is a table under its name, with its headings as columns', async () => {
  const found = await unpackFile(
    openXlsx,
    workbookOf({ Clients: people, 'R &amp; D': rowOf('email') + rowOf('x@example.org') }),
  );
  expect(found.error).toBeNull();
  expect([...found.tables]).toEqual([
    [
      'Clients',
      {
        columns: ['id', 'name', 'mail'],
        rows: [
          ['1', 'Ada Test', 'ada@example.org'],
          ['2', 'Bo Test', 'bo@example.org'],
        ],
      },
    ],
    ['R & D', { columns: ['email'], rows: [['x@example.org']] }],
  ]);
  expect(found.isAscending).toBe(true);
});

test('cells stand in the columns they name, and gaps are null', async () => {
  const sheet = `${rowOf('name', 'mail', 'city')}<row r="7"><c r="C7" t="str"><v>Lyon</v></c></row><row><c r="A8" t="b"><v>1</v></c><c r="B8" t="e"><v>#REF!</v></c></row>`;
  const { tables } = await unpackFile(openXlsx, workbookOf({ S: sheet }));
  expect(tables.get('S')?.rows).toEqual([
    [null, null, 'Lyon'],
    ['true', null, null],
  ]);
});

test('shared strings, rich ones too, are looked up; spoken forms are left out', async () => {
  const strings =
    '<sst><si><t>name</t></si><si><r><t>Ada </t></r><r><t>Test &lt;é&gt;</t></r><rPh><t>no</t></rPh></si></sst>';
  const sheet =
    '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row><row><c t="s"><v>99</v></c></row>';
  const { tables } = await unpackFile(
    openXlsx,
    workbookOf({ S: sheet }, { 'xl/sharedStrings.xml': strings }),
  );
  expect(tables.get('S')).toEqual({ columns: ['name'], rows: [['Ada Test <é>']] });
});

test('dates, times and leading zeros are read as the styles show them', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="00000"/><numFmt numFmtId="201" formatCode="[$-40C]dd/mm/yyyy\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>';
  const sheet = `${rowOf('born', 'zip', 'seen', 'phone')}<row><c s="1"><v>29222</v></c><c s="2"><v>1000</v></c><c s="3"><v>43864.5</v></c><c><v>3.3639980001E10</v></c></row>`;
  const { tables } = await unpackFile(openXlsx, workbookOf({ S: sheet }, { 'xl/styles.xml': styles }));
  expect(tables.get('S')?.rows).toEqual([['1980-01-02', '01000', '2020-02-03 12:00:00', '33639980001']]);
});

test.each<[string, Parameters<typeof cellNumber>, string]>([
  ['the first day', ['1', 'date', false], '1900-01-01'],
  ['the day before the leap day that never was', ['59', 'date', false], '1900-02-28'],
  ['the day after', ['61', 'date', false], '1900-03-01'],
  ['the other calendar', ['0', 'date', true], '1904-01-01'],
  ['a time alone', ['0.354166666666667', 'time', false], '08:30:00'],
  ['beyond the calendar', ['99999999', 'date', false], '99999999'],
  ['no number at all', ['abc', 'date', false], 'abc'],
  ['a number as it is written', ['0.1', 'plain', false], '0.1'],
])('%s', (_, [written, format, counts1904], shown) => {
  expect(cellNumber(written, format, counts1904)).toBe(shown);
});

test.each([
  ['General', 'plain'],
  ['#,##0.00 "days"', 'plain'],
  ['[Red]0.00', 'plain'],
  ['yyyy-mm-dd', 'date'],
  ['TT.MM.JJJJ', 'date'],
  ['[h]:mm:ss', 'time'],
  ['m/d/yy h:mm AM/PM', 'datetime'],
])('the format %s is %s', (code, format) => {
  expect(formatOfCode(code)).toBe(format);
});

test('comments, authors and the copies that pivot tables keep are text, pictures are members', async () => {
  const found = await unpackFile(
    openXlsx,
    workbookOf(
      { S: people },
      {
        'xl/comments1.xml':
          '<comments><authors><author>x</author></authors><comment><text><r><t>call Ada</t></r></text></comment></comments>',
        'xl/pivotCache/pivotCacheDefinition1.xml':
          '<d><sharedItems><s v="gone@example.org"/></sharedItems></d>',
        'xl/media/image1.png': 'png',
        'docProps/core.xml': '<p><creator>Ada Author</creator></p>',
      },
    ),
  );
  for (const said of ['call Ada', 'gone@example.org', 'Ada Author']) expect(found.text).toContain(said);
  expect(found.members).toEqual([{ path: 'xl/media/image1.png', bytes: Buffer.from('png') }]);
  expect(found.isAscending).toBe(true);
});

test('without the list of sheets they are found by their place', async () => {
  const { tables } = await unpackFile(
    openXlsx,
    zipOf({ 'xl/worksheets/sheet9.xml': `<worksheet>${people}</worksheet>` }),
  );
  expect(tables.get('sheet9')?.rows).toHaveLength(2);
});

test('what cannot be a workbook is refused with what would help', async () => {
  const errorOf = async (bytes: Buffer): Promise<unknown> => (await unpackFile(openXlsx, bytes)).error;
  expect(await errorOf(zipOf({ 'xl/worksheets/sheet1.bin': 'x' }))).toMatchObject({
    message: expect.stringContaining('save it as xlsx'),
  });
  expect(await errorOf(zipOf({ 'a.txt': 'x' }))).toBeInstanceOf(UnreadableError);
  expect(await errorOf(Buffer.from('no zip'))).toBeInstanceOf(UnreadableError);
});

test('a cell longer than a spreadsheet allows is cut and the rest still searched', async () => {
  const long = `${'x'.repeat(maxStringChars)} end@example.org`;
  const { tables, skipped } = await unpackFile(openXlsx, workbookOf({ S: rowOf('name') + rowOf(long) }));
  expect(tables.get('S')?.columns).toHaveLength(1);
  expect(skipped.map(({ text }) => text).join('')).toContain('end@example.org');
});

test('a short sheet that names one long text without end is stopped', async () => {
  const strings = `<sst><si><t>${'x'.repeat(maxStringChars)}</t></si></sst>`;
  const sheet = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(100);
  const { error, skipped } = await unpackFile(
    openXlsx,
    workbookOf({ S: sheet }, { 'xl/sharedStrings.xml': strings }),
  );
  expect(error).toBeNull();
  expect(skipped.some(({ reason }) => reason.includes('repeats its texts'))).toBe(true);
});

test('stored strings come back as they went in, whatever their length', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 2000 });
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constant(''), text), { maxLength: 200 }), (texts) => {
      const store = createStringStore();
      for (const each of texts) expect(store.add(each)).toBe(true);
      expect(texts.map((_, i) => store.get(i))).toEqual(texts);
      expect([store.get(-1), store.get(0.5), store.get(texts.length)]).toEqual([null, null, null]);
    }),
    { numRuns: 30 },
  );
});

test('rows that name far columns are text once they are more than a table has', async () => {
  const sheet = rowOf('name') + '<row><c r="XFD1"><v>7</v></c></row>'.repeat(560);
  const { tables, skipped } = await unpackFile(openXlsx, workbookOf({ S: sheet }));
  const rows = tables.get('S')?.rows.length ?? 0;
  expect(rows).toBe(512);
  expect(rows + skipped.length).toBe(560);
  expect(skipped[0]?.text).toBe('7');
});
