// Data that the organisation's own words speak of and that these people did not lose: said to all, it makes some of them
// fear for what is safe. In: a text and what it is about. Out: warnings; that something was "not" taken is not told apart.

import type { NoticeContent, NoticeText } from '../notice-types.ts';
import type { LintFinding } from './lint-finding.ts';
import { noticeSentences } from './notice-sentences.ts';

/** What people fear for first, as it is written of. */
const spokenOf: readonly (readonly [string, RegExp])[] = [
  ['Passwords', /(?<!\p{L})(?:passwords?|mots? de passe)(?!\p{L})/iu],
  ['Passport numbers', /(?<!\p{L})(?:passports?|passeports?)(?!\p{L})/iu],
  [
    'Bank account numbers',
    /(?<!\p{L})(?:IBAN|RIB|bank (?:account|details)|(?:compte|coordonnées) bancaires?)/iu,
  ],
  [
    'Credit cards',
    /(?<!\p{L})(?:(?:credit|payment|bank) cards?|cartes? (?:bancaires?|de (?:crédit|paiement)))/iu,
  ],
  ['Social security numbers', /(?<!\p{L})(?:social security|sécurité sociale|NIR(?!\p{L}))/iu],
  ['Personal health data', /(?<!\p{L})(?:health|medical|données de santé|médica(?:l|le|les|ux))(?!\p{L})/iu],
  ["Driver's licenses", /(?<!\p{L})(?:driving licen[cs]es?|permis de conduire)/iu],
  ['Government issued IDs', /(?<!\p{L})(?:identity cards?|cartes? d[’']identité)/iu],
  ['Phone numbers', /(?<!\p{L})(?:tele)?phone numbers?|numéros? de téléphone/iu],
  ['Physical addresses', /(?<!\p{L})(?:(?:postal|home|street) address|adresses? postales?)/iu],
  ['Dates of birth', /(?<!\p{L})(?:dates? of birth|birth ?dates?|dates? de naissance)/iu],
];

export function otherClassFindings(text: NoticeText, content: NoticeContent): LintFinding[] {
  const held = new Set(content.classes.map((entry) => entry.class));
  const others = spokenOf.filter(([name]) => !held.has(name));
  return noticeSentences(text)
    .filter(({ place, isItem }) => !isItem && (place === 'event' || place === 'consequences'))
    .flatMap(({ place, text: sentence }) =>
      others
        .filter(([, pattern]) => pattern.test(sentence))
        .map(([name]) => ({
          rule: 'class-extra' as const,
          place,
          what: `speaks of what the files do not hold of these people (${name})`,
          sentence,
        })),
    );
}
