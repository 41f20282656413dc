/**
 * One table as delimited text: CSV with quotes (RFC 4180), TSV with backslashes, and a delimiter of
 * two signs with row ends of its own, in which nothing needs quotes because nothing holds the signs.
 */
import type { MadeTable, MadeValue } from './made-table.ts';

/** NULL is nothing, an empty text a pair of quotes. */
export function* csvText({ columns, rows }: MadeTable): Generator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\r\n`;
  for (const row of rows()) yield `${row.map(quotedWhereNeeded).join(',')}\r\n`;
}

function quotedWhereNeeded(value: MadeValue): string {
  if (value === null) return '';
  const text = String(value);
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As PostgreSQL's COPY and MySQL's SELECT INTO OUTFILE do. */
export function* tsvText({ columns, rows }: MadeTable): Generator<string> {
  yield `${columns.map(({ name }) => name).join('\t')}\n`;
  for (const row of rows()) yield `${row.map(withBackslashes).join('\t')}\n`;
}

function withBackslashes(value: MadeValue): string {
  if (value === null) return String.raw`\N`;
  return String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

const delimiter = '+|';
const rowEnd = '&|\n';

export function* delimitedText({ columns, rows }: MadeTable): Generator<string> {
  yield columns.map(({ name }) => name).join(delimiter) + rowEnd;
  for (const row of rows()) yield row.map((value) => value ?? '').join(delimiter) + rowEnd;
}
