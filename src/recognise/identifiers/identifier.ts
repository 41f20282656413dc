/*
 * What is known of a kind of identifier: whom it singles out, how a value of it is told from other values, the form in
 * which spellings agree, and what it says of its holder. In: nothing. Out: types and names. The kinds themselves are
 * beside this file, one file per country or family; index.ts lists them.
 */

import type { DataClass } from '../data-class.ts';

/** The names of all kinds of identifiers with a structure of their own; each is also the name of a validator. */
export const identifierNames = [
  'nir',
  'iban',
  'siren',
  'siret',
  'spi',
  'bic',
  'card',
  'steuerId',
  'rvnr',
  'svnr',
  'ahv',
  'nino',
  'nhs',
  'pps',
  'bsn',
  'niss',
  'matricule',
  'dni',
  'nie',
  'nif',
  'codiceFiscale',
  'malteseId',
  'amka',
  'afm',
  'cyprusTic',
  'pesel',
  'rodneCislo',
  'taj',
  'adoazonosito',
  'cnp',
  'egn',
  'oib',
  'emso',
  'isikukood',
  'personasKods',
  'personnummer',
  'cpr',
  'fodselsnummer',
  'hetu',
  'kennitala',
  'ssn',
  'itin',
  'sin',
  'cpf',
  'aadhaar',
  'pan',
  'passportMrz',
  'identityCardMrz',
] as const;

export type IdentifierName = (typeof identifierNames)[number];

/** What a number says of its holder; the number alone cannot say more. */
export interface DecodedFacts {
  sex?: 'F' | 'M';
  birthYear?: number;
  /** The last two digits of the year, where the number does not tell the century. */
  birthYearOfCentury?: number;
  /** 1 to 12. */
  birthMonth?: number;
  /** 1 to 31. */
  birthDay?: number;
  /** As the number has it: a French department and commune (`75056`), an Italian place code (`A562`), a Romanian county. */
  birthPlace?: string;
}

export interface Identifier {
  /** Also the name of its validator. */
  name: IdentifierName;
  /** As people call it: `BSN`, `payment card number`. */
  label: string;
  class: DataClass;
  /** ISO 3166 alpha-2 of the one country that gives it, or null. */
  country: string | null;
  /** Whom one value singles out. */
  subject: 'person' | 'organisation' | 'account';
  /**
   * The first is the label. A kind that ends in `, test` is nobody's: published, reserved for tests, or digits counted up
   * or down. One that ends in `, organisation` is an organisation's, where both are given the same numbers.
   */
  kinds: readonly string[];
  /** Share of random strings of its usual shape that pass, as `bench/validators.ts` measures it. */
  chance: number;
  /** Values alone never claim it: no check digits, or chance too high. */
  needsName: boolean;
  /** 0 none, else index + 1 into `kinds`. Separators as people write them are allowed. Never allocates, never throws. */
  readonly kind: (bytes: Uint8Array, start: number, end: number) => number;
  /**
   * Writes the form in which spellings agree (no separators, capitals) to `out`, at most `longestIdentifier` bytes, and
   * returns its length; 0 when the span holds none.
   */
  readonly normalise: (bytes: Uint8Array, start: number, end: number, out: Uint8Array) => number;
  /** What a normal form says of its holder; only what the number itself holds. */
  readonly decode?: (normal: string) => DecodedFacts;
}

/** Bytes of the longest normal form: two lines of 30 characters of an identity card. */
export const longestIdentifier = 64;

/** Whether values of a kind are nobody's: published or reserved for tests. */
export function isTestKind(kind: string): boolean {
  return kind.endsWith(', test');
}

/** Whether values of a kind single out an organisation, although others of the same identifier single out a person. */
export function isOrganisationKind(kind: string): boolean {
  return kind.endsWith(', organisation');
}
