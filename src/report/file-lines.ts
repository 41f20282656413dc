/*
 * The evidence on a terminal: places in it that could not be read as rows, then each file with what it was, what
 * it held and what became of it. In: a report whose texts are visible, its summary, a width. Out: lines.
 */
import type { ExposureReport, ReportInput } from './exposure-report.ts';
import { fitPath } from './fit-path.ts';
import { formatTotals } from './format-totals.ts';
import { isTroubled, stateText } from './file-state.ts';
import { bytesText, countOf, countText, speedText } from './number-text.ts';
import type { ReportSummary } from './report-summary.ts';
import type { SurveyedFile } from './survey-files.ts';
import { hanging, paragraph } from './terminal-line.ts';
import type { Line } from './terminal-line.ts';

/* A screenful of each; the JSON document has them all. */
const placesShown = 12;
const filesShown = 12;

export function skippedLines({ inputs }: ExposureReport, summary: ReportSummary, width: number): Line[] {
  const { places, insideLeftAlone } = summary.files;
  if (places.length === 0) {
    if (inputs.length === 0 || !summary.isWhole) return [];
    if (insideLeftAlone === 0) return [[['heading', 'Nothing was skipped']]];
    const leftAlone = `${countOf(insideLeftAlone, 'file inside was', 'files inside were')} left alone`;
    return [[['heading', 'Nothing was skipped'], `, ${leftAlone}`]];
  }
  const rest = places.length - placesShown;
  return [
    [
      ['heading', 'Not read as rows'],
      ['quiet', `  ${summary.skipped}`],
    ],
    ...places.slice(0, placesShown).flatMap(({ path, offset, bytes, reason }) => {
      const where = bytes === 0 ? '' : ` at byte ${countText(offset)}, ${bytesText(bytes)}`;
      return hanging(`${fitPath(path, width - 16)}${where}: ${reason}`, width);
    }),
    ...(rest > 0 ? paragraph(`and ${countText(rest)} more; the JSON document lists them all`, width, 2) : []),
  ];
}

export function fileLines(report: ExposureReport, summary: ReportSummary, width: number): Line[] {
  const { seconds, megabytesPerSecond } = report;
  const { inputs } = summary.files;
  const rest = inputs.length - filesShown;
  const totals = formatTotals(report.inputs);
  return [
    [
      ['heading', inputs.length === 1 ? 'File' : 'Files'],
      ['quiet', `  read in ${speedText(seconds, megabytesPerSecond, ' at ')}`],
    ],
    ...(rest > 0 ? paragraph(`${countText(inputs.length)} in all: ${totals}`, width, 2) : []),
    ...shownFirst(inputs)
      .slice(0, filesShown)
      .flatMap((input) => oneFile(input, width)),
    ...(rest > 0 ? paragraph(`and ${countText(rest)} more; the JSON document lists them all`, width, 2) : []),
  ];
}

/* Where not all can be shown, those of which there is something to say. */
function shownFirst(inputs: SurveyedFile<ReportInput>[]): SurveyedFile<ReportInput>[] {
  if (inputs.length <= filesShown) return inputs;
  return inputs.toSorted((a, b) => Number(isTroubled(b.state)) - Number(isTroubled(a.state)));
}

function oneFile({ file, state, held }: SurveyedFile<ReportInput>, width: number): Line[] {
  const facts = [bytesText(file.bytes), file.format, file.encoding, held].filter((fact) => fact !== '');
  const hash =
    file.sha256 === '' ? 'SHA-256 not read' : `SHA-256 ${file.sha256.slice(0, 16)}…${file.sha256.slice(-8)}`;
  const told = stateText(state, file.note);
  return [
    [fitPath(file.path, width)],
    ...paragraph(`${facts.join(', ')} · ${hash}`, width, 2, 'quiet'),
    ...(told === '' ? [] : paragraph(told, width, 2, isTroubled(state) ? 'warning' : 'plain')),
  ];
}
