/**
 * CREATE TABLE as SQLite keeps it, for its dumps and its database files.
 */
import type { MadeColumn, MadeTable } from './made-table.ts';

const types = { integer: 'INTEGER', decimal: 'REAL', text: 'TEXT', date: 'TEXT', datetime: 'TEXT' };

export function sqliteTable({ name, columns }: MadeTable): string {
  return `CREATE TABLE ${name} (${columns.map(definitionOf).join(', ')})`;
}

function definitionOf({ name, type, isKey, pointsTo }: MadeColumn): string {
  const key = isKey ? ' PRIMARY KEY' : '';
  return `${name} ${types[type]}${key}${pointsTo ? ` REFERENCES ${pointsTo.table}(${pointsTo.column})` : ''}`;
}
