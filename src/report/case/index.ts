/*
 * The page of a case: what it holds, as JSON and on a terminal.
 */
export { caseJson } from './case-json.ts';
export type {
  CaseHead,
  CasePage,
  ClassCount,
  PageController,
  PageDelivery,
  PageEvidence,
  PageReachability,
  Reach,
} from './case-page.ts';
export { renderCase, renderCaseEntry, renderDeadlines, renderNext } from './render-case.ts';
export { type ListStyle, renderIncidents, renderRetention } from './render-incidents.ts';
export { dayText, spanText, timeText } from './time-text.ts';
