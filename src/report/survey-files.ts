/*
 * The files of a report looked at together: what each one held and what became of it, worked out once for the
 * terminal, the page and the warnings. In: a report whose texts are visible. Out: the evidence, what lay inside
 * it with the troubled files first, and the places that could not be read in files that otherwise were.
 */
import type { ExposureReport, ReportFile, ReportInput, ReportSkipped } from './exposure-report.ts';
import { fileState, isTroubled } from './file-state.ts';
import type { FileState } from './file-state.ts';
import { countOf } from './number-text.ts';

export interface SurveyedFile<File extends ReportFile = ReportFile> {
  file: File;
  state: FileState;
  /** '12,259 rows', '3 documents', 'holds 214 files', or ''. */
  held: string;
}

export interface FileSurvey {
  inputs: SurveyedFile<ReportInput>[];
  /** Those not read whole first, else in the order of the report. */
  inside: SurveyedFile[];
  /** How many there were in all. */
  insideCount: number;
  /** How many files inside could not be read whole, and how many were left alone; of those listed. */
  insideTroubled: number;
  insideLeftAlone: number;
  /** true when the report lists only some of the files inside: then their numbers are lower bounds. */
  isInsideCut: boolean;
  /** `skipped` without the lines that only say again what became of a file. */
  places: ReportSkipped[];
}

export function surveyFiles(report: ExposureReport): FileSurvey {
  const { inputs, inside, insideCount, skipped } = report;
  const isInsideCut = insideCount > inside.length;
  const countInside = insideCounter(inside);
  const notes = new Map([...inside, ...inputs].map(({ path, note }) => [path, note]));
  const places = skipped.filter(({ path, reason }) => notes.get(path) !== reason);
  const searched = new Set(places.filter(({ bytes }) => bytes > 0).map(({ path }) => path));
  const survey = <File extends ReportFile>(file: File): SurveyedFile<File> => {
    const files = countInside(file.path);
    const state = fileState(file, files > 0 || searched.has(file.path));
    return { file, state, held: heldText(file, files, isInsideCut) };
  };
  const surveyed = inside.map(survey);
  const troubled = surveyed.filter(({ state }) => isTroubled(state));
  return {
    inputs: inputs.map(survey),
    inside: [...troubled, ...surveyed.filter(({ state }) => !isTroubled(state))],
    insideCount,
    insideTroubled: troubled.length,
    insideLeftAlone: surveyed.filter(({ state }) => state === 'left alone').length,
    isInsideCut,
    places,
  };
}

function heldText({ rows, documents }: ReportFile, files: number, isCut: boolean): string {
  return [
    ...(rows > 0 ? [countOf(rows, 'row', 'rows')] : []),
    ...(documents > 0 ? [countOf(documents, 'document', 'documents')] : []),
    ...(files > 0 ? [`holds ${isCut ? 'at least ' : ''}${countOf(files, 'file', 'files')}`] : []),
  ].join(', ');
}

/* Sorted paths hold what lies inside a file side by side: from its path with `/` to its path with the next sign. */
function insideCounter(inside: ReportFile[]): (path: string) => number {
  const paths = inside.map(({ path }) => path).sort();
  return (path) => firstFrom(paths, `${path}0`) - firstFrom(paths, `${path}/`);
}

function firstFrom(sorted: string[], least: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
