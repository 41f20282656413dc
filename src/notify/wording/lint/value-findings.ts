// Values in a notice: addresses, numbers, names of somebody, and whatever leads out of it. In: a sentence, and what may
// stand in it: whom people may turn to. Out: findings that do not repeat the value. Numbers are found as they are found
// in a leak, with their check digits.

import { identifierOf, scanText, validators } from '../../../recognise/index.ts';
import { nameMark, type NoticeFacts, referenceMark } from '../notice-types.ts';
import type { LintFinding } from './lint-finding.ts';
import type { PlacedSentence } from './notice-sentences.ts';

export function createValueFinder(facts: NoticeFacts): (sentence: PlacedSentence) => LintFinding[] {
  const allowed = allowedTexts(facts);
  return ({ place, text }) => {
    const rest = withoutAllowed(text, allowed);
    const found: LintFinding[] = [];
    if (isLink.test(text) || isSite.test(rest))
      found.push({ rule: 'link', place, what: 'holds a link, or what programs make one of', sentence: text });
    if (isMarkup.test(text)) found.push({ rule: 'markup', place, what: 'holds markup', sentence: text });
    if (isHidden.test(withoutMarks(text)))
      found.push({
        rule: 'hidden-character',
        place,
        what: 'holds characters that nobody sees',
        sentence: null,
      });
    const value = valueIn(rest);
    if (value !== null) found.push({ rule: 'names-value', place, what: `names ${value}`, sentence: null });
    return found;
  };
}

const isLink =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.|\bhxxps?\b|\b(?:mailto|tel|sms|data|javascript):\S|\.\p{L}{2,}\/\S)/iu;
/** A name that programs take for a site's. */
const isSite =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|info|biz|eu|io|co|me|app|dev|link|click|site|online|shop|top|xyz|ly|gl|test|example|[a-z]{2})(?![\p{L}\p{N}])(?:\/\S*)?/iu;
const isMarkup = /<[a-z!/]|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu;
const isHidden = /[\p{Cf}\p{Co}\p{Cc}\p{Cs}\p{Cn}]/u;

function withoutMarks(text: string): string {
  return text.replaceAll(nameMark, '').replaceAll(referenceMark, '');
}

/** Of whoever speaks and of those who can be turned to; these are no value of anybody in the files. */
function allowedTexts(facts: NoticeFacts): string[] {
  const { organisation, sender, contact, chain, told, authority, site } = facts;
  const texts = [
    organisation,
    sender.name,
    sender.address,
    contact.name,
    contact.email,
    contact.phone,
    ...contact.post,
    ...chain,
    ...told.map(({ who }) => who),
    authority?.name ?? null,
    ...(authority?.post ?? []),
    authority?.site ?? null,
    site,
  ];
  const said = texts.filter((text) => text !== null && text.trim().length > 1) as string[];
  return [...new Set(said.map((text) => text.replaceAll(/\s+/gu, ' ').trim()))].toSorted(
    (a, b) => b.length - a.length,
  );
}

function withoutAllowed(text: string, allowed: readonly string[]): string {
  const plain = text.replaceAll(/[\u00a0\u202f]/gu, ' ');
  // a word stays a word, so that what stands beside it is not joined to it
  return allowed.reduce((rest, one) => rest.replaceAll(one, ' … '), plain);
}

const titled =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mme|Mlle|Monsieur|Madame|Herr|Frau|Señor|Señora|Signor|Signora)\.? \p{Lu}[\p{L}’'-]+/u;
const born = /(?:born|née?|geboren|nacid[oa]|nat[oa]) (?:on |le |am |el |il )?\d/iu;
const told = /(?:password|mot de passe|code|pin)\s*(?:is|was|est|était|:|=)\s*[«“"'‘]\s*\S/iu;
const hash = /(?<![\p{L}\p{N}])(?:[0-9a-f]{32,}|\$2[aby]\$\S{10,}|\$argon2\S{10,}|\$[156]\$\S{10,})/iu;
const longNumber = /(?<!\d)\d(?:[ .\-/]?\d){8,}(?!\d)/u;

/** What it is, in a few words; null where there is none. */
function valueIn(text: string): string | null {
  if (titled.test(text)) return 'somebody';
  if (born.test(text)) return 'a date of birth';
  if (told.test(text)) return 'a password or a code';
  if (hash.test(text)) return 'a password hash or a token';
  const scanned = scannedIn(text);
  if (scanned !== null) return scanned;
  return longNumber.test(text) ? 'a long number' : null;
}

const wordsOf: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  ipAddress: 'an IP address',
  streetAddress: 'a postal address',
};

const valued = new Map(
  validators
    .filter(
      ({ id, name }) =>
        identifierOf(id) !== null || ['email', 'phone', 'ipAddress', 'streetAddress'].includes(name),
    )
    .map(({ id, name }) => [id, wordsOf[name] ?? `an identifier (${identifierOf(id)?.label ?? name})`]),
);

function scannedIn(text: string): string | null {
  const bytes = Buffer.from(text);
  let found: string | null = null;
  scanText(bytes, 0, bytes.length, (validator) => {
    found ??= valued.get(validator) ?? null;
  });
  return found;
}
