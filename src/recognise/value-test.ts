/*
 * Does a sampled value look like one of a class? Stricter than the byte validators, which count values in columns that
 * are already known: here the question is what the column is. In: a value as text and as bytes. Out: yes or no.
 */

import { postalCodeKind, streetAddressKind } from './address.ts';
import { attributeTests } from './attribute-test.ts';
import { birthDateKind, dateValue } from './dates.ts';
import { emailValue } from './email.ts';
import type { IdentifierName } from './identifiers/identifier.ts';
import { identifiers } from './identifiers/index.ts';
import { ipKind } from './ip.ts';
import {
  employmentStatuses,
  genders,
  jobWords,
  maritalStatuses,
  salutations,
  stateWords,
  streetEndings,
  streetWords,
} from './lexicon/vocabularies.ts';
import { passwordKind } from './password/password-kind.ts';
import { phoneKind } from './phone.ts';
import { photoKind } from './photo.ts';
import type { SampledValue } from './sampled-value.ts';
import { socialKind, websiteKind } from './url.ts';
import type { ValidatorName } from './validators.ts';

export type ValueTest = (value: SampledValue, today: number) => boolean;

const personName = /^\p{L}[\p{L}\p{M}'’ʼ`. -]*$/u;
const fullName = /^\p{L}[\p{L}\p{M}'’ʼ`., \-()]*$/u;
const wordsOnly = /^[\p{L}(][\p{L}\p{M}\p{N}'’ʼ`.,()&/ -]*$/u;
const fileEnding = /\.[a-z0-9]{2,5}$/;
const plainNumber = /^[+-]?\d+([.,]\d{1,4})?$/;
/** German writes a title in one word. */
const jobEndings =
  /.(?:entwickler|ingenieur|leiter|berater|referent|techniker|assistent|anwalt|kaufmann|buchhalter|pfleger|mechaniker|meister|planer|einkaufer|verkaufer|vertreter|arbeiter|lehrer|fahrer|manager)(?:in)?$|.(?:angestellter?|fachkraft|kauffrau|schwester|hilfe)$/;

export const valueTests: Readonly<Record<ValidatorName, ValueTest>> = {
  email: ({ bytes }) => emailValue(bytes, 0, bytes.length) >= 0,
  phone: isPhone,
  firstName: isPersonName,
  lastName: isPersonName,
  fullName: ({ text, folded }) =>
    fullName.test(text) && text.length <= 80 && wordCount(text) <= 7 && !stateWords.has(folded),
  username: isUsername,
  password: ({ bytes }) => passwordKind(bytes, 0, bytes.length) > 0,
  ipAddress: ({ bytes }) => ipKind(bytes, 0, bytes.length) > 0,
  birthDate: ({ bytes }, today) => birthDateKind(bytes, 0, bytes.length, today) > 0,
  streetAddress: isStreetAddress,
  postalCode: ({ bytes }) => postalCodeKind(bytes, 0, bytes.length) > 0,
  place: isPlace,
  socialProfile: ({ bytes }) => socialKind(bytes, 0, bytes.length) > 0,
  website: ({ bytes }) => websiteKind(bytes, 0, bytes.length) > 0,
  jobTitle: isJobTitle,
  employer: isLabel,
  occupation: isLabel,
  employmentStatus: ({ folded }) =>
    employmentStatuses.has(folded) || employmentStatuses.has(folded.replaceAll(/[_-]/g, ' ')),
  jobApplication: ({ text }) => text.length >= 80 && wordCount(text) >= 12,
  photo: ({ bytes }) => photoKind(bytes, 0, bytes.length) > 0,
  gender: ({ folded }) => genders.has(folded),
  salutation: ({ folded }) =>
    folded.length <= 20 && folded.split(/[\s./,]+/).every((word) => word === '' || salutations.has(word)),
  nationality: isPlace,
  maritalStatus: ({ folded }) => maritalStatuses.has(folded),
  skills: ({ text }) => /\p{L}{2}/u.test(text) && !isMarkup(text),
  bio: ({ text }) => wordCount(text) >= 5 && !isMarkup(text),
  comment: ({ text }) => wordCount(text) >= 3 && !isMarkup(text),
  birthPlace: isPlace,
  ...attributeTests,
  ...identifierTests(),
};

function identifierTests(): Record<IdentifierName, ValueTest> {
  return Object.fromEntries(
    identifiers.map(({ name, kind }): [IdentifierName, ValueTest] => [
      name,
      ({ bytes }) => kind(bytes, 0, bytes.length) > 0,
    ]),
  ) as Record<IdentifierName, ValueTest>;
}

function wordCount(text: string): number {
  let count = 1;
  let isGap = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f) {
      if (!isGap) count++;
      isGap = true;
    } else isGap = false;
  }
  return count;
}

/** Serialized PHP, JSON, XML: the inside of a program. */
function isMarkup(text: string): boolean {
  return /^\s*(?:[abis]:\d+[:;]|[{[<])/.test(text);
}

function isPhone({ text, bytes }: SampledValue): boolean {
  if (phoneKind(bytes, 0, bytes.length) === 0 || dateValue(bytes, 0, bytes.length) > 0) return false;
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 7 && !/^-|^\d+\.\d{1,2}$/.test(text);
}

function isPersonName({ text, folded }: SampledValue): boolean {
  return (
    personName.test(text) &&
    text.length <= 50 &&
    wordCount(text) <= 5 &&
    !stateWords.has(folded) &&
    !fileEnding.test(text)
  );
}

function isUsername({ text, bytes }: SampledValue): boolean {
  if (text.length < 2 || text.length > 64 || wordCount(text) > 3 || /[{}<>;=\n\t]|:\/\//.test(text))
    return false;
  return dateValue(bytes, 0, bytes.length) === 0;
}

/** A house number and words, or a word that streets have. */
export function isStreetAddress({ text, folded, bytes }: SampledValue): boolean {
  if (streetAddressKind(bytes, 0, bytes.length) === 0 || dateValue(bytes, 0, bytes.length) > 0) return false;
  if (/^(?:[a-z]:)?[\\/]|^0x|^[0-9a-f:-]{16,}$/i.test(text)) return false;
  return (
    hasStreetWord(folded) ||
    (/\d/.test(text) && /\p{L}{3}/u.test(text) && wordCount(text) >= 2 && wordCount(text) <= 16)
  );
}

/** Whether a word of the value is `street`, `rue`, `…straße` or the like, and a number is beside it. */
export function hasStreetWord(folded: string): boolean {
  const words = folded.split(/[\s,]+/);
  return words.some((word) => {
    const bare = word.replace(/\.$/, '');
    return (
      (bare.length > 1 && streetWords.has(bare)) ||
      streetEndings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending))
    );
  });
}

function isPlace({ text, folded }: SampledValue): boolean {
  if (/^[A-Z]{2}$/.test(text)) return true;
  if (
    text.length < 2 ||
    text.length > 70 ||
    wordCount(text) > 8 ||
    !wordsOnly.test(text) ||
    stateWords.has(folded)
  )
    return false;
  return !/\d{6}|^\p{L}+\/\p{L}+$/u.test(text);
}

/** A word of the trade in a short line. */
function isJobTitle({ text, folded }: SampledValue): boolean {
  if (text.length > 100 || wordCount(text) > 10) return false;
  return folded
    .split(/[^a-z]+/)
    .some(
      (word) =>
        jobWords.has(word) ||
        (word.endsWith('s') && jobWords.has(word.slice(0, -1))) ||
        jobEndings.test(word),
    );
}

function isLabel({ text, folded }: SampledValue): boolean {
  if (text.length > 100 || wordCount(text) > 12 || !/\p{L}{2}/u.test(text) || plainNumber.test(text))
    return false;
  return !stateWords.has(folded) && !/:\/\/|[{}<>=;@]/.test(text);
}
