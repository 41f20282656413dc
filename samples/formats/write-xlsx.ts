/**
 * Tables as an Excel workbook: a sheet each with a heading row, texts shared, dates as day numbers
 * with a format that shows them as dates. Whole sheets are held in memory.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { xmlEscape } from './xml-escape.ts';
import { type ZipPart, zipFile } from './zip-file.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function xlsxFile(tables: readonly MadeTable[]): Iterable<Uint8Array> {
  return zipFile(partsOf(tables));
}

function* partsOf(tables: readonly MadeTable[]): Generator<ZipPart> {
  const numbers = tables.map((_, i) => i + 1);
  const shared = createSharedTexts();
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/>${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${office}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${office}.sharedStrings+xml"/></Types>`,
  );
  yield part('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${tables.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...numbers.map((n): [string, string] => ['worksheet', `worksheets/sheet${n}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  yield part('xl/styles.xml', styles);
  for (const [i, table] of tables.entries()) {
    yield part(`xl/worksheets/sheet${i + 1}.xml`, sheetOf(table, shared));
  }
  yield part('xl/sharedStrings.xml', shared.xml());
}

function part(name: string, xml: string): ZipPart {
  return { name, content: declaration + xml };
}

function relationships(targets: [type: string, target: string][]): string {
  const list = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

/** Style 1 shows a day number as a date, style 2 as date and time: 14 and 22 of the formats that no workbook defines. */
const styles = `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;

interface SharedTexts {
  indexOf(text: string): number;
  xml(): string;
}

function createSharedTexts(): SharedTexts {
  const indexes = new Map<string, number>();
  return {
    indexOf(text) {
      let index = indexes.get(text);
      if (index === undefined) indexes.set(text, (index = indexes.size));
      return index;
    },
    xml() {
      const items = [...indexes.keys()].map(
        (text) => `<si><t xml:space="preserve">${xmlEscape(text)}</t></si>`,
      );
      return `<sst xmlns="${main}" uniqueCount="${indexes.size}">${items.join('')}</sst>`;
    },
  };
}

function sheetOf({ columns, rows }: MadeTable, shared: SharedTexts): string {
  const lines = [columns.map(({ name }, i) => textCell(i, 1, shared.indexOf(name)))];
  for (const row of rows()) {
    lines.push(row.map((value, i) => cellOf(value, columns[i]!, i, lines.length + 1, shared)));
  }
  const written = lines.map((cells, i) => `<row r="${i + 1}">${cells.join('')}</row>`);
  return `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellOf(
  value: MadeValue,
  { type }: MadeColumn,
  column: number,
  row: number,
  shared: SharedTexts,
): string {
  if (value === null || value === '') return '';
  const place = placeOf(column, row);
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (type === 'date') return `<c r="${place}" s="1"><v>${dayNumber(value)}</v></c>`;
  if (type === 'datetime') return `<c r="${place}" s="2"><v>${dayNumber(value)}</v></c>`;
  return textCell(column, row, shared.indexOf(value));
}

function textCell(column: number, row: number, index: number): string {
  return `<c r="${placeOf(column, row)}" t="s"><v>${index}</v></c>`;
}

/** `B7`; tables have fewer columns than there are letters. */
function placeOf(column: number, row: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

const firstDay = Date.UTC(1899, 11, 30);

function dayNumber(date: string): number {
  return (Date.parse(`${date.slice(0, 10)}T${date.slice(11) || '00:00:00'}Z`) - firstDay) / 86_400_000;
}
