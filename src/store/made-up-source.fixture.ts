/*
 * Deliveries with nobody in them, to be loaded: people are numbers, their identifiers and rows are given as lists.
 */
import type { CaseSource, KeptDelivery } from './case-source.ts';

export interface MadeUpSource {
  /** (person, sort, low, high) */
  identifiers: readonly (readonly [number, string, number, number])[];
  /** (person, pattern), one for each row */
  exposures: readonly (readonly [number, number])[];
  /** (part, column, sort, low, high) */
  mentions: readonly (readonly [number, number, string, number, number])[];
  flags: readonly number[];
  deliveries: readonly KeptDelivery[];
}

export const madeUpDelivery: KeptDelivery = {
  delivery: 1,
  at: '2026-11-23T10:00:00.000Z',
  skipped: 3,
  partial: [{ path: 'b.sql', note: 'cut off' }],
  inputs: [{ path: 'a.sql', sha256: 'aa', bytes: 10 }],
};

export const madeUpParts: CaseSource['parts'] = [
  {
    delivery: 1,
    name: 'users',
    sources: ['a.sql', 'b.sql'],
    special: [{ column: 'note', category: 'religion or belief' }],
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
  {
    delivery: 1,
    name: 'phones',
    sources: ['a.sql'],
    special: [],
    columns: [{ name: 'tel', class: 'Phone numbers', kinds: [] }],
  },
];

export const madeUpPatterns: CaseSource['patterns'] = [
  { part: 0, columns: [1], kinds: [null] },
  { part: 0, columns: [1, 2], kinds: [null, null] },
  { part: 1, columns: [0], kinds: [null] },
  { part: 0, columns: [2], kinds: ['plain text'] },
];

export function madeUpSource(given: Partial<MadeUpSource> & { people?: number } = {}): CaseSource {
  const { identifiers = [], exposures = [], mentions = [], flags = [] } = given;
  return {
    deliveries: given.deliveries ?? [madeUpDelivery],
    counted: {
      count: 1,
      min: 1,
      max: 2,
      testAccounts: 3,
      sharedMailboxes: 4,
      organisations: 5,
      minors: 6,
      deceased: 7,
    },
    classes: [
      { class: 'Phone numbers', people: 1 },
      { class: 'Email addresses', people: 9 },
    ],
    mentioned: [{ class: 'Email addresses', values: 2 }],
    parts: madeUpParts,
    patterns: madeUpPatterns,
    people: given.people ?? 1 + Math.max(-1, ...[...identifiers, ...exposures].map(([person]) => person)),
    flags: (person) => flags[person] ?? 0,
    forEachIdentifier: (visit) => identifiers.forEach((entry) => visit(...entry)),
    forEachExposure: (visit) => exposures.forEach((entry) => visit(...entry)),
    forEachMention: (visit) => mentions.forEach((entry) => visit(...entry)),
  };
}
