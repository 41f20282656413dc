// Which clocks start by themselves: when a case gets its awareness, when a duty is met that another one follows. In:
// the facts of the case. Out: the rules.

import type { CaseFacts } from '../../register/index.ts';
import type { ClockRule } from './clock-rule.ts';
import { clockRules, isInForce } from './clock-rules.ts';

/** Rules that awareness starts, under the laws of the case and for what its user is in it. */
export function rulesOfAwareness({
  aware,
  regimes,
  role,
}: Pick<CaseFacts, 'aware' | 'regimes' | 'role'>): ClockRule[] {
  if (aware === null) return [];
  return clockRules.filter(
    (rule) =>
      rule.trigger === 'aware' &&
      regimes.includes(rule.regime) &&
      (rule.owedBy === 'any' || rule.owedBy === role) &&
      isInForce(rule, aware.at.slice(0, 10)),
  );
}

/** Rules that start when the duty of this one was met, on the day of `at`. */
export function rulesAfter(ruleId: string, at: string): ClockRule[] {
  return clockRules.filter(
    (rule) =>
      typeof rule.trigger === 'object' && rule.trigger.after === ruleId && isInForce(rule, at.slice(0, 10)),
  );
}
