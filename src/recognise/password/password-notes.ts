/*
 * What else a column of stored passwords tells: which hash raw digits are, whether a salt stands beside them, whether
 * rows share a hash, what a try costs. In: the column's facts and the most frequent kind. Out: a kind, and notes for
 * the evidence. Where the values cannot tell, the notes say so.
 */

import type { ColumnFacts } from '../column-facts.ts';
import { declaredHash } from './declared-hash.ts';
import { costText } from './hash-rounds.ts';
import { candidates, passwordKinds, type PasswordKind } from './password-kinds.ts';
import { saltColumn } from './salt-column.ts';

export interface PasswordNotes {
  /** As the values say it, or as what stands around raw digits decides it; null where no value says anything. */
  kind: string | null;
  notes: string[];
}

/** Raw hexadecimal by digits: what it is with a salt of its own. */
const saltedFamilies = new Map<number, string>([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [56, 'SHA-224'],
  [64, 'SHA-256'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

/** One hash that stands so often is a default password's, or everybody's; passwords that people choose repeat less. */
const leastShared = 2;

export function passwordNotes(
  column: ColumnFacts,
  kind: PasswordKind | null,
  table: string,
  columns: readonly ColumnFacts[],
): PasswordNotes {
  const notes: string[] = [];
  const cost = costText(column.values.map(({ text }) => text));
  if (cost !== null) notes.push(cost);
  const salt = saltColumn(columns, column.index);
  const shared = sharedValues(column);
  const isStoredHash = kind !== null && kind !== 'plain text';
  if (isStoredHash && shared >= leastShared)
    notes.push(`${shared} sampled rows share their hash with another: no salt of their own`);
  const digits = rawDigits(kind);
  if (digits === 0) return { kind, notes };
  const decided = decide(column, table, digits, salt);
  if (decided === null && kind !== null)
    notes.push(`could be ${candidates[kind] ?? kind}: the values cannot tell`);
  if (salt !== null) notes.push(`salts in the column ${salt.header.words.join('_')}`);
  return { kind: decided ?? kind, notes };
}

function decide(column: ColumnFacts, table: string, digits: number, salt: ColumnFacts | null): string | null {
  const declared = declaredHash(table, column.header.words.join('_'), column.header.words, digits);
  if (declared !== null) return declared;
  const family = saltedFamilies.get(digits);
  return salt === null || family === undefined ? null : `${family} with salt in a column beside it`;
}

/** Of raw hexadecimal the number of digits, else 0. */
function rawDigits(kind: string | null): number {
  return Number(/\((\d+) hex(?:, capitals)?\)$/.exec(kind ?? '')?.[1] ?? 0);
}

/** Sampled rows whose value stands in another sampled row, too. */
function sharedValues({ values }: ColumnFacts): number {
  const counts = new Map<string, number>();
  for (const { text } of values) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

/** The kind under which a value of `valueKind` is told, where the column as a whole decided what its raw digits are. */
export function decidedKind(columnKind: string | null, valueKind: string): string {
  const isDecided = columnKind !== null && !(passwordKinds as readonly string[]).includes(columnKind);
  return isDecided && rawDigits(valueKind) > 0 ? columnKind : valueKind;
}
