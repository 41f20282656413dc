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
  StatementReading,
} from './statement/person-statement.ts';
export { renderStatement, type StatementStyle } from './statement/render-statement.ts';
export type { Language } from './statement/statement-words.ts';
export { fileState, isTroubled } from './file-state.ts';
export { fitText } from './fit-text.ts';
