// The shape of a table as CREATE TABLE and ALTER TABLE state it: columns, types and keys.
// In: the text of one statement. Out: a schema, or what an ALTER TABLE adds to one.

import { type Token, tokenizeDefinition } from './definition-tokens.ts';
import { type Dialect, mysqlDialect, tableName } from './dialect.ts';
import { scopeOf } from './lexer.ts';
import type { TableSchema } from '../table-schema.ts';
import { maxColumns } from './tuple-scanner.ts';

/** Splits at the commas outside parentheses, from `from` to the parenthesis that closes the list. */
function splitList(tokens: Token[], from: number): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(from)) {
    if (token.kind === 'sign') {
      if (token.text === '(') depth++;
      if (token.text === ')' && --depth < 0) break;
      if (token.text === ',' && depth === 0) {
        parts.push([]);
        continue;
      }
    }
    parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function isWord(token: Token | undefined, ...words: string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}

/** A possibly qualified name at `from`, and the index after it. */
function qualifiedName(
  tokens: Token[],
  from: number,
  dialect: Dialect,
): { name: string; next: number; scope: string } {
  const parts = [tokens[from]?.text ?? ''];
  let next = from;
  while (isSign(tokens[next + 1], '.') && tokens[next + 2]) {
    next += 2;
    parts.push(tokens[next]!.text);
  }
  return { name: tableName(parts, dialect), next: next + 1, scope: scopeOf(parts) };
}

/** Names inside the parentheses that open at or after `from`: key columns, without prefix lengths or order. */
function namesInParentheses(tokens: Token[], from: number): string[] {
  const open = tokens.findIndex((token, i) => i >= from && isSign(token, '('));
  if (open < 0) return [];
  return splitList(tokens, open + 1).map((part) => part[0]!.text);
}

/**
 * The schema of a CREATE TABLE statement; null where it has no column list (LIKE, AS SELECT), or an absurd one.
 * `schemaOf` knows the tables that it inherits columns from.
 */
export function parseCreateTable(
  text: string,
  dialect = mysqlDialect,
  schemaOf: (table: string) => TableSchema | undefined = () => undefined,
): TableSchema | null {
  const tokens = tokenizeDefinition(text, dialect.escapes);
  const table = tokens.findIndex((token) => isWord(token, 'TABLE'));
  let at = table + 1;
  while (isWord(tokens[at], 'IF', 'NOT', 'EXISTS')) at++;
  const { name, next, scope } = qualifiedName(tokens, at, dialect);
  if (name === '' || !isSign(tokens[next], '(') || isWord(tokens[next + 1], 'LIKE', 'SELECT', 'WITH'))
    return null;
  const schema: TableSchema = { name, columns: [], primaryKey: [], unique: [], foreignKeys: [] };
  if (scope !== '') schema.scope = scope;
  for (const part of splitList(tokens, next + 1)) addDefinition(schema, part, dialect);
  if (dialect.name === 'postgresql') inheritColumns(schema, tokens, dialect, schemaOf);
  return schema.columns.length > 0 && schema.columns.length <= maxColumns ? schema : null;
}

/**
 * The schema that `schemaOf` finds, with the keys that `ALTER TABLE … ADD …` adds; null where it adds
 * none (then nobody is asked) or where no schema is known.
 */
export function parseAlterTable(
  text: string,
  schemaOf: (table: string) => TableSchema | undefined,
  dialect = mysqlDialect,
): TableSchema | null {
  const tokens = tokenizeDefinition(text, dialect.escapes);
  const table = tokens.findIndex((token) => isWord(token, 'TABLE'));
  let at = table + 1;
  while (isWord(tokens[at], 'ONLY', 'IF', 'EXISTS')) at++;
  const { name, next } = qualifiedName(tokens, at, dialect);
  // WITH CHECK ADD CONSTRAINT …, of SQL Server
  const begin =
    isWord(tokens[next], 'WITH') && isWord(tokens[next + 1], 'CHECK', 'NOCHECK') ? next + 2 : next;
  const additions = splitList(tokens, begin)
    .filter((part) => isWord(part[0], 'ADD') && part.length > 1)
    .flatMap((part) => (isSign(part[1], '(') ? splitList(part, 2) : [part.slice(1)]));
  const known = additions.length > 0 ? schemaOf(name) : undefined;
  if (!known) return null;
  const schema = structuredClone(known);
  const added = additions.filter((part) => addKey(schema, part, dialect));
  return added.length > 0 ? schema : null;
}

/** INHERITS (parent, …): their columns come first, and what the table says of one of them adds nothing. */
function inheritColumns(
  schema: TableSchema,
  tokens: Token[],
  dialect: Dialect,
  schemaOf: (table: string) => TableSchema | undefined,
): void {
  const at = tokens.findIndex((token, i) => isWord(token, 'INHERITS') && isSign(tokens[i + 1], '('));
  if (at < 0) return;
  const parents = splitList(tokens, at + 2).map((part) => schemaOf(qualifiedName(part, 0, dialect).name));
  const columns = [...parents.flatMap((parent) => parent?.columns ?? []), ...schema.columns];
  schema.columns = [
    ...new Map(columns.toReversed().map((column) => [column.name, column])).values(),
  ].toReversed();
}

function addDefinition(schema: TableSchema, part: Token[], dialect: Dialect): void {
  if (part[0]!.kind === 'word' && addKey(schema, part, dialect)) return;
  const name = part[0]!.text;
  schema.columns.push({ name, type: typeOf(part) });
  const has = (...words: string[]) =>
    part.some((_, i) => words.every((word, j) => isWord(part[i + j], word)));
  if (has('PRIMARY', 'KEY')) schema.primaryKey.push(name);
  if (has('UNIQUE')) schema.unique.push(name);
  if (has('NOT', 'NULL')) (schema.required ??= []).push(name);
  addReference(schema, part, [name], dialect);
}

/** The word after the name, with its own parentheses: `varchar(255)`, `enum('a','b')`; `text[]` of PostgreSQL. */
function typeOf(part: Token[]): string {
  let from = 1;
  if (part[1]?.kind !== 'word' && part[1]?.kind !== 'name') return '';
  // public.citext
  while (isSign(part[from + 1], '.') && part[from + 2]) from += 2;
  const isVarying = isWord(part[from], 'CHARACTER') && isWord(part[from + 1], 'VARYING');
  const at = isVarying ? from + 1 : from;
  const close = isSign(part[at + 1], '(') ? part.findIndex((token, i) => i > at && isSign(token, ')')) : at;
  const last = close < 0 ? part.length - 1 : close;
  const isArray = part[last + 1]?.kind === 'name' && part[last + 1]!.text === '';
  const written = part
    .slice(isVarying ? at + 1 : from, last + 1)
    .map((token) => (token.kind === 'string' ? `'${token.text}'` : token.text))
    .join('');
  return `${isVarying ? 'varchar' : ''}${written}${isArray ? '[]' : ''}`.toLowerCase();
}

/** Takes a key definition into the schema; false where the part defines a column. */
function addKey(schema: TableSchema, part: Token[], dialect: Dialect): boolean {
  let at = 0;
  if (isWord(part[at], 'CONSTRAINT'))
    at += isWord(part[at + 1], 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK') ? 1 : 2;
  const word = part[at];
  if (isWord(word, 'PRIMARY')) {
    schema.primaryKey = namesInParentheses(part, at);
  } else if (isWord(word, 'UNIQUE')) {
    const names = namesInParentheses(part, at);
    if (names.length === 1) schema.unique.push(names[0]!);
  } else if (isWord(word, 'FOREIGN')) {
    addReference(schema, part, namesInParentheses(part, at), dialect);
  } else {
    return (
      isWord(word, 'KEY', 'INDEX', 'FULLTEXT', 'SPATIAL', 'CHECK', 'PERIOD', 'EXCLUDE') &&
      isKeyShape(part, at)
    );
  }
  return true;
}

/** `REFERENCES table (columns)`. */
function addReference(schema: TableSchema, part: Token[], columns: string[], dialect: Dialect): void {
  const references = part.findIndex((token) => isWord(token, 'REFERENCES'));
  if (references < 0 || columns.length === 0) return;
  const { name: table, next } = qualifiedName(part, references + 1, dialect);
  if (table === '') return;
  const toColumns = isSign(part[next], '(') ? namesInParentheses(part, next) : [];
  if (columns.length === 1)
    schema.foreignKeys.push({ column: columns[0]!, table, toColumn: toColumns[0] ?? '' });
  else (schema.compositeKeys ??= []).push({ columns, table, toColumns });
}

/** `KEY name (…)`, as against a column that happens to be called `key` or `index`. */
function isKeyShape(part: Token[], at: number): boolean {
  const next = part.slice(at + 1, at + 5);
  const open = next.findIndex((token) => isSign(token, '('));
  if (open < 0) return false;
  const inside = part[at + 1 + open + 1];
  const isArgument = inside?.kind === 'string' || /^\d+$/u.test(inside?.text ?? '');
  const isType = open === 1 && next[0]?.kind === 'word' && isArgument;
  return !isType;
}
