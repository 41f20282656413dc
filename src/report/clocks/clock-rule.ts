/*
 * What a rule about a clock says: who owes what to whom, from when, for how long, by which article, and from which day
 * to which. In: nothing; these are the shapes of the rule data beside it.
 */

import type { Language } from '../statement/statement-words.ts';

export const regimes = ['gdpr', 'nis2', 'dora', 'eprivacy'] as const;

export type Regime = (typeof regimes)[number];

/** Calendar units: an hour is 60 minutes whatever the clocks do; days and months keep the hour on the wall. */
export type Period = { hours: number } | { days: number } | { months: number };

/**
 * `aware`: starts with the awareness that the case holds. `given`: somebody says when it starts, and why.
 * `after`: starts when the named duty was met.
 */
export type Trigger = 'aware' | 'given' | { after: string };

export interface ClockRule {
  id: string;
  regime: Regime;
  /** As it is cited: `GDPR Art. 33(1)`. */
  article: Record<Language, string>;
  /** What is to be done, as an instruction: `tell the authority`. */
  duty: Record<Language, string>;
  /** For whom it runs by itself when a case is opened. */
  owedBy: 'controller' | 'processor' | 'any';
  trigger: Trigger;
  /** Null: without undue delay, and no number of hours is written. */
  period: Period | null;
  /** False: the article says without undue delay, and the period is what authorities advise. */
  isBinding: boolean;
  /** A later start replaces the period, and may only bring the end forward while the first period runs. */
  onceClassified?: Period;
  /** The end on a day that is no working day may move to noon of the next one. */
  movesToNoon?: boolean;
  /** Days, yyyy-mm-dd; null: not yet, or open. */
  validFrom: string | null;
  validTo: string | null;
  source: string;
}
