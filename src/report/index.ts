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
  ReportTable,
} from './exposure-report.ts';
export { renderTerminal } from './render-terminal.ts';
export { renderHtml } from './render-html.ts';
export { renderJson } from './render-json.ts';
export { maskShape } from './mask-shape.ts';
export { passwordMeaning } from './password-meaning.ts';
