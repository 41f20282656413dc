/**
 * Tables as SQLite: what its shell prints for `.dump`, and a database file of its own making.
 */
import { rmSync } from 'node:fs';
import type { MadeTable, MadeValue } from './made-table.ts';
import { sqliteTable } from './sqlite-schema.ts';
import { standardLiteral } from './sql-literal.ts';

export function* sqliteDump(tables: readonly MadeTable[]): Generator<string> {
  yield 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n';
  for (const table of tables) {
    yield `${sqliteTable(table)};\n`;
    for (const row of table.rows()) yield `INSERT INTO ${table.name} VALUES(${row.map(dumped).join(',')});\n`;
  }
  yield 'COMMIT;\n';
}

/** The shell keeps line ends out of strings, so that each row stays on its line. */
function dumped(value: MadeValue): string {
  const literal = standardLiteral(value);
  if (typeof value !== 'string' || !/[\r\n]/.test(value)) return literal;
  const inner = literal.replaceAll('\n', String.raw`\n`).replaceAll('\r', String.raw`\r`);
  const lines = value.includes('\n') ? String.raw`replace(${inner},'\n',char(10))` : inner;
  return value.includes('\r') ? String.raw`replace(${lines},'\r',char(13))` : lines;
}

/** Writes a whole database file at `path`, in the place of whatever is there. */
export async function writeSqliteFile(path: string, tables: readonly MadeTable[]): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  rmSync(path, { force: true });
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  try {
    for (const table of tables) {
      database.exec(sqliteTable(table));
      database.exec('BEGIN');
      const insert = database.prepare(
        `INSERT INTO ${table.name} VALUES (${table.columns.map(() => '?').join(',')})`,
      );
      for (const row of table.rows()) insert.run(...row);
      database.exec('COMMIT');
    }
  } finally {
    database.close();
  }
}
