/*
 * The validators: one number per thing a column can hold, with its data class and kinds, and the one function that
 * asks of a value whether it is one. In: bytes of one cell, quotes and SQL escapes removed, UTF-8. Out: a kind number.
 * Made for millions of values: no strings, no allocation (names in scripts beyond Latin excepted), no clock.
 */

import { placeKind, postalCodeKind, streetAddressKind } from './address.ts';
import { attributeClasses, attributeIds } from './attributes.ts';
import type { DataClass } from './data-class.ts';
import { birthDateKind, birthDateKinds } from './dates.ts';
import { deceasedStatusKind } from './deceased.ts';
import { emailValue } from './email.ts';
import { isSpanCut } from './email-span.ts';
import type { Identifier, IdentifierName } from './identifiers/identifier.ts';
import { identifiers } from './identifiers/index.ts';
import { ipKind, ipKinds } from './ip.ts';
import { nameKind } from './names.ts';
import { passwordKind } from './password/password-kind.ts';
import { passwordKinds } from './password/password-kinds.ts';
import { phoneKind, phoneKinds } from './phone.ts';
import { photoKind, photoKinds } from './photo.ts';
import { isFilled, isWords } from './text-value.ts';
import { socialKind, socialKinds, websiteKind, websiteKinds } from './url.ts';

export const validatorIds = {
  email: 0,
  phone: 1,
  firstName: 2,
  lastName: 3,
  fullName: 4,
  username: 5,
  password: 6,
  ipAddress: 7,
  birthDate: 8,
  streetAddress: 9,
  postalCode: 10,
  place: 11,
  socialProfile: 12,
  website: 13,
  jobTitle: 14,
  employer: 15,
  occupation: 16,
  employmentStatus: 17,
  jobApplication: 18,
  photo: 19,
  gender: 20,
  salutation: 21,
  nationality: 22,
  maritalStatus: 23,
  skills: 24,
  bio: 25,
  comment: 26,
  birthPlace: 27,
  nir: 28,
  iban: 29,
  siren: 30,
  siret: 31,
  spi: 32,
  bic: 33,
  card: 34,
  steuerId: 35,
  rvnr: 36,
  svnr: 37,
  ahv: 38,
  nino: 39,
  nhs: 40,
  pps: 41,
  bsn: 42,
  niss: 43,
  matricule: 44,
  dni: 45,
  nie: 46,
  nif: 47,
  codiceFiscale: 48,
  malteseId: 49,
  amka: 50,
  afm: 51,
  cyprusTic: 52,
  pesel: 53,
  rodneCislo: 54,
  taj: 55,
  adoazonosito: 56,
  cnp: 57,
  egn: 58,
  oib: 59,
  emso: 60,
  isikukood: 61,
  personasKods: 62,
  personnummer: 63,
  cpr: 64,
  fodselsnummer: 65,
  hetu: 66,
  kennitala: 67,
  ssn: 68,
  itin: 69,
  sin: 70,
  cpf: 71,
  aadhaar: 72,
  pan: 73,
  passportMrz: 74,
  identityCardMrz: 75,
  ...attributeIds,
} as const;

export type ValidatorName = keyof typeof validatorIds;
export type ValidatorId = (typeof validatorIds)[ValidatorName];

export interface Validator {
  id: ValidatorId;
  name: ValidatorName;
  class: DataClass;
  kinds: readonly string[];
}

const names = Object.keys(validatorIds) as ValidatorName[];

const classAndKinds: Record<
  Exclude<ValidatorName, IdentifierName>,
  readonly [DataClass, readonly string[]]
> = {
  email: ['Email addresses', ['e-mail address', 'e-mail address, cut']],
  phone: ['Phone numbers', phoneKinds],
  firstName: ['Names', ['first name']],
  lastName: ['Names', ['last name']],
  fullName: ['Names', ['full name']],
  username: ['Usernames', ['username']],
  password: ['Passwords', passwordKinds],
  ipAddress: ['IP addresses', ipKinds],
  birthDate: ['Dates of birth', birthDateKinds],
  streetAddress: ['Physical addresses', ['street address']],
  postalCode: ['Physical addresses', ['postal code']],
  place: ['Geographic locations', ['place']],
  socialProfile: ['Social media profiles', socialKinds],
  website: ['User website URLs', websiteKinds],
  jobTitle: ['Job titles', ['job title']],
  employer: ['Employers', ['employer']],
  occupation: ['Occupations', ['occupation or sector']],
  employmentStatus: ['Employment statuses', ['employment status']],
  jobApplication: ['Job applications', ['application text']],
  photo: ['Photos', photoKinds],
  gender: ['Genders', ['gender']],
  salutation: ['Salutations', ['salutation']],
  nationality: ['Nationalities', ['nationality']],
  maritalStatus: ['Marital statuses', ['marital status']],
  skills: ['Professional skills', ['skills']],
  bio: ['Bios', ['biography']],
  comment: ['Comments', ['comment']],
  birthPlace: ['Places of birth', ['place of birth']],
  ...attributeClasses,
};

