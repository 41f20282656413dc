// What others use of the export of ranges.
export { type ExportedRanges, type ExportOptions, exportRanges } from './export-ranges.ts';
