// What becomes of each thing that recognise can find in a column. In: the validator's name. Out: how it is masked, or why it
// is kept, or that its values decide.

import { type IdentifierName, identifierNames, type ValidatorName } from '../../../recognise/index.ts';
import type { MethodName } from '../../method.ts';

export type Usual =
  | { mask: MethodName }
  /** `onlyIfFew`: free words are masked as text. */
  | { keep: string; onlyIfFew?: boolean };

const usual: Record<Exclude<ValidatorName, IdentifierName>, Usual> = {
  email: { mask: 'email' },
  phone: { mask: 'phone' },
  firstName: { mask: 'first-name' },
  lastName: { mask: 'last-name' },
  fullName: { mask: 'full-name' },
  username: { mask: 'username' },
  password: { mask: 'password' },
  ipAddress: { mask: 'ip' },
  birthDate: { mask: 'birth-date' },
  birthYear: { mask: 'birth-year' },
  partialBirthDate: { mask: 'birth-date' },
  age: { mask: 'age' },
  streetAddress: { mask: 'street' },
  postalCode: { mask: 'postcode' },
  place: { mask: 'place' },
  birthPlace: { mask: 'place' },
  coordinates: { mask: 'coordinates' },
  socialProfile: { mask: 'url' },
  website: { mask: 'url' },
  messenger: { mask: 'handle' },
  employer: { mask: 'company' },
  spouseName: { mask: 'full-name' },
  motherMaidenName: { mask: 'last-name' },
  familyMember: { mask: 'full-name' },
  photo: { mask: 'empty' },
  jobTitle: { mask: 'text' },
  occupation: { keep: 'a line of work out of few, which names nobody', onlyIfFew: true },
  employmentStatus: { keep: 'a status out of few, which names nobody', onlyIfFew: true },
  jobApplication: { mask: 'text' },
  skills: { mask: 'text' },
  bio: { mask: 'text' },
  comment: { mask: 'text' },
  gender: { keep: 'the sex, by which invented names are chosen', onlyIfFew: true },
  salutation: { keep: 'the salutation, by which invented names are chosen', onlyIfFew: true },
  nationality: { keep: 'a country out of few, which names nobody', onlyIfFew: true },
  maritalStatus: { keep: 'a status out of few, which names nobody', onlyIfFew: true },
  familyStructure: { keep: 'a small number, which names nobody', onlyIfFew: true },
  spokenLanguage: { keep: 'the language, by which invented names are chosen', onlyIfFew: true },
  educationLevel: { keep: 'a level out of few, which names nobody', onlyIfFew: true },
  income: { keep: 'an amount, and nobody it belongs to is left' },
  accountBalance: { keep: 'an amount, and nobody it belongs to is left' },
  physicalAttribute: { keep: 'a measure, and nobody it belongs to is left', onlyIfFew: true },
  bloodGroup: { mask: 'text' },
  zodiacSign: { keep: 'a sign out of few, which names nobody', onlyIfFew: true },
  deceasedDate: { mask: 'date' },
  deceasedStatus: { keep: 'a flag', onlyIfFew: true },
  driversLicence: { mask: 'shape' },
  passportNumber: { mask: 'shape' },
  governmentId: { mask: 'shape' },
  vehiclePlate: { mask: 'shape' },
  vehicleNumber: { mask: 'shape' },
  cardSecurity: { mask: 'shape' },
  cardPart: { mask: 'shape' },
  cardBrand: { keep: 'a brand out of few, which names nobody', onlyIfFew: true },
  bankAccount: { mask: 'shape' },
  macAddress: { mask: 'mac' },
  imei: { mask: 'shape' },
  userAgent: { mask: 'text' },
  securityQuestion: { mask: 'shape' },
  passwordHint: { mask: 'shape' },
  authToken: { mask: 'token' },
};

export function usualOf(name: ValidatorName): Usual {
  return isIdentifier(name) ? { mask: name } : usual[name];
}

function isIdentifier(name: ValidatorName): name is IdentifierName {
  return (identifierNames as readonly string[]).includes(name);
}
