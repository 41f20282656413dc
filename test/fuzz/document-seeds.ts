/*
 * Small documents and pictures, in every format they come in. All people in them are made up.
 */
import { zipFile } from '../../samples/formats/zip-file.ts';
import { odsHead, odsTail, rowOf, workbookOf, zipOf } from '../../src/read/office/office-file.fixture.ts';
import { blank, writeBmp, writePng, writeTiff } from '../../src/read/ocr/picture-file.fixture.ts';
import {
  firstExtra,
  lockedPdf,
  picturePdf,
  streamObject,
  textPdf,
} from '../../src/read/pdf/pdf-file.fixture.ts';
import { type Seed, type Seeds, seedsOf } from './seed.ts';

const lines = [
  'Madame Ada Birchmere',
  '1 rue des Lilas',
  '75001 Paris',
  'ada@example.org',
  'née le 29/02/1980',
];

export function documentSeeds(): Seeds {
  const picture = blank(40, 30, (x, y) => ((x * y) % 7 === 0 ? 0 : 255));
  return {
    'xlsx part': parts(workbookOf, 'xl/worksheets/sheet1.xml', sheet, {
      'xl/sharedStrings.xml':
        '<sst><si><t>ada@example.org</t></si><si><r><t>Ada</t></r><r><t> B</t></r></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    }),
    'ods part': odfParts('application/vnd.oasis.opendocument.spreadsheet', `${odsHead}${odsTable}${odsTail}`),
    'docx part': [
      {
        bytes: Buffer.from(docxBody),
        wrap: (damaged) => zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': damaged }),
      },
      ...seedsOf(
        zipOf({
          '[Content_Types].xml': '<Types/>',
          'word/document.xml': docxBody,
          'word/media/a.png': writePng(picture),
        }),
      ),
    ],
    pptx: seedsOf(
      zipOf({
        '[Content_Types].xml': '<Types/>',
        'ppt/presentation.xml': '<p:presentation/>',
        'ppt/slides/slide1.xml': `<p:sld>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</p:sld>`,
      }),
    ),
    'odt part': odfParts('application/vnd.oasis.opendocument.text', odtBody),
    rtf: seedsOf(rtf),
    html: seedsOf(html),
    pdf: seedsOf(
      textPdf([lines, lines]),
      textPdf([lines], {
        catalogue: `/Names<</EmbeddedFiles<</Names[(a.csv) ${firstExtra} 0 R]>>>>/AcroForm<</Fields[]>>`,
        extra: [
          `<</Type/Filespec/F(a.csv)/EF<</F ${firstExtra + 1} 0 R>>>>`,
          streamObject('/Type/EmbeddedFile', 'id,mail\n1,a@example.org\n2,b@example.org\n'),
        ],
      }),
      picturePdf([picture]),
      lockedPdf(lines, 'secret'),
    ),
    image: seedsOf(writePng(picture), writeTiff([picture, picture]), writeBmp(picture), gif, jpeg),
  };
}

/** Each part in turn is damaged, in an archive that is whole. */
function parts(
  book: typeof workbookOf,
  name: string,
  content: string,
  others: Record<string, string>,
): Seed[] {
  const rebuilt = (part: string, damaged: Uint8Array) =>
    book({ People: content }, { ...others, [part]: damaged });
  return Object.entries({
    [name]: `<worksheet><sheetData>${content}</sheetData></worksheet>`,
    ...others,
  }).map(([part, text]) => ({ bytes: Buffer.from(text), wrap: (damaged) => rebuilt(part, damaged) }));
}

function odfParts(mediaType: string, content: string): Seed[] {
  const built = (text: string) =>
    Buffer.concat([
      ...zipFile([
        { name: 'mimetype', content: mediaType, isStored: true },
        { name: 'content.xml', content: text },
      ]),
    ]);
  return [
    { bytes: Buffer.from(content), wrap: (damaged) => built(damaged.toString()) },
    ...seedsOf(built(content)),
  ];
}

const sheet =
  rowOf('id', 'mail', 'name', 'born') +
  Array.from({ length: 12 }, (_, i) =>
    rowOf(String(i), `p${i}@example.org`, `Bea Coldwick ${i}`, '29280').replace(
      '<c><v>29280',
      '<c s="1" r="D2"><v>29280',
    ),
  ).join('') +
  '<row r="20"><c r="A20" t="s"><v>0</v></c><c r="XFD20" t="s"><v>1</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>';

const odsCell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
const odsTable = `<table:table table:name="People">${['mail', ...lines]
  .map(
    (line) =>
      `<table:table-row>${odsCell(line)}<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="7"/>${odsCell('x')}</table:table-row>`,
  )
  .join(
    '',
  )}<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="1020"/></table:table-row></table:table>`;

const docxBody = `<w:document><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')}<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ada</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del><w:r><w:delText>b@example.org</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;

const odtBody = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="x"><office:body><office:text>${lines.map((line) => `<text:p>${line}<text:s text:c="3"/><text:line-break/>x</text:p>`).join('')}</office:text></office:body></office:document-content>`;

const rtf = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\*\generator Word;}{\info{\author Ada Author}}\pard Fran\'e7ois \u233?t\u233\'e9\par 1 rue X\line 75001 Paris\par {\f1 \'cf\'f0}\par {\field{\*\fldinst HYPERLINK "mailto:f@example.org"}{\fldrslt write}}\par a\cell b\cell\row {\pict\pngblip\bin3 }}}}{\pict\pngblip 89 50 4E47}{\object{\*\objdata 0105}}\~end\{\}`;

const html = `<!DOCTYPE html><html><head><title>People</title><meta charset="utf-8"><style>p{}</style></head><body><!-- was old@example.org --><p>${lines.join('<br>')}</p><table><tr><th>mail<th>name</tr>${lines.map((line) => `<tr><td>${line}</td><td><a href="mailto:x@example.org">&eacute;&#233;&#xe9;&bogus;</a></tr>`).join('')}</table><img src="data:image/png;base64,iVBORw0KGgo="><script>if (a < b) "</p>"</script><textarea>t@example.org</textarea></body></html>`;

/** One dot each. */
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300', 'hex'),
  Buffer.alloc(64, 1),
  Buffer.from(
    'ffc0000b080001000101011100ffc40014000100000000000000000000000000000000ffda00080101000000003fd0ffd9',
    'hex',
  ),
]);
