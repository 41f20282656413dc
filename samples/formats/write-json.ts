/**
 * Tables as JSON: a document a line, one document of all tables, and what mongoexport writes, where a
 * document has only the fields that its row fills.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { objectId } from './object-id.ts';

export function* ndjsonText({ columns, rows }: MadeTable): Generator<string> {
  for (const row of rows()) yield `${JSON.stringify(recordOf(columns, row))}\n`;
}

/** `{"customers": [ … ], "orders": [ … ]}`, indented. */
export function* jsonText(tables: readonly MadeTable[]): Generator<string> {
  yield '{';
  for (const [i, { name, columns, rows }] of tables.entries()) {
    yield `${i > 0 ? ',' : ''}\n  ${JSON.stringify(name)}: [`;
    let separator = '\n';
    for (const row of rows()) {
      const text = JSON.stringify(recordOf(columns, row), null, 2).replaceAll(/^/gm, '    ');
      yield separator + text;
      separator = ',\n';
    }
    yield '\n  ]';
  }
  yield '\n}\n';
}

function recordOf(columns: readonly MadeColumn[], row: readonly MadeValue[]): Record<string, MadeValue> {
  return Object.fromEntries(columns.map(({ name }, i) => [name, row[i]!]));
}

/** Extended JSON, a document a line; the key is `_id`, of a table without one an ObjectId. */
export function* mongoExport({ columns, rows }: MadeTable): Generator<string> {
  const hasKey = columns.some(({ isKey }) => isKey);
  let number = 0;
  for (const row of rows()) {
    const fields = hasKey ? [] : [`"_id":{"$oid":"${objectId(number++)}"}`];
    for (const [i, value] of row.entries()) {
      const column = columns[i]!;
      if (value === null) continue;
      fields.push(`"${column.isKey ? '_id' : column.name}":${extended(value, column)}`);
    }
    yield `{${fields.join(',')}}\n`;
  }
}

function extended(value: Exclude<MadeValue, null>, { type }: MadeColumn): string {
  if (type === 'date') return `{"$date":"${value}T00:00:00Z"}`;
  if (type === 'datetime') return `{"$date":"${String(value).replace(' ', 'T')}Z"}`;
  return JSON.stringify(value);
}
