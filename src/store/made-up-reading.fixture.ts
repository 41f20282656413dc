/*
 * A reading with nobody in it, to be loaded: people are numbers, their identifiers and rows are given as lists.
 */
import type { ReadingSource } from './reading.ts';

export interface MadeUpReading {
  /** (person, sort, low, high) */
  identifiers: readonly (readonly [number, string, number, number])[];
  /** (person, pattern), one for each row */
  exposures: readonly (readonly [number, number])[];
  /** (table, column, sort, low, high) */
  mentions: readonly (readonly [number, number, string, number, number])[];
  flags: readonly number[];
  inputs: ReadingSource['inputs'];
}

export const madeUpTables: ReadingSource['tables'] = [
  {
    name: 'users',
    sources: ['a.sql', 'b.sql'],
    columns: [
      { name: 'id', class: null, kinds: [] },
      { name: 'mail', class: 'Email addresses', kinds: [{ kind: 'e-mail address', values: 9 }] },
      {
        name: 'pass',
        class: 'Passwords',
        kinds: [
          { kind: 'bcrypt', values: 5 },
          { kind: 'plain text', values: 4 },
        ],
      },
      { name: 'note', class: null, kinds: [] },
    ],
  },
  { name: 'phones', sources: ['a.sql'], columns: [{ name: 'tel', class: 'Phone numbers', kinds: [] }] },
];

export const madeUpPatterns: ReadingSource['patterns'] = [
  { table: 0, columns: [1], kinds: [null] },
  { table: 0, columns: [1, 2], kinds: [null, null] },
  { table: 1, columns: [0], kinds: [null] },
  { table: 0, columns: [2], kinds: ['plain text'] },
];

export function madeUpReading(given: Partial<MadeUpReading> & { people?: number } = {}): ReadingSource {
  const { identifiers = [], exposures = [], mentions = [], flags = [] } = given;
  return {
    at: '2026-11-23T10:00:00.000Z',
    inputs: given.inputs ?? [{ path: 'a.sql', sha256: 'aa', bytes: 10 }],
    counted: { people: 1, fewest: 1, most: 2 },
    skipped: 3,
    partial: [{ path: 'b.sql', note: 'cut off' }],
    special: [{ table: 0, column: 'note', category: 'religion or belief' }],
    tables: madeUpTables,
    patterns: madeUpPatterns,
    people: given.people ?? 1 + Math.max(-1, ...[...identifiers, ...exposures].map(([person]) => person)),
    flags: (person) => flags[person] ?? 0,
    forEachIdentifier: (visit) => identifiers.forEach((entry) => visit(...entry)),
    forEachExposure: (visit) => exposures.forEach((entry) => visit(...entry)),
    forEachMention: (visit) => mentions.forEach((entry) => visit(...entry)),
  };
}
