/*
 * Is a piece of a line a person's name? In: text and a span. Out: the name without what is said before and after it, and
 * what speaks for it, or null. One capitalised word is no name, except after `Mme` or `Herr`, and then only a last name.
 */

import { isGivenName } from '../lexicon/given-names.ts';
import { honorifics, organisationWords, paperWords, particles, practising } from '../lexicon/not-names.ts';
import { foldText } from '../names.ts';

export interface PersonName {
  start: number;
  end: number;
  /** As written, in one line. */
  value: string;
  /** Folded words, particles left out. */
  words: string[];
  hasHonorific: boolean;
  /** A common first name is among the words. */
  hasGiven: boolean;
  /** Called by the title of a practice (`Docteur …`) and by no other before it. */
  isPractising: boolean;
}

const longestName = 70;
const mostWords = 6;
const token = /^\p{Lu}[\p{L}\p{M}]*(?:(?:['’ʼ`]\p{Lu}|[.-]\p{L})[\p{L}\p{M}]*)*\.?$/u;
const smallPrefix = /^[dl]['’ʼ]\p{Lu}[\p{L}\p{M}-]*$/u;
const forbidden = /[\d<>{}=;"/\\_@*#&:!?%$€£[\]+|•]/;

/** The span may have blanks around it; a comma turns `Quellmont, Nora` round only in the eye of the reader. */
export function personName(text: string, start: number, end: number): PersonName | null {
  let from = 0;
  while (start + from < end && isBlank(text.charCodeAt(start + from))) from++;
  if (start + from >= end || isSmall(text.charCodeAt(start + from))) return null;
  const written = text.slice(start, Math.min(end, start + 2 * longestName));
  const line = written
    .slice(from)
    .replace(/[\s,;.:]+$/, '')
    .replace(/\s*\((?:née?|geb\.?|born)[^)]{0,40}\)$/i, '');
  if (line.length < 2 || line.length > longestName || forbidden.test(line)) return null;
  const parts = line.split(/[ \u00A0]+/);
  if (parts.length > mostWords + 2) return null;
  let skipped = 0;
  let hasHonorific = false;
  while (skipped < parts.length && (isHonorific(parts[skipped]!) || isBareMister(parts, skipped))) {
    hasHonorific = true;
    skipped++;
  }
  const words: string[] = [];
  let hasGiven = false;
  for (let index = skipped; index < parts.length; index++) {
    const part = parts[index]!.replace(/,$/, '');
    if (part !== parts[index] && index !== parts.length - 2 && index !== skipped) return null;
    const word = foldText(part).replaceAll(/[.'’ʼ`]/g, (mark) => (mark === '.' ? '' : ' '));
    if (particles.has(word) && words.length + 1 < parts.length - skipped + 1 && index < parts.length - 1)
      continue;
    if (!token.test(part) && !smallPrefix.test(part)) return null;
    if (organisationWords.has(word) || paperWords.has(word)) return null;
    if (!hasGiven) hasGiven = word.split('-').some((piece) => isGivenName(piece));
    words.push(word);
  }
  if (words.length === 0 || words.length > mostWords || words.every((word) => word.length === 1)) return null;
  const value = inOrder(parts.slice(skipped));
  const at = start + from + (skipped === 0 ? 0 : line.indexOf(parts[skipped]!, parts[skipped - 1]!.length));
  const isPractising = skipped > 0 && practising.has(foldText(parts[0]!).replace('.', ''));
  return { start: at, end: start + from + line.length, value, words, hasHonorific, hasGiven, isPractising };
}

/** `Quellmont, Nora` is Nora Quellmont. */
function inOrder(parts: readonly string[]): string {
  const comma = parts.findIndex((part) => part.endsWith(','));
  if (comma < 0 || comma === parts.length - 1) return parts.join(' ').replaceAll(',', '');
  return [...parts.slice(comma + 1), ...parts.slice(0, comma + 1)].join(' ').replaceAll(',', '');
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** Names begin with a capital, but for `d’` and `l’`. */
function isSmall(code: number): boolean {
  return (code >= 97 && code <= 122 && code !== 100 && code !== 108) || (code >= 48 && code <= 57);
}

function isHonorific(part: string): boolean {
  const bare = foldText(part).replace(/\.$/, '');
  return bare.length < 13 && honorifics.has(bare) && (bare.length > 1 || part.endsWith('.'));
}

/** `M QUELLMONT Henri`, as printers of envelopes have it. */
function isBareMister(parts: readonly string[], at: number): boolean {
  return at === 0 && parts[0] === 'M' && parts.length > 2;
}

/** Two words and a sign that they are somebody's. */
export function isFullName({ words, hasHonorific, hasGiven }: PersonName): boolean {
  return words.length >= 2 && (hasHonorific || hasGiven);
}

/** The parts of the address before the `@` are the first and last name, or an initial and the last name. */
export function agreesWithEmail(words: readonly string[], email: string): boolean {
  const local = foldText(email.slice(0, email.indexOf('@'))).replaceAll(/[^a-z]/g, '');
  const pieces = words.flatMap((word) => word.split(/[^a-z]+/)).filter((word) => word.length > 0);
  const long = pieces.filter((piece) => piece.length >= 3 && local.includes(piece));
  if (long.length === 0) return false;
  if (long.length >= 2) return true;
  const rest = local.replace(long[0]!, '');
  return pieces.some(
    (piece) => piece !== long[0] && rest !== '' && rest.length <= 2 && piece.startsWith(rest),
  );
}

/** A word of the line belongs to firms, authorities and their offices. */
export function isOrganisation(line: string): boolean {
  if (line.length > 160) return false;
  return foldText(line)
    .split(/[^a-z0-9]+/)
    .some((word) => organisationWords.has(word));
}

/**
 * The name that ends at `at`, in running text: back over capitalised words as far as a word in small letters, a comma or
 * what is said before a name (`entre Mme Nora Quellmont`).
 */
export function nameBefore(text: string, from: number, at: number): PersonName | null {
  let end = at;
  while (end > from && /[\s,;:(<"'–—-]/.test(text[end - 1]!)) end--;
  const begin = Math.max(from, end - longestName);
  const written = text.slice(begin, end);
  let start = written.length;
  for (const { 0: word, index } of [...written.matchAll(/\S+/g)].toReversed()) {
    const bare = word.replace(/^[("']/, '');
    if (start < written.length && word.endsWith(',')) break;
    if (isHonorific(bare)) {
      start = index + word.length - bare.length;
      break;
    }
    if (!token.test(bare) && !smallPrefix.test(bare) && !particles.has(bare)) break;
    if (bare !== word || (index === 0 && begin > from)) {
      start = bare === word ? start : index + word.length - bare.length;
      break;
    }
    start = index;
  }
  return start === written.length ? null : personName(text, begin + start, end);
}
