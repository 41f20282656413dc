// The shape of a table as CREATE TABLE and ALTER TABLE state it: columns, types and keys.
// In: the text of one statement. Out: a schema, or what an ALTER TABLE adds to one.

export interface ForeignKey {
  column: string;
  table: string;
  toColumn: string;
}

export interface TableSchema {
  name: string;
  columns: { name: string; type: string }[];
  primaryKey: string[];
  /** Columns that are unique alone. */
  unique: string[];
  foreignKeys: ForeignKey[];
}

interface Token {
  text: string;
  kind: 'word' | 'name' | 'string' | 'sign';
}

/** Longest name, string and comment taken as one; bounds what a hostile statement can cost. */
const tokenPattern =
  /\s+|--[^\n]*|#[^\n]*|\/\*M?!\d*|\*\/|\/\*[^!][\s\S]{0,65535}?\*\/|`((?:[^`]|``){0,256})`|"((?:[^"]|""){0,256})"|'((?:[^'\\]|''|\\[\s\S]){0,4096})'|\[([^\]]{0,256})\]|([\p{L}\p{N}_$]+)|([\s\S])/gu;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const [, tick, double, single, bracket, word, sign] = match;
    const name = tick?.replaceAll('``', '`') ?? double?.replaceAll('""', '"') ?? bracket;
    if (name !== undefined) tokens.push({ text: name, kind: 'name' });
    else if (single !== undefined) tokens.push({ text: single, kind: 'string' });
    else if (word !== undefined) tokens.push({ text: word, kind: 'word' });
    else if (sign !== undefined) tokens.push({ text: sign, kind: 'sign' });
  }
  return tokens;
}

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

/** The last part of a possibly qualified name at `from`, and the index after it. */
function qualifiedName(tokens: Token[], from: number): { name: string; next: number } {
  let next = from;
  while (isSign(tokens[next + 1], '.') && tokens[next + 2]) next += 2;
  return { name: tokens[next]?.text ?? '', next: next + 1 };
}

/** Names inside the parentheses that open at or after `from`: key columns, without prefix lengths or order. */
function namesInParentheses(tokens: Token[], from: number): string[] {
  const open = tokens.findIndex((token, i) => i >= from && isSign(token, '('));
  if (open < 0) return [];
  return splitList(tokens, open + 1).map((part) => part[0]!.text);
}

/** The schema of a CREATE TABLE statement; null where it has no column list (LIKE, AS SELECT). */
export function parseCreateTable(text: string): TableSchema | null {
  const tokens = tokenize(text);
  const table = tokens.findIndex((token) => isWord(token, 'TABLE'));
  let at = table + 1;
  while (isWord(tokens[at], 'IF', 'NOT', 'EXISTS')) at++;
  const { name, next } = qualifiedName(tokens, at);
  if (name === '' || !isSign(tokens[next], '(')) return null;
  const schema: TableSchema = { name, columns: [], primaryKey: [], unique: [], foreignKeys: [] };
  for (const part of splitList(tokens, next + 1)) addDefinition(schema, part);
  return schema.columns.length > 0 ? schema : null;
}

/** The schema that `schemaOf` finds, with the keys that `ALTER TABLE … ADD …` adds; null where it knows none. */
export function parseAlterTable(text: string, schemaOf: (table: string) => TableSchema | undefined): TableSchema | null {
  const tokens = tokenize(text);
  const table = tokens.findIndex((token) => isWord(token, 'TABLE'));
  let at = table + 1;
  while (isWord(tokens[at], 'ONLY', 'IF', 'EXISTS')) at++;
  const { name, next } = qualifiedName(tokens, at);
  const known = schemaOf(name);
  if (!known) return null;
  const schema = structuredClone(known);
  for (const part of splitList(tokens, next)) if (isWord(part[0], 'ADD')) addKey(schema, part.slice(1));
  return schema;
}

function addDefinition(schema: TableSchema, part: Token[]): void {
  if (part[0]!.kind === 'word' && addKey(schema, part)) return;
  const name = part[0]!.text;
  const end = part.findIndex((token, i) => i > 1 && token.kind === 'word' && !isWord(token, 'UNSIGNED', 'VARYING', 'PRECISION'));
  const typeTokens = part.slice(1, closingOf(part, end < 0 ? part.length : end));
  schema.columns.push({ name, type: typeTokens.map((token) => (token.kind === 'string' ? `'${token.text}'` : token.text)).join('').toLowerCase() });
  const has = (...words: string[]) => part.some((_, i) => words.every((word, j) => isWord(part[i + j], word)));
  if (has('PRIMARY', 'KEY')) schema.primaryKey.push(name);
  if (has('UNIQUE')) schema.unique.push(name);
}

/** A type's own parentheses belong to it: `varchar(255)`, `enum('a','b')`. */
function closingOf(part: Token[], end: number): number {
  if (!isSign(part[2], '(')) return Math.min(end, 2);
  const close = part.findIndex((token, i) => i > 2 && isSign(token, ')'));
  return close < 0 ? part.length : close + 1;
}

/** Takes a key definition into the schema; false where the part defines a column. */
function addKey(schema: TableSchema, part: Token[]): boolean {
  let at = 0;
  if (isWord(part[at], 'CONSTRAINT')) at += isWord(part[at + 1], 'PRIMARY', 'UNIQUE', 'FOREIGN', 'CHECK') ? 1 : 2;
  const word = part[at];
  if (isWord(word, 'PRIMARY')) {
    schema.primaryKey = namesInParentheses(part, at);
  } else if (isWord(word, 'UNIQUE')) {
    const names = namesInParentheses(part, at);
    if (names.length === 1) schema.unique.push(names[0]!);
  } else if (isWord(word, 'FOREIGN')) {
    const references = part.findIndex((token) => isWord(token, 'REFERENCES'));
    if (references > 0) {
      const columns = namesInParentheses(part, at);
      const { name: table } = qualifiedName(part, references + 1);
      const toColumns = namesInParentheses(part, references);
      if (columns.length === 1) {
        schema.foreignKeys.push({ column: columns[0]!, table, toColumn: toColumns[0] ?? '' });
      }
    }
  } else {
    return isWord(word, 'KEY', 'INDEX', 'FULLTEXT', 'SPATIAL', 'CHECK', 'PERIOD', 'EXCLUDE') && isKeyShape(part, at);
  }
  return true;
}

/** `KEY name (…)`, as against a column that happens to be called `key` or `index`. */
function isKeyShape(part: Token[], at: number): boolean {
  const next = part.slice(at + 1, at + 5);
  const open = next.findIndex((token) => isSign(token, '('));
  if (open < 0) return false;
  const inside = part[at + 1 + open + 1];
  const isType = open === 1 && next[0]?.kind === 'word' && /^\d+$/u.test(inside?.text ?? '');
  return !isType;
}
