/*
 * What is asked of a sampled value before its column is claimed for one of attributes.ts. In: a value as text and as
 * bytes, and the day. Out: yes or no. Column names carry these claims: the tests keep out what cannot be it.
 */

import type { AttributeName } from './attributes.ts';
import { birthDateKind, dateValue } from './dates.ts';
import { deceasedStatusKind } from './deceased.ts';
import {
  bodyWords,
  cardBrands,
  educationWords,
  languageNames,
  zodiacSigns,
} from './lexicon/attribute-words.ts';
import type { SampledValue } from './sampled-value.ts';

export type AttributeTest = (value: SampledValue, today: number) => boolean;

const nameOfPeople = /^\p{L}[\p{L}\p{M}'’ʼ`., -]{1,60}$/u;
/** With thousands as people group them, a currency before or after, or a range of two. */
const money =
  /^(?:[€$£]|EUR|USD|GBP)? ?-?\d{1,3}(?:[ .,'’\u00A0\u202F]?\d{3})*(?:[.,]\d{1,4})? ?(?:[€$£]|EUR|USD|GBP|kr|zł|k)?$/i;
const moneyRange = /^\D{0,12}\d[\d .,'k]*\D{1,12}\d[\d .,'k]*\D{0,12}$/i;
const browser =
  /^(?:Mozilla|Opera|Dalvik|okhttp|curl|Wget|Safari|Googlebot|Chrome|Edge)\/[\d.]+|\b(?:Windows NT|Android \d|iPhone OS|Mac OS X|AppleWebKit|Gecko)\b/;
const mac = /^(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/i;
const decimalDegrees = /^-?(?:\d{1,3})[.,]\d{2,}$/;
const degreePair =
  /^[[(]?\s*-?\d{1,2}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}\s*[\])]?$|^POINT ?\(-?\d+\.\d+ -?\d+\.\d+\)$/i;
const papers = /^[A-Z0-9][A-Z0-9 ./-]{4,24}$/i;
const plate = /^(?=.*\d)(?=.*[A-Z])[A-ZÄÖÜ0-9][A-ZÄÖÜ0-9 .·-]{2,11}$/i;
const vin = /^[A-HJ-NPR-Z0-9]{17}$/i;
const token = /^(?:ey[\w-]{10,}\.ey[\w-]{10,}\.[\w-]*|[\w.:/+=~|-]{16,4096})$/;
const expiry =
  /^(?:(?:0?[1-9]|1[0-2])\s?[/.-]?\s?(?:20)?\d{2}|(?:20\d{2})[/-](?:0[1-9]|1[0-2])|\*{0,12}\d{4}|[1-9]|1[0-2])$/;
const account = /^\d[\d ./-]{4,30}\d$/;

export const attributeTests: Readonly<Record<AttributeName, AttributeTest>> = {
  age: ({ text }) => isWholeBetween(text, 0, 115) || /^\d{2}\s?[-–+]\s?(?:\d{2})?$/.test(text),
  birthYear: ({ text }, today) => isWholeBetween(text, 1900, Math.floor(today / 10_000)),
  partialBirthDate: ({ text, folded }) =>
    isWholeBetween(text, 1, 31) ||
    /^\d{1,2}[/.-]\d{1,2}$|^\d{4}-\d{2}$/.test(text) ||
    /^[a-z]{3,9}$/.test(folded),
  messenger: ({ text }) => /^[\p{L}\p{N}_.@:#+-]{3,80}$/u.test(text),
  coordinates: isCoordinate,
  familyStructure: ({ text }) => isWholeBetween(text, 0, 15) || (/\p{L}{4}/u.test(text) && text.length < 80),
  spouseName: ({ text }) => nameOfPeople.test(text),
  motherMaidenName: ({ text }) => nameOfPeople.test(text),
  familyMember: ({ text }) => nameOfPeople.test(text),
  income: isMoney,
  accountBalance: isMoney,
  spokenLanguage: ({ folded }) => folded.split(/[^a-z]+/).some((word) => languageNames.has(word)),
  educationLevel: ({ folded, text }) =>
    text.length <= 120 && folded.split(/[^a-z]+/).some((word) => educationWords.has(word)),
  physicalAttribute: isBodily,
  bloodGroup: ({ text }) => /^(?:A|B|AB|O|0)\s?(?:[+-]|pos(?:itiv\w*)?|neg(?:ativ\w*)?|Rh[+-])$/i.test(text),
  zodiacSign: ({ folded }) => zodiacSigns.has(folded),
  deceasedDate: ({ bytes }, today) => birthDateKind(bytes, 0, bytes.length, today) > 0,
  deceasedStatus: ({ bytes }) => deceasedStatusKind(bytes, 0, bytes.length) > 0,
  driversLicence: isPaper,
  passportNumber: ({ text }) =>
    /^[A-Z]{0,3}[ -]?\d{5,9}[A-Z]?$|^\d{2}[A-Z]{2}\d{5}$|^[A-Z0-9]{8,9}$/i.test(text) && /\d{2}/.test(text),
  governmentId: isPaper,
  vehiclePlate: ({ text }) => plate.test(text),
  vehicleNumber: ({ text }) => vin.test(text) && /\d{3}/.test(text) && /[A-Z]/i.test(text),
  cardSecurity: ({ text }) => /^\d{3,4}$/.test(text),
  cardPart: ({ text }) => expiry.test(text) || isWholeBetween(text, 2000, 2060),
  cardBrand: ({ folded }) => cardBrands.has(folded),
  bankAccount: ({ text, bytes }) => account.test(text) && dateValue(bytes, 0, bytes.length) === 0,
  macAddress: ({ text }) => mac.test(text) && !/^(?:00[:-]){5}|^(?:ff[:-]){5}/i.test(text),
  imei: ({ text }) => isImei(text.replaceAll(/[ /-]/g, '')),
  userAgent: ({ text }) => text.length <= 2000 && browser.test(text),
  securityQuestion: ({ text }) => /\p{L}{2}/u.test(text) && text.length <= 300,
  passwordHint: ({ text }) => /[\p{L}\p{N}]{2}/u.test(text) && text.length <= 300,
  authToken: ({ text }) =>
    token.test(text) && /\d/.test(text) && /[a-z]/i.test(text) && !/^https?:/i.test(text),
};

function isWholeBetween(text: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

/** An amount that could be somebody's for a month, a year or an hour, or a range of them. */
function isMoney({ text, bytes }: SampledValue): boolean {
  if (dateValue(bytes, 0, bytes.length) > 0) return false;
  return money.test(text) || (text.length <= 40 && moneyRange.test(text));
}

function isCoordinate({ text }: SampledValue): boolean {
  if (degreePair.test(text)) return true;
  return decimalDegrees.test(text) && Math.abs(Number(text.replace(',', '.'))) <= 180;
}

/** Centimetres, kilograms, feet and inches; colours of eyes and hair. */
function isBodily({ text, folded }: SampledValue): boolean {
  if (/^\d{2,3}(?:[.,]\d{1,2})?\s?(?:cm|kg|lbs?)?$|^[12][.,]\d{1,2}\s?m?$|^\d'\s?\d{1,2}"?$/.test(text))
    return true;
  return text.length <= 40 && folded.split(/[^a-z]+/).some((word) => bodyWords.has(word));
}

function isPaper({ text, bytes }: SampledValue): boolean {
  return papers.test(text) && /\d{3}/.test(text) && dateValue(bytes, 0, bytes.length) === 0;
}

/** 15 digits with a Luhn check digit (3GPP TS 23.003), or 14 or 16 without one. */
function isImei(digits: string): boolean {
  if (!/^[0-9]{14,16}$/.test(digits)) return false;
  if (digits.length !== 15) return true;
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const doubled = (digits.charCodeAt(at) - 48) * (at % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
