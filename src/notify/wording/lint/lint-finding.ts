// What the linter says of a text. In: nothing. Out: types.

import type { NoticeElement } from '../notice-types.ts';

export const lintRules = [
  'element-missing',
  'element-elsewhere',
  'mark-missing',
  'mark-astray',
  'place-unfilled',
  'hidden-character',
  'markup',
  'hedged',
  'link',
  'attachment',
  'click',
  'asks-for-data',
  'asks-for-money',
  'names-value',
  'phrase',
  'class-missing',
  'class-extra',
  'language',
  'reading-level',
  'text-message-length',
  'subject-length',
  'unsaid',
] as const;

export type LintRule = (typeof lintRules)[number];

/** Where in a notice: one of its elements, or what stands around them. */
export type LintPlace =
  | NoticeElement
  | 'subject'
  | 'greeting'
  | 'proof'
  | 'signature'
  | 'textMessage'
  | 'callOpening';

export interface LintFinding {
  rule: LintRule;
  /** Null: of the notice as a whole. */
  place: LintPlace | null;
  /** What is wrong, without its full stop. */
  what: string;
  /** The sentence it stands in; null where it is about what is not there. A value that should not be there is left out. */
  sentence: string | null;
}
