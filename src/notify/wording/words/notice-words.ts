// All that a notice says in one language, as data: sentences with places in braces, names of classes and kinds, and what
// goes with each topic of advice. English is the measure: another language has the same keys and the same places.

import type { AdviceTopic } from '../../../report/index.ts';
import type { englishSentences } from './english-sentences.ts';

export type SentenceKey = keyof typeof englishSentences;

/** How a password stands in the files, as far as it matters to the person. */
export const passwordStates = ['clear', 'encrypted', 'fast', 'weak', 'slowed', 'slow', 'unknown'] as const;

export type PasswordState = (typeof passwordStates)[number];

export interface NoticeWords {
  /** BCP 47. */
  language: string;
  direction: 'ltr' | 'rtl';
  sentences: Readonly<Record<SentenceKey, string>>;
  /** By the class's English name; one of somebody, without an article: "Date of birth". */
  classes: Readonly<Record<string, string>>;
  /** By the kind's English name; a kind that is not named is left as it is. */
  kinds: Readonly<Record<string, string>>;
  passwords: Readonly<Record<PasswordState, string>>;
  consequences: Readonly<Record<AdviceTopic, string>>;
  advice: Readonly<Record<AdviceTopic, string>>;
}
