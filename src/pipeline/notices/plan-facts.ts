// What a plan said of the incident and of who speaks, for each controller, as its texts were written with. In: a plan of
// the ledger. Out: the facts. They stand in the plan's settings, so that what is said later is what was approved.

import { noNoticeFacts, type NoticeFacts } from '../../notify/index.ts';
import type { StoredPlan } from '../../store/notices/index.ts';

/** The part of a plan's settings that others than the planner read. */
export interface PlanFacts {
  facts: { controller: string | null; facts: NoticeFacts }[];
}

/** `controller`: as the variants have it. */
export function factsOfPlan(
  { settings }: Pick<StoredPlan, 'settings'>,
  controller: string | null,
): NoticeFacts {
  const { facts = [] } = settings as Partial<PlanFacts>;
  return facts.find((one) => one.controller === controller)?.facts ?? noNoticeFacts;
}
