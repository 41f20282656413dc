/**
 * Tables as db2look and a query tool write them for DB2: names in capitals and quotes, several rows
 * a statement, keys added after all rows.
 */
import type { MadeColumn, MadeTable } from './made-table.ts';
import { usualLength } from './made-table.ts';
import { foreignKeys, groupsOf, primaryKeys, standardLiteral } from './sql-literal.ts';

const types = { integer: 'INTEGER', decimal: 'DECIMAL(10,2)', date: 'DATE', datetime: 'TIMESTAMP' };
const rowsPerStatement = 50;

export function* db2Script(tables: readonly MadeTable[], database: string): Generator<string> {
  const schema = database.toUpperCase();
  const nameOf = (table: string) => `"${schema}"."${table.toUpperCase()}"`;
  yield `-- This CLP file was created using DB2LOOK Version "11.5"\n-- Database Name: ${schema}\n\nCONNECT TO ${schema};\n\nSET CURRENT SCHEMA = "${schema}";\n`;
  for (const { name, columns } of tables) {
    const lines = columns.map((column) => `\t\t  "${column.name.toUpperCase()}" ${typeOf(column)}`);
    yield `\n------------------------------------------------\n-- DDL Statements for Table ${nameOf(name)}\n------------------------------------------------\n\nCREATE TABLE ${nameOf(name)}  (\n${lines.join(' , \n')} )   \n\t\t IN "USERSPACE1"  ; \n`;
  }
  for (const { name, columns, rows } of tables) {
    const names = columns.map((column) => `"${column.name.toUpperCase()}"`).join(', ');
    for (const group of groupsOf(rows(), rowsPerStatement)) {
      const tuples = group.map((row) => `(${row.map(standardLiteral).join(', ')})`);
      yield `INSERT INTO ${nameOf(name)} (${names}) VALUES\n${tuples.join(',\n')};\n`;
    }
  }
  for (const { table, column } of primaryKeys(tables)) {
    yield `\nALTER TABLE ${nameOf(table)} \n\tADD PRIMARY KEY\n\t\t("${column.toUpperCase()}");\n`;
  }
  for (const { table, column, to } of foreignKeys(tables)) {
    yield `\nALTER TABLE ${nameOf(table)} \n\tADD FOREIGN KEY\n\t\t("${column.toUpperCase()}")\n\tREFERENCES ${nameOf(to.table)}\n\t\t("${to.column.toUpperCase()}");\n`;
  }
  yield '\nCOMMIT WORK;\n\nCONNECT RESET;\n\nTERMINATE;\n';
}

function typeOf({ type, length, isKey }: MadeColumn): string {
  const name = type === 'text' ? `VARCHAR(${length ?? usualLength * 4})` : types[type];
  return isKey ? `${name} NOT NULL` : name;
}
