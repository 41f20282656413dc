// What somebody asks for as an account: an address, a user name or a telephone number. In: a part of a path. Out: the
// text, or null for what is none. Numbers that a state or a bank gives can be guessed through, so that nobody may ask
// for one here: the private look-up and the letters are for those.

import { accountForms, isSecretNumber } from '../../register/index.ts';
import { decodedPart } from './api-request.ts';

/** An address has at most 254 characters (RFC 5321), a user name fewer. */
const mostCharacters = 254;

/** `%E2%82%AC`. */
const mostPerCharacter = 9;

export function typedAccount(part: string): string | null {
  if (part.length > mostCharacters * mostPerCharacter) return null;
  const text = decodedPart(part);
  if (text === null || text.length > mostCharacters || accountForms(text).length === 0) return null;
  return !text.includes('@') && (isSecretNumber(text) || isLongNumber(text)) ? null : text;
}

/** A NIR without its key, a number with a typing error: no telephone number without a `+` is as long. */
function isLongNumber(text: string): boolean {
  return /^\d{5}(?:\d{2}|2[AB])\d{5,}$/iu.test(text.replaceAll(/[\s.-]/gu, ''));
}
