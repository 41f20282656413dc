// Whether a statement leaves a table with other columns, or in another order, than what was stated of it. In: a CREATE TABLE
// or ALTER TABLE. Out: the table, or that any may be meant. What is not known to leave columns alone is taken to change them.

import { type Token, tokenizeDefinition } from './definition-tokens.ts';
import { type Dialect, tableName } from './dialect.ts';

/** Undefined: none; null: any. `isRead`: a schema was read from it. */
export function alteredTable(
  text: string,
  kind: 'create table' | 'alter table',
  isRead: boolean,
  dialect: Dialect,
): string | null | undefined {
  if (kind === 'create table' && isRead) return undefined;
  const tokens = tokenizeDefinition(text, dialect.escapes);
  let at = tokens.findIndex((token) => wordOf(token) === 'TABLE') + 1;
  while (['IF', 'NOT', 'EXISTS', 'ONLY'].includes(wordOf(tokens[at]))) at++;
  const parts = [tokens[at]?.text ?? ''];
  while (tokens[at + 1]?.text === '.' && tokens[at + 2]) parts.push(tokens[(at += 2)]!.text);
  const table = tableName(parts, dialect);
  if (kind === 'create table') return table;
  const changes = changesOf(tokens.slice(at + 1));
  if (changes.some(([first, second]) => first === 'RENAME' && !ofColumns.test(second ?? ''))) return null;
  return changes.every(isHarmless) ? undefined : table;
}

const ofColumns = /^(?:COLUMN|CONSTRAINT|INDEX|KEY)$/u;

function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.text.toUpperCase() : '';
}

/** The words of each change; what is no bare word is ''. */
function changesOf(tokens: Token[]): string[][] {
  const changes: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const sign = token.kind === 'sign' ? token.text : '';
    if (sign === ';') continue;
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === ',' && depth === 0) changes.push([]);
    else changes.at(-1)!.push(wordOf(token));
  }
  return changes.filter((change) => change.length > 0);
}

const keys =
  /^(?:CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|KEY|INDEX|FULLTEXT|SPATIAL|CHECK|EXCLUDE|PARTITION|DEFAULT)$/u;
const quiet = new Set(
  (
    'ALTER OWNER ENABLE DISABLE ENGINE AUTO_INCREMENT SET RESET CLUSTER CHECK NOCHECK REPLICA VALIDATE ATTACH COMMENT ' +
    'DEFAULT CONVERT CHARACTER CHARSET COLLATE ROW_FORMAT FORCE NOT ORDER LOCK ALGORITHM TABLESPACE'
  ).split(' '),
);

function isHarmless(words: string[]): boolean {
  const [first = '', second = ''] = words;
  if (first === 'WITH' || first === 'ADD') {
    const add = words.indexOf('ADD');
    // ADD (CONSTRAINT …), of Oracle
    const next = words[add + 1] === '' ? words[add + 2] : words[add + 1];
    return add >= 0 && add < 3 && keys.test(next ?? '');
  }
  if (first === 'DROP') return keys.test(second);
  if (first === 'RENAME') return second !== 'COLUMN';
  if (first === 'MODIFY') return !words.includes('AFTER') && !words.includes('FIRST');
  return quiet.has(first);
}
