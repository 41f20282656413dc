/**
 * Tables as SQL Server's Management Studio scripts them: UTF-16 with a byte order mark, names in
 * brackets, strings as N'…', a GO after every hundred rows.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { foreignKeys, groupsOf, standardLiteral } from './sql-literal.ts';

const types = {
  integer: '[int]',
  decimal: '[decimal](10, 2)',
  date: '[date]',
  datetime: '[datetime2](0)',
};
const rowsPerBatch = 100;

export function* sqlServerScript(tables: readonly MadeTable[], database: string): Generator<Uint8Array> {
  yield Uint8Array.of(0xff, 0xfe);
  for (const text of script(tables, database)) yield Buffer.from(text, 'utf16le');
}

function* script(tables: readonly MadeTable[], database: string): Generator<string> {
  yield lines(`USE [${database}]`, 'GO');
  for (const table of tables) yield createTable(table);
  for (const table of tables) {
    const columns = table.columns.map(({ name }) => `[${name}]`).join(', ');
    const hasKey = table.columns.some(({ isKey }) => isKey);
    if (hasKey) yield lines(`SET IDENTITY_INSERT [dbo].[${table.name}] ON `);
    for (const rows of groupsOf(table.rows(), rowsPerBatch)) {
      const inserts = rows.map((row) => {
        const values = row.map((value, i) => literal(value, table.columns[i]!));
        return `INSERT [dbo].[${table.name}] (${columns}) VALUES (${values.join(', ')})`;
      });
      yield lines(...inserts, 'GO');
    }
    if (hasKey) yield lines(`SET IDENTITY_INSERT [dbo].[${table.name}] OFF`, 'GO');
  }
  for (const { table, column, to } of foreignKeys(tables)) {
    yield lines(
      `ALTER TABLE [dbo].[${table}]  WITH CHECK ADD  CONSTRAINT [FK_${table}_${column}] FOREIGN KEY([${column}])`,
      `REFERENCES [dbo].[${to.table}] ([${to.column}])`,
      'GO',
    );
  }
}

function lines(...texts: string[]): string {
  return texts.map((text) => `${text}\r\n`).join('');
}

function createTable({ name, columns }: MadeTable): string {
  const parts = columns.map((column) => `\t[${column.name}] ${typeOf(column)},`);
  const key = columns.find(({ isKey }) => isKey);
  return lines(
    `/****** Object:  Table [dbo].[${name}]    Script Date: 02/02/2023 03:12:45 ******/`,
    'SET ANSI_NULLS ON',
    'GO',
    'SET QUOTED_IDENTIFIER ON',
    'GO',
    `CREATE TABLE [dbo].[${name}](`,
    ...(key ? parts : [...parts.slice(0, -1), parts.at(-1)!.slice(0, -1)]),
    ...(key
      ? [` CONSTRAINT [PK_${name}] PRIMARY KEY CLUSTERED `, '(', `\t[${key.name}] ASC`, ') ON [PRIMARY]']
      : []),
    ') ON [PRIMARY]',
    'GO',
  );
}

function typeOf({ type, length, isKey }: MadeColumn): string {
  const name = type === 'text' ? `[nvarchar](${length ?? 'max'})` : types[type];
  return isKey ? `${name} IDENTITY(1,1) NOT NULL` : `${name} NULL`;
}

function literal(value: MadeValue, { type }: MadeColumn): string {
  if (value === null) return 'NULL';
  if (type === 'decimal') return `CAST(${value} AS Decimal(10, 2))`;
  if (typeof value === 'number') return String(value);
  const text = `N${standardLiteral(value)}`;
  if (type === 'date') return `CAST(${text} AS Date)`;
  return type === 'datetime' ? `CAST(${text} AS DateTime2)` : text;
}
