/**
 * Tables as an OpenDocument spreadsheet: a sheet each with a heading row, dates as dates, a paragraph
 * for each line of a text. Held whole in memory.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { xmlEscape } from './xml-escape.ts';
import { zipFile } from './zip-file.ts';

const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

export function odsFile(tables: readonly MadeTable[]): Iterable<Uint8Array> {
  return zipFile([
    { name: 'mimetype', content: mimetype, isStored: true },
    {
      name: 'META-INF/manifest.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="${oasis}:office:1.0" xmlns:table="${oasis}:table:1.0" xmlns:text="${oasis}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>${tables.map(sheetOf).join('')}</office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

function sheetOf({ name, columns, rows }: MadeTable): string {
  const lines = [columns.map((column) => textCell(column.name)).join('')];
  for (const row of rows()) lines.push(row.map((value, i) => cellOf(value, columns[i]!)).join(''));
  const written = lines.map((cells) => `<table:table-row>${cells}</table:table-row>`);
  return `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${columns.length}"/>${written.join('')}</table:table>`;
}

function cellOf(value: MadeValue, { type }: MadeColumn): string {
  if (value === null || value === '') return '<table:table-cell/>';
  if (typeof value === 'number') {
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  }
  if (type === 'text') return textCell(value);
  const date = value.replace(' ', 'T');
  return `<table:table-cell office:value-type="date" office:date-value="${date}"><text:p>${value}</text:p></table:table-cell>`;
}

function textCell(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<text:p>${withBlanks(line)}</text:p>`);
  return `<table:table-cell office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** Blanks at the edges and several in a row have elements of their own. */
function withBlanks(line: string): string {
  return xmlEscape(line)
    .replaceAll('&#9;', '<text:tab/>')
    .replaceAll(/^ +| +$| {2,}/g, (blanks) => `<text:s text:c="${blanks.length}"/>`);
}
