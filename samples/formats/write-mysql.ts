/**
 * Tables as mysqldump 5.7 writes them: backticks, backslash escapes, many rows a statement.
 */
import { escapeSql } from '../sql-text.ts';
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { groupsOf } from './sql-literal.ts';

const types = { integer: 'int(11)', decimal: 'decimal(10,2)', date: 'date', datetime: 'datetime' };
const rowsPerStatement = 200;

export function* mysqlDump(tables: readonly MadeTable[], database: string): Generator<string> {
  yield `-- MySQL dump 10.13  Distrib 5.7.33, for Linux (x86_64)
--
-- Host: localhost    Database: ${database}
-- ------------------------------------------------------
-- Server version\t5.7.33

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
`;
  for (const table of tables) {
    yield `\nDROP TABLE IF EXISTS \`${table.name}\`;\n${createTable(table)}\nLOCK TABLES \`${table.name}\` WRITE;\n`;
    for (const rows of groupsOf(table.rows(), rowsPerStatement)) {
      const tuples = rows.map((row) => `(${row.map(literal).join(',')})`);
      yield `INSERT INTO \`${table.name}\` VALUES ${tuples.join(',')};\n`;
    }
    yield 'UNLOCK TABLES;\n';
  }
  yield '\n/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;\n\n-- Dump completed on 2023-02-02  3:12:45\n';
}

function literal(value: MadeValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${escapeSql(value)}'`;
}

function createTable({ name, columns }: MadeTable): string {
  const lines = columns.map((column) => `  \`${column.name}\` ${typeOf(column)}`);
  for (const column of columns) {
    if (column.isKey) lines.push(`  PRIMARY KEY (\`${column.name}\`)`);
  }
  for (const { name: column, pointsTo } of columns) {
    if (!pointsTo) continue;
    lines.push(
      `  KEY \`${column}\` (\`${column}\`)`,
      `  CONSTRAINT \`${name}_${column}\` FOREIGN KEY (\`${column}\`) REFERENCES \`${pointsTo.table}\` (\`${pointsTo.column}\`)`,
    );
  }
  return `CREATE TABLE \`${name}\` (\n${lines.join(',\n')}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n`;
}

function typeOf({ type, length, isKey }: MadeColumn): string {
  const name = type === 'text' ? (length === undefined ? 'text' : `varchar(${length})`) : types[type];
  return isKey
    ? `${name} NOT NULL AUTO_INCREMENT`
    : `${name} DEFAULT NULL`.replace(/^text DEFAULT NULL$/, 'text');
}
