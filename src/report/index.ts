/*
 * The report stage: an exposure report goes in, a page, a terminal text or a JSON document comes out.
 * Other stages import from here only. Nothing here reads the leak, the clock or the network.
 */
export type {
  ExposureReport,
  ReportClass,
  ReportColumn,
  ReportColumnClass,
  ReportFile,
  ReportInput,
  ReportLink,
  ReportPeople,
  ReportSkipped,
  ReportSpecial,
  ReportTable,
} from './exposure-report.ts';
export { renderTerminal } from './render-terminal.ts';
export { renderHtml } from './render-html.ts';
export { renderJson } from './render-json.ts';
export { maskShape } from './mask-shape.ts';
export { passwordMeaning, type PasswordStrength } from './password-meaning.ts';
export type {
  PersonStatement,
  StatementClass,
  StatementFlag,
  StatementPerson,
  StatementPlace,
  StatementDelivery,
} from './statement/person-statement.ts';
export { renderStatement, type StatementStyle } from './statement/render-statement.ts';
export { frenchClass, frenchKind, hasTellingKinds } from './statement/class-words.ts';
export { frenchMeaning } from './statement/place-words.ts';
export { type Language, statementWords } from './statement/statement-words.ts';
export { type Advice, adviceFor, adviceTexts } from './advice/advice-for.ts';
export { type AdviceTopic, adviceTopic, adviceTopics } from './advice/advice-topics.ts';
export { calendarDay, calendarMoment } from './calendar-text.ts';
export { frenchOf } from './french-of.ts';
export { fileState, isTroubled } from './file-state.ts';
export { fitPath } from './fit-path.ts';
export { fitText, textWidth, wrapText } from './fit-text.ts';
export { visibleText } from './visible-text.ts';
export {
  caseDeadlines,
  type CaseDeadlines,
  type ClockRule,
  clockRules,
  type Deadline,
  type DeadlineState,
  holidayCountries,
  isHolidayCountry,
  type Period,
  proposedRules,
  type Regime,
  regimes,
  ruleOn,
  rulesAfter,
  rulesOfAwareness,
  type WaitingDuty,
} from './clocks/index.ts';
export {
  caseJson,
  type CaseHead,
  type CasePage,
  type ClassCount,
  dayText,
  type PageController,
  type PageReachability,
  type Reach,
  renderCase,
  renderCaseEntry,
  renderIncidents,
  renderRetention,
  renderDeadlines,
  renderNext,
  spanText,
  timeText,
} from './case/index.ts';
export type { DirectoryDoubt, DirectoryReport, ReachabilityReport } from './directory/directory-report.ts';
export { renderDirectory } from './directory/render-directory.ts';
export { renderSplit } from './split/render-split.ts';
export type { SplitConflict, SplitController, SplitList, SplitReport } from './split/split-report.ts';
