// What a notice says that it must not say. In: a sentence and where it stands. Out: findings. A denial such as "no
// link and no attachment" or "do not click" is none.

import type { LintFinding, LintPlace, LintRule } from './lint-finding.ts';
import type { PlacedSentence } from './notice-sentences.ts';
import { asks, attachments, clicks, elsewhere, hedges, links, money, phrases } from './phrases.ts';

interface PhraseRule {
  rule: LintRule;
  patterns: readonly RegExp[];
  what: string;
  /** Everywhere where it is not given. */
  places?: readonly LintPlace[];
  /** What is denied is not said. */
  isDenied?: boolean;
}

const said: readonly LintPlace[] = ['event', 'data', 'consequences', 'measures', 'advice'];

const rules: readonly PhraseRule[] = [
  {
    rule: 'hedged',
    patterns: hedges,
    what: 'speaks of what is known as if it were a possibility',
    places: ['subject', 'event', 'data'],
  },
  {
    rule: 'element-elsewhere',
    patterns: elsewhere,
    what: 'leaves to another place what the notice itself must say',
    places: said,
  },
  { rule: 'link', patterns: links, what: 'sends people to a link', isDenied: true },
  { rule: 'attachment', patterns: attachments, what: 'speaks of a file that comes with it', isDenied: true },
  { rule: 'click', patterns: clicks, what: 'wants something to be clicked or scanned', isDenied: true },
  { rule: 'asks-for-data', patterns: asks, what: 'asks for data, as deceptive messages do', isDenied: true },
  {
    rule: 'asks-for-money',
    patterns: money,
    what: 'asks for money, as deceptive messages do',
    isDenied: true,
  },
];

export function phraseFindings({ place, text }: PlacedSentence): LintFinding[] {
  const denied = withoutDenials(text);
  const found = rules.flatMap(({ rule, patterns, what, places, isDenied = false }): LintFinding[] => {
    if (places !== undefined && !places.includes(place)) return [];
    const looked = isDenied ? denied : text;
    return patterns.some((pattern) => pattern.test(looked)) ? [{ rule, place, what, sentence: text }] : [];
  });
  const phrase = phrases.find(({ pattern }) => pattern.test(text));
  return phrase === undefined
    ? found
    : [...found, { rule: 'phrase', place, what: phrase.what, sentence: text }];
}

const denial =
  /(?<!\p{L})(?:no|not|never|nor|neither|without|don[’']t|do not|does not|will not|ni|sans|aucune?|jamais|keine?n?)\s+(?:(?:any|ever|a|an|the|for|to|us|you|pas|de|ask|contain|hold)\s+)*\p{L}+(?:\s+(?:link|attachment|file|jointe?s?|your|on|here))*|(?<!\p{L})n[e’']\s*(?:\p{L}+[- ]){1,3}(?:pas|jamais|rien|aucune?)(?:\s+\p{L}+)?/giu;

function withoutDenials(text: string): string {
  return text.replaceAll(denial, ' … ');
}
