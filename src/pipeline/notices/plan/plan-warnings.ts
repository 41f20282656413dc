// What is to be looked at before a plan is approved, in plain sentences: what nobody said, whom nothing reaches. In: a
// plan's counts and facts. Out: sentences. They never refuse anything: the linter does.

import { type About, unknownControllers, unsaidFindings } from '../../../notify/index.ts';
import type { PlanFacts } from '../plan-facts.ts';
import type { PlannedNotices } from './plan-types.ts';

export function planWarnings(
  plan: Omit<PlannedNotices, 'warnings'>,
  facts: PlanFacts['facts'],
  about: About,
): string[] {
  const unsaid = plan.variants.flatMap(({ controller, language }) => {
    const spoken = facts.find((one) => one.controller === controller)!.facts;
    return unsaidFindings(spoken, language).map(({ what }) => said(what, controller));
  });
  const unnamed = unknownControllers(
    about,
    facts.flatMap(({ controller, facts: { organisation } }) => [controller ?? [], organisation ?? []].flat()),
  );
  const unmatched = plan.directions?.unmatched.length ?? 0;
  return [
    ...new Set(unsaid),
    ...unnamed.map((name) => `--about speaks of ${name}, and no controller of the case has that name`),
    ...(unmatched === 0
      ? []
      : [`${unmatched} ${unmatched === 1 ? 'line' : 'lines'} of the directions meant nobody of the case`]),
    ...(plan.unreachable === 0
      ? []
      : [
          `${plan.unreachable} ${plan.unreachable === 1 ? 'person is' : 'people are'} reached by nothing: the substitute notice is needed`,
        ]),
    ...(plan.postage.letters > 0 && plan.postage.total === null
      ? ['no price of a letter is known here: say it with --postage']
      : []),
  ];
}

function said(what: string, controller: string | null): string {
  return controller === null ? what : `${what} (${controller})`;
}
