/*
 * Does a line hold a street, or what is told of a house? In: the line. Out: yes or no. Made for lines over or before a
 * postal code, where little else stands; elsewhere it would take too much for a street.
 */

import { foldText } from '../names.ts';
import { hasStreetWord } from '../value-test.ts';

/** Within a house: flat, building, stairs. */
const complement =
  /^\s*(?:app(?:t|art)?\b|apt\b|bât|bat\b|rés|res\b|residence\b|esc|étage|etage|flat\b|suite\b|unit\b|c\/o|chez|hinterhaus)/i;

/** Flat, building, stairs: goes with the street. */
export function isComplement(line: string): boolean {
  return complement.test(line);
}

/** A house number with a word that streets have, or before or after other words. */
export function isStreet(line: string): boolean {
  if (line.length > 90 || !/\p{L}{3}/u.test(line)) return false;
  const bare = line.trim();
  if (/^\d{1,4}(?: ?(?:bis|ter|[a-z]))?,? \p{L}/iu.test(bare) && !/\d{5,}/.test(bare)) return true;
  if (/^\p{Lu}[\p{L}.' -]{3,40} \d{1,4} ?[a-z]?$/u.test(bare)) return true;
  return (
    (/\d/.test(bare) && hasStreetWord(foldText(bare))) ||
    /^(?:b\.?p\.?|cs|postfach|p\.?o\.? box) \d/i.test(bare)
  );
}

/** `Lindenstraße 12`: the number comes last. */
export function hasGermanNumber(part: string): boolean {
  return /\p{L}[.]? \d{1,4} ?[a-z]?\s*$/iu.test(part);
}

/** How many blanks the text begins with. */
export function leading(text: string): number {
  return text.length - text.trimStart().length;
}
