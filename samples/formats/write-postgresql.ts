/**
 * Tables as pg_dump writes them in plain text: rows as COPY, or with --inserts one statement each.
 */
import type { MadeColumn, MadeTable, MadeValue } from './made-table.ts';
import { foreignKeys, primaryKeys, standardLiteral } from './sql-literal.ts';

const types = {
  integer: 'integer',
  decimal: 'numeric(10,2)',
  date: 'date',
  datetime: 'timestamp without time zone',
};

export function* postgresqlDump(tables: readonly MadeTable[], rowsAs: 'copy' | 'inserts'): Generator<string> {
  yield `--
-- PostgreSQL database dump
--

-- Dumped from database version 14.6
-- Dumped by pg_dump version 14.6

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
`;
  for (const { name, columns } of tables) {
    const lines = columns.map((column) => `    ${column.name} ${typeOf(column)}`);
    yield `\nCREATE TABLE public.${name} (\n${lines.join(',\n')}\n);\n\nALTER TABLE public.${name} OWNER TO shop;\n`;
  }
  for (const table of tables) yield* rowsAs === 'copy' ? copyOf(table) : insertsOf(table);
  for (const { table, column } of primaryKeys(tables)) {
    yield `\nALTER TABLE ONLY public.${table}\n    ADD CONSTRAINT ${table}_pkey PRIMARY KEY (${column});\n`;
  }
  for (const { table, column, to } of foreignKeys(tables)) {
    yield `\nALTER TABLE ONLY public.${table}\n    ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}) REFERENCES public.${to.table}(${to.column});\n`;
  }
  yield '\n--\n-- PostgreSQL database dump complete\n--\n\n';
}

function typeOf({ type, length, isKey }: MadeColumn): string {
  const name =
    type === 'text' ? (length === undefined ? 'text' : `character varying(${length})`) : types[type];
  return isKey ? `${name} NOT NULL` : name;
}

function* copyOf({ name, columns, rows }: MadeTable): Generator<string> {
  yield `\nCOPY public.${name} (${columns.map((column) => column.name).join(', ')}) FROM stdin;\n`;
  for (const row of rows()) yield `${row.map(copied).join('\t')}\n`;
  yield '\\.\n\n';
}

function copied(value: MadeValue): string {
  if (value === null) return String.raw`\N`;
  return String(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', String.raw`\t`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`);
}

function* insertsOf({ name, rows }: MadeTable): Generator<string> {
  yield '\n';
  for (const row of rows())
    yield `INSERT INTO public.${name} VALUES (${row.map(standardLiteral).join(', ')});\n`;
}
