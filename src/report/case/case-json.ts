/*
 * The page of a case as its JSON document. In: the page. Out: an object to be printed; texts of duties in English, as
 * everything a program reads.
 */
import type { CaseHead } from './case-page.ts';
import type { Deadline, WaitingDuty } from '../clocks/index.ts';

export function caseJson({ deadlines, waiting, next, ...page }: CaseHead): object {
  const { case: id, name, openedAt, state, ...rest } = page;
  return {
    version: 1,
    case: id,
    name,
    openedAt,
    state,
    next: next && deadlineJson(next),
    ...rest,
    deadlines: deadlines.map(deadlineJson),
    waiting: waiting.map(waitingJson),
  };
}

function deadlineJson({ id, regime, rule, article, duty, ...deadline }: Deadline): object {
  return { id, regime, rule, article: article.en, duty: duty.en, ...deadline };
}

function waitingJson({ rule, article, duty, ...waiting }: WaitingDuty): object {
  return { rule, article: article.en, duty: duty.en, ...waiting };
}
