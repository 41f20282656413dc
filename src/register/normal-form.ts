// The form in which all spellings of an identifier agree, before it is hashed. In: a kind of identifier and a text. Out:
// its normal form, or null where the text is none of that kind. Publishing, looking up and subscribing all ask here:
// two forms of one identifier would be a denial.

import {
  emailValue,
  identifierOf,
  longestIdentifier,
  normaliseEmail,
  normalisePhone,
  spanEnd,
  spanStart,
  type ValidatorName,
  validatorIds,
  valueKind,
} from '../recognise/index.ts';

/** No identifier is longer. */
export const longestTyped = 1024;

const scratch = Buffer.alloc(longestTyped * 2 + 4 + longestIdentifier);

/** `kind`: the name of a validator: `email`, `phone`, `username`, `nir` … Other classes than identifiers have none. */
export function normalForm(kind: string, text: string): string | null {
  const bytes = Buffer.from(text);
  if (bytes.length > longestTyped) return null;
  switch (kind) {
    case 'email':
      return emailForm(bytes);
    case 'phone':
      return valueKind(validatorIds.phone, bytes, 0, bytes.length) === 0
        ? null
        : written(normalisePhone(bytes, 0, bytes.length, scratch));
    case 'username':
      return usernameForm(text);
    default:
      return numberForm(kind, bytes);
  }
}

function emailForm(bytes: Uint8Array): string | null {
  const span = emailValue(bytes, 0, bytes.length);
  return span < 0 ? null : written(normaliseEmail(bytes, spanStart(span), spanEnd(span), scratch));
}

/** As the account of Have I Been Pwned: without white space around it, in lower case. */
function usernameForm(text: string): string | null {
  const form = text.trim().normalize('NFC').toLowerCase();
  return form === '' ? null : form;
}

function numberForm(kind: string, bytes: Uint8Array): string | null {
  const identifier = Object.hasOwn(validatorIds, kind)
    ? identifierOf(validatorIds[kind as ValidatorName])
    : null;
  if (identifier === null || identifier.kind(bytes, 0, bytes.length) === 0) return null;
  return written(identifier.normalise(bytes, 0, bytes.length, scratch));
}

function written(length: number): string | null {
  return length === 0 ? null : scratch.toString('utf8', 0, length);
}
