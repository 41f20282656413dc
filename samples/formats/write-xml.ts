/**
 * Tables as `mysqldump --xml` writes them.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { xmlEscape } from './xml-escape.ts';

export function* xmlDump(tables: readonly MadeTable[], database: string): Generator<string> {
  yield `<?xml version="1.0"?>\n<mysqldump xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n<database name="${database}">\n`;
  for (const { name, columns, rows } of tables) {
    yield `\t<table_data name="${name}">\n`;
    for (const row of rows()) {
      yield `\t<row>\n${row.map((value, i) => field(columns[i]!, value)).join('')}\t</row>\n`;
    }
    yield '\t</table_data>\n';
  }
  yield '</database>\n</mysqldump>\n';
}

function field({ name }: MadeColumn, value: MadeValue): string {
  if (value === null) return `\t\t<field name="${name}" xsi:nil="true" />\n`;
  return `\t\t<field name="${name}">${xmlEscape(String(value))}</field>\n`;
}
