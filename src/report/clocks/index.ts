/*
 * Clocks: rules of who owes what by when, as dated data, and the deadlines of a case by them.
 */
export { type ClockRule, type Period, regimes, type Regime } from './clock-rule.ts';
export { clockRules, proposedRules, ruleOn } from './clock-rules.ts';
export {
  caseDeadlines,
  type CaseDeadlines,
  type Deadline,
  type DeadlineState,
  type WaitingDuty,
} from './deadlines.ts';
export { rulesAfter, rulesOfAwareness } from './starting-clocks.ts';
export { holidayCountries, isHolidayCountry } from './working-days.ts';
