// The tables that running text comes to: one of the people that documents are about, one of numbers in them
// that could not be laid at anybody's door. What their columns hold is known, so nothing has to be guessed.

import type { TableSchema } from '../read/index.ts';
import { type ClassFinding, type ValidatorName, validatorIds, validators } from '../recognise/index.ts';

type PresetSchema = TableSchema & { holds: (ValidatorName | null)[] };

const documentColumns: [string, ValidatorName][] = [
  ['name', 'fullName'],
  ['first name', 'firstName'],
  ['last name', 'lastName'],
  ['street address', 'streetAddress'],
  ['postal code', 'postalCode'],
  ['place', 'place'],
  ['NIR', 'nir'],
  ['date of birth', 'birthDate'],
  ['place of birth', 'birthPlace'],
  ['e-mail address', 'email'],
  ['e-mail address 2', 'email'],
  ['telephone', 'phone'],
  ['telephone 2', 'phone'],
  ['IBAN', 'iban'],
  ['IBAN 2', 'iban'],
];

export const documentSchema = presetSchema('people in documents', documentColumns);

export const numberSchema = presetSchema('numbers in documents', [
  ['telephone', 'phone'],
  ['IBAN', 'iban'],
]);

function presetSchema(name: string, columns: [string, ValidatorName][]): PresetSchema {
  return {
    name,
    columns: columns.map(([column]) => ({ name: column, type: '' })),
    primaryKey: [],
    unique: [],
    foreignKeys: [],
    holds: columns.map(([, validator]) => validator),
    shared: true,
  };
}

/** What a format that says itself what its columns hold is taken at its word for. */
export function presetFindings(holds: readonly (string | null)[]): ClassFinding[][] {
  return holds.map((name) => {
    const id = name === null ? undefined : validatorIds[name as ValidatorName];
    const validator = id === undefined ? undefined : validators[id];
    if (!validator) return [];
    return [
      {
        class: validator.class,
        kind: validator.kinds[0] ?? null,
        confidence: statedConfidence,
        validator: validator.id,
        standing: 'own',
        evidence: {
          name: null,
          sampled: 0,
          passed: 0,
          chance: 0,
          note: 'read as such where it stood',
        },
      },
    ];
  });
}

/** A label, a form or a header may still be wrong about what follows it. */
const statedConfidence = 0.95;