/** Indexed by `ValidatorId`. */
const identifierByValidator: readonly (Identifier | null)[] = names.map(
  (name) => identifiers.find((identifier) => identifier.name === name) ?? null,
);

/** The identifier that a validator is for; null for one of names, dates, words and the like. */
export function identifierOf(validator: ValidatorId): Identifier | null {
  return identifierByValidator[validator]!;
}

/** Indexed by `ValidatorId`. */
export const validators: readonly Validator[] = names.map((name) => {
  const id = validatorIds[name];
  const identifier = identifierOf(id);
  if (identifier !== null) return { id, name, class: identifier.class, kinds: identifier.kinds };
  const [dataClass, kinds] = classAndKinds[name as keyof typeof classAndKinds];
  return { id, name, class: dataClass, kinds };
});

const maxUsernameBytes = 80;
const maxLabelBytes = 200;
/** Tokens and user agents are long. */
const maxAttributeBytes = 16 * 1024;
/** Free text has no bound of its own: this one keeps a binary blob from being read to its end. */
const maxTextBytes = 16 * 1024 * 1024;
const noToday = 9999_12_31;

/**
 * 0 when the value is not one of the validator's class, else index + 1 into its `kinds`. `today` (yyyymmdd) is the
 * last day a date of birth may be.
 */
export function valueKind(
  validator: ValidatorId,
  bytes: Uint8Array,
  start: number,
  end: number,
  today: number = noToday,
): number {
  switch (validator) {
    case validatorIds.email: {
      const span = emailValue(bytes, start, end);
      return span < 0 ? 0 : isSpanCut(span) ? 2 : 1;
    }
    case validatorIds.phone:
      return phoneKind(bytes, start, end);
    case validatorIds.firstName:
    case validatorIds.lastName:
    case validatorIds.fullName:
      return nameKind(bytes, start, end);
    case validatorIds.username:
      return usernameKind(bytes, start, end);
    case validatorIds.password:
      return passwordKind(bytes, start, end);
    case validatorIds.ipAddress:
      return ipKind(bytes, start, end);
    case validatorIds.birthDate:
      return birthDateKind(bytes, start, end, today);
    case validatorIds.streetAddress:
      return streetAddressKind(bytes, start, end);
    case validatorIds.postalCode:
      return postalCodeKind(bytes, start, end);
    case validatorIds.place:
    case validatorIds.birthPlace:
      return placeKind(bytes, start, end);
    case validatorIds.socialProfile:
      return socialKind(bytes, start, end);
    case validatorIds.website:
      return websiteKind(bytes, start, end);
    case validatorIds.photo:
      return photoKind(bytes, start, end);
    case validatorIds.jobApplication:
    case validatorIds.skills:
    case validatorIds.bio:
    case validatorIds.comment:
      return isWords(bytes, start, end, maxTextBytes) ? 1 : 0;
    case validatorIds.gender:
    case validatorIds.maritalStatus:
      return end > start && end - start <= maxLabelBytes ? 1 : 0;
    case validatorIds.deceasedDate:
      return birthDateKind(bytes, start, end, today);
    case validatorIds.deceasedStatus:
      return deceasedStatusKind(bytes, start, end);
    default: {
      const identifier = identifierByValidator[validator]!;
      if (identifier !== null) return identifier.kind(bytes, start, end);
      if (validator >= attributeIds.age) return isFilled(bytes, start, end, maxAttributeBytes) ? 1 : 0;
      return isWords(bytes, start, end, maxLabelBytes) ? 1 : 0;
    }
  }
}

/** A username may be all digits, so that only its length and placeholders count. */
function usernameKind(bytes: Uint8Array, start: number, end: number): number {
  if (isWords(bytes, start, end, maxUsernameBytes)) return 1;
  if (end - start < 3 || end - start > maxUsernameBytes) return 0;
  for (let at = start; at < end; at++) if (bytes[at]! >= 48 && bytes[at]! <= 57) return 1;
  return 0;
}
