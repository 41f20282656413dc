// The first words of a statement, by which people who review what is done with it know it: CREATE TABLE, SET, UPDATE.
// In: where it begins. Out: words in upper case, blanks between; for what begins with a sign, the sign and its word.

import type { Dialect } from './dialect.ts';
import { readWord, skipSpace, textOf } from './lexer.ts';

/** What is made, changed or dropped is named within so many bytes. */
const longestLead = 512;

const makers = new Set(['CREATE', 'ALTER', 'DROP', 'COMMENT', 'TRUNCATE', 'RENAME']);

const made =
  /\b(?:TABLE|VIEW|TRIGGER|PROCEDURE|PROC|FUNCTION|EVENT|INDEX|SEQUENCE|SCHEMA|DATABASE|TYPE|DOMAIN|EXTENSION|USER|ROLE|LOGIN|LANGUAGE|AGGREGATE|OPERATOR|RULE|POLICY|PACKAGE|SYNONYM|SERVER|CAST|COLLATION|CONVERSION|PUBLICATION|SUBSCRIPTION|STATISTICS|DEFAULT|COLUMN|CONSTRAINT|TABLESPACE)\b/u;

/** Names in quotes, which are none of its words. */
const quoted = /`[^`]*`|"[^"]*"|\[[^\]]*\]|'(?:[^'\\]|\\.)*'/gu;

/** What is done to data, and what follows rows, by the word that tells which of its forms it is. */
const forms = new Map([
  ['INSERT', /\b(?:SELECT|SET|EXEC|EXECUTE|WITH|TABLE)\b/u],
  ['REPLACE', /\b(?:SELECT|SET|WITH|TABLE)\b/u],
  ['ON', /^(?:DUPLICATE KEY|CONFLICT)\b/u],
]);

export function statementWords(bytes: Uint8Array, from: number, to: number, dialect: Dialect): string {
  const word = readWord(bytes, from, to);
  if (word === '') return String.fromCharCode(bytes[from] ?? 0) + readWord(bytes, from + 1, to);
  const pattern = makers.has(word) ? made : forms.get(word);
  const next = pattern ? skipSpace(bytes, from + word.length, to, dialect) : -1;
  if (!pattern || next < 0) return word;
  const lead = textOf(bytes, next, Math.min(to, next + longestLead));
  const form = pattern.exec(lead.replaceAll(quoted, ' ').toUpperCase())?.[0];
  return form === undefined ? word : `${word} ${form}`;
}
