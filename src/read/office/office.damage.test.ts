import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { openDocx } from './docx.ts';
import { odsHead, odsTail, rowOf, unpackFile, workbookOf, zipOf } from './office-file.fixture.ts';
import { openOds } from './ods.ts';
import { openOdt } from './odt.ts';
import { openXlsx } from './xlsx.ts';

const table =
  '<table:table table:name="F"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="7"/></table:table-row></table:table>';
const files = [
  {
    open: openXlsx,
    bytes: workbookOf(
      { S: rowOf('name', 'mail') + rowOf('Ada', 'a@example.org').repeat(20) },
      {
        'xl/sharedStrings.xml': '<sst><si><t>x</t></si></sst>',
        'xl/styles.xml': '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>',
      },
    ),
  },
  { open: openOds, bytes: zipOf({ 'content.xml': odsHead + table + odsTail }) },
  {
    open: openOdt,
    bytes: zipOf({ mimetype: 'x', 'content.xml': `<o><text:p>Ada<text:s text:c="9"/></text:p></o>` }),
  },
  {
    open: openDocx,
    bytes: zipOf({ 'word/document.xml': '<w:p><w:t>Ada</w:t></w:p>', 'word/media/a.png': 'png' }),
  },
];
const xmlParts = [
  '<row r="2"><c r="B2" t="s" s="1"><v>0</v></c></row>',
  '<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>',
  '<styleSheet><numFmts><numFmt numFmtId="9" formatCode="dd"/></numFmts><cellXfs><xf numFmtId="9"/></cellXfs></styleSheet>',
];

const edits = fc.array(fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) }), {
  minLength: 1,
  maxLength: 8,
});

function damaged(bytes: Uint8Array, changes: { at: number; to: number }[], keep: number): Buffer {
  const copy = Buffer.from(bytes.subarray(0, keep % 4 === 0 ? keep % bytes.length : bytes.length));
  for (const { at, to } of changes) if (copy.length > 0) copy[at % copy.length] = to;
  return copy;
}

test('random damage to the archive ends in what can be read, or in an UnreadableError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), edits, fc.nat(), async ({ open, bytes }, changes, keep) => {
      const { error } = await unpackFile(open, damaged(bytes, changes, keep));
      expect(error === null || error instanceof UnreadableError).toBe(true);
    }),
    { numRuns: 300, seed: 3 },
  );
});

test('random damage to the parts inside never fails', async () => {
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(), async (changes, keep) => {
      const [sheet, strings, styles] = xmlParts.map((part) =>
        damaged(Buffer.from(part), changes, keep).toString('latin1'),
      );
      const bytes = workbookOf({ S: sheet! }, { 'xl/sharedStrings.xml': strings!, 'xl/styles.xml': styles! });
      expect((await unpackFile(openXlsx, bytes)).error).toBeNull();
      const ods = damaged(Buffer.from(odsHead + table + odsTail), changes, keep);
      expect((await unpackFile(openOds, zipOf({ 'content.xml': ods }))).error).toBeNull();
    }),
    { numRuns: 150, seed: 3 },
  );
});

test('a bomb is stopped, and what came before it is kept', async () => {
  const row = rowOf('name', 'mail') + rowOf('Ada', 'ada@example.org').repeat(30);
  const bomb = Buffer.concat([Buffer.from(`<worksheet>${row}<x a="`), Buffer.alloc(80 << 20, 0x20)]);
  const found = await unpackFile(openXlsx, zipOf({ 'xl/worksheets/sheet1.xml': bomb }));
  expect(found.tables.get('sheet1')?.rows).toHaveLength(30);
  expect(found.skipped.map(({ reason }) => reason).join()).toContain('zip bombs');
});
