/**
 * Tables as Oracle SQL Developer exports them: names in capitals, dates by to_date, one row a
 * statement, line ends as they are inside strings.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { usualLength } from './made-table.ts';
import { foreignKeys, primaryKeys, standardLiteral } from './sql-literal.ts';

const types = { integer: 'NUMBER(10,0)', decimal: 'NUMBER(10,2)', date: 'DATE', datetime: 'TIMESTAMP (6)' };

export function* oracleScript(tables: readonly MadeTable[], schema: string): Generator<string> {
  const owner = schema.toUpperCase();
  for (const { name, columns } of tables) {
    const lines = columns.map((column) => `"${column.name.toUpperCase()}" ${typeOf(column)}`);
    yield `${title(`DDL for Table ${name.toUpperCase()}`)}\n  CREATE TABLE "${owner}"."${name.toUpperCase()}" \n   (\t${lines.join(', \n\t')}\n   ) ;\n`;
  }
  for (const { name, columns, rows } of tables) {
    const table = `${owner}.${name.toUpperCase()}`;
    const names = columns.map((column) => column.name.toUpperCase()).join(',');
    yield `REM INSERTING into ${table}\nSET DEFINE OFF;\n`;
    for (const row of rows()) {
      const values = row.map((value, i) => literal(value, columns[i]!));
      yield `Insert into ${table} (${names}) values (${values.join(',')});\n`;
    }
  }
  for (const { table, column } of primaryKeys(tables)) {
    yield `${title(`Constraints for Table ${table.toUpperCase()}`)}\n  ALTER TABLE "${owner}"."${table.toUpperCase()}" ADD PRIMARY KEY ("${column.toUpperCase()}") ENABLE;\n`;
  }
  for (const { table, column, to } of foreignKeys(tables)) {
    yield `\n  ALTER TABLE "${owner}"."${table.toUpperCase()}" ADD FOREIGN KEY ("${column.toUpperCase()}")\n\t  REFERENCES "${owner}"."${to.table.toUpperCase()}" ("${to.column.toUpperCase()}") ENABLE;\n`;
  }
}

function title(text: string): string {
  const rule = '-'.repeat(56);
  return `${rule}\n--  ${text}\n${rule}\n`;
}

function typeOf({ type, length }: MadeColumn): string {
  return type === 'text' ? `VARCHAR2(${length ?? usualLength * 4} CHAR)` : types[type];
}

function literal(value: MadeValue, { type }: MadeColumn): string {
  const text = standardLiteral(value);
  if (value === null) return 'null';
  if (type === 'date') return `to_date(${text},'YYYY-MM-DD')`;
  return type === 'datetime' ? `to_timestamp(${text},'YYYY-MM-DD HH24:MI:SS')` : text;
}
