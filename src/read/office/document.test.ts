import { expect, test } from 'vitest';
import { openDocx, openPptx } from './docx.ts';
import { unpackFile, zipOf } from './office-file.fixture.ts';
import { officeKindOf } from './office-kind.ts';
import { openOdt } from './odt.ts';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const docxOf = (body: string, parts: Record<string, string> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
const textOf = async (body: string): Promise<string> => (await unpackFile(openDocx, docxOf(body))).text;

test('an address stays line by line, whether its lines are paragraphs or breaks', async () => {
  const lines = 'Madame Ada Test\n1 rue des Lilas\n75001 Paris\n';
  expect(await textOf(lines.trim().split('\n').map(paragraph).join(''))).toBe(lines);
  expect(
    await textOf(
      `<w:p><w:r>${lines
        .trim()
        .split('\n')
        .map((line) => `<w:t>${line}</w:t>`)
        .join('<w:br/>')}</w:r></w:p>`,
    ),
  ).toBe(lines);
});

test('tables come row by row with tabs, and lines within a cell stay', async () => {
  const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  const table = `<w:tbl>${row(paragraph('Name'), paragraph('Mail'))}${row(paragraph('Ada') + paragraph('Test'), paragraph('ada@example.org'))}</w:tbl>`;
  expect(await textOf(table + paragraph('end'))).toBe('Name\tMail\nAda\nTest\tada@example.org\nend\n');
});

test('deleted text, fields with addresses, notes, headers, comments and authors are all read', async () => {
  const body =
    '<w:p><w:del><w:r><w:delText>was Bo</w:delText></w:r></w:del><w:r><w:instrText>HYPERLINK "mailto:f@example.org"</w:instrText></w:r></w:p>';
  const rels =
    '<Relationships><Relationship Target="mailto:link@example.org"/><Relationship Target="styles.xml"/></Relationships>';
  const { text } = await unpackFile(
    openDocx,
    docxOf(body, {
      'word/footnotes.xml': paragraph('a footnote'),
      'word/header1.xml': paragraph('a header'),
      'word/comments.xml': `<w:comment w:author="Carl Comment">${paragraph('a remark')}</w:comment>`,
      'word/_rels/document.xml.rels': rels,
      'docProps/core.xml': '<p><dc:creator>Ada Author</dc:creator></p>',
      'docProps/app.xml': '<p><Company>Example SARL</Company><Pages>3</Pages></p>',
    }),
  );
  for (const said of [
    'was Bo',
    'f@example.org',
    'a footnote',
    'a header',
    'a remark',
    'link@example.org',
    'Ada Author',
    'Example SARL',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('styles.xml');
});

test('a text box is read once, though it is written twice', async () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('in a box')}</mc:Choice><mc:Fallback>${box('in a box')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(await textOf(body)).toBe('in a box\n');
});

test('pictures and embedded files are members', async () => {
  const found = await unpackFile(
    openDocx,
    docxOf('', { 'word/media/image1.png': 'png', 'word/embeddings/a.xlsx': 'zip' }),
  );
  expect(found.members.map(({ path }) => path)).toEqual(['word/media/image1.png', 'word/embeddings/a.xlsx']);
});

test('slides and their notes are read in order', async () => {
  const slide = (text: string): string => `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  const bytes = zipOf({
    'ppt/slides/slide10.xml': slide('ten'),
    'ppt/slides/slide2.xml': slide('two'),
    'ppt/notesSlides/n1.xml': slide('note'),
  });
  expect((await unpackFile(openPptx, bytes)).text).toBe('two\nten\nnote\n');
});

test('an OpenDocument text keeps its lines, tabs, comments, deleted text, headers and links', async () => {
  const content =
    '<office:document-content><office:automatic-styles>x</office:automatic-styles><office:body><office:text>\n  <text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>\n  <text:h>Titre</text:h><text:p>Ada<text:s text:c="2"/>Test<text:line-break/>1 rue X</text:p><text:p><text:a xlink:href="mailto:a@example.org">write</text:a><office:annotation><dc:creator>Carl</dc:creator><text:p>remark</text:p></office:annotation></text:p></office:text></office:body></office:document-content>';
  const found = await unpackFile(
    openOdt,
    zipOf({
      'content.xml': content,
      'styles.xml':
        '<d><office:styles>no</office:styles><style:header><text:p>Kopf</text:p></style:header></d>',
      'meta.xml': '<m><meta:initial-creator>Ada Author</meta:initial-creator></m>',
      'Pictures/1.png': 'png',
    }),
  );
  expect(found.text).toBe(
    'deleted\nTitre\nAda  Test\n1 rue X\na@example.org write\nCarl\nremark\nKopf\nAda Author\n',
  );
  expect(found.members.map(({ path }) => path)).toEqual(['Pictures/1.png']);
});

test('a damaged part is told and the others are read', async () => {
  const bytes = docxOf(paragraph('body'), {
    'word/header1.xml': paragraph('x'.repeat(5000)),
    'word/footer1.xml': paragraph('foot'),
  });
  const at = bytes.indexOf('word/header1.xml') + 'word/header1.xml'.length;
  bytes.fill(0xff, at, at + 6);
  const { text, skipped, error } = await unpackFile(openDocx, bytes);
  expect(text).toContain('body');
  expect(text).toContain('foot');
  expect(error).toBeNull();
  expect(skipped.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^word\/header1\.xml is damaged/u),
  ]);
});

test('locked parts are told', async () => {
  const bytes = zipOf({ 'word/document.xml': '<a/>', 'word/media/a.png': 'x' }, { isEncrypted: true });
  const { skipped, unread } = await unpackFile(openDocx, bytes);
  expect(skipped[0]?.reason).toContain('locked with a password');
  expect(unread[0]?.path).toBe('word/media/a.png');
});

test.each([
  ['xlsx', ['[Content_Types].xml', 'xl/workbook.xml'], null],
  ['xlsx', ['[Content_Types].xml', 'xl/workbook.bin'], null],
  ['docx', ['word/document.xml', '[Content_Types].xml'], null],
  ['pptx', ['[Content_Types].xml', 'ppt/presentation.xml'], null],
  ['ods', ['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odp', ['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.presentation'],
  ['odt', ['mimetype', 'content.xml'], null],
  [null, ['backup/word/document.xml', 'content.xml'], null],
  [null, ['mimetype', 'OEBPS/content.opf'], null],
])('%s is told by what the archive holds', (kind, names, mimetype) => {
  expect(officeKindOf(names, mimetype)).toBe(kind);
});
