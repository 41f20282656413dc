/*
 * What lay inside the evidence, on a terminal: how many files of which kind, those that were not read whole with
 * the reason, then those that held most. In: a report whose texts are visible, its summary, a width. Out: lines;
 * none when nothing lay inside.
 */
import type { ExposureReport } from './exposure-report.ts';
import { stateText } from './file-state.ts';
import { fitPath } from './fit-path.ts';
import { padText, textWidth } from './fit-text.ts';
import { formatTotals } from './format-totals.ts';
import { bytesText, countText } from './number-text.ts';
import type { ReportSummary } from './report-summary.ts';
import type { SurveyedFile } from './survey-files.ts';
import { paragraph } from './terminal-line.ts';
import type { Line } from './terminal-line.ts';

/* A screenful of each; the JSON document has as many as the report holds. */
const troubledShown = 12;
const othersShown = 12;

export function insideLines(report: ExposureReport, { files }: ReportSummary, width: number): Line[] {
  const { inside, insideCount } = report;
  if (insideCount === 0 || inside.length === 0) return [];
  const troubled = files.inside.slice(0, files.insideTroubled);
  const others = files.inside.slice(files.insideTroubled);
  const counts = [
    `${countText(insideCount)} in all`,
    ...(troubled.length > 0
      ? [`${files.isInsideCut ? 'at least ' : ''}${countText(troubled.length)} not read whole`]
      : []),
    ...(files.insideLeftAlone > 0 ? [`${countText(files.insideLeftAlone)} left alone`] : []),
  ];
  const totals = formatTotals(inside);
  const listed = files.isInsideCut ? `of the ${countText(inside.length)} listed: ${totals}` : totals;
  return [
    ...headingLines('Files inside', counts.join(', '), width),
    ...paragraph(listed, width, 2),
    ...someOfEachReason(troubled, troubledShown).flatMap((file) => troubledFile(file, width)),
    ...moreLine(troubled.length - troubledShown, 'more not read whole', width),
    ...otherLines(others, width),
  ];
}

/* On a narrow terminal the counts have a line of their own. */
function headingLines(heading: string, counts: string, width: number): Line[] {
  const beside = `  ${counts}`;
  if (textWidth(heading + beside) > width)
    return [[['heading', heading]], ...paragraph(counts, width, 2, 'quiet')];
  return [
    [
      ['heading', heading],
      ['quiet', beside],
    ],
  ];
}

/* A thousand files of one locked archive must not hide the one that is damaged. */
function someOfEachReason(files: SurveyedFile[], count: number): SurveyedFile[] {
  const seen = new Map<string, number>();
  const round = new Map<SurveyedFile, number>();
  for (const surveyed of files) {
    const reason = stateText(surveyed.state, surveyed.file.note);
    const before = seen.get(reason) ?? 0;
    round.set(surveyed, before);
    seen.set(reason, before + 1);
  }
  const chosen = new Set(files.toSorted((a, b) => (round.get(a) ?? 0) - (round.get(b) ?? 0)).slice(0, count));
  return files.filter((surveyed) => chosen.has(surveyed));
}

function troubledFile({ file, state, held }: SurveyedFile, width: number): Line[] {
  const size = file.bytes > 0 ? [bytesText(file.bytes)] : [];
  const facts = [...size, ...(state === 'in part' ? [file.format, held] : [])].filter((fact) => fact !== '');
  const told = stateText(state, file.note);
  return [
    ['  ', fitPath(file.path, width - 2)],
    ...paragraph([...(facts.length > 0 ? [facts.join(', ')] : []), told].join(' · '), width, 4, 'warning'),
  ];
}

function otherLines(files: SurveyedFile[], width: number): Line[] {
  const most = files.length <= othersShown ? files : files.toSorted(byHeld);
  const shown = most.slice(0, othersShown).map((surveyed) => ({
    path: surveyed.file.path,
    facts: [surveyed.file.format, bytesText(surveyed.file.bytes), surveyed.held]
      .filter((fact) => fact !== '')
      .join(', '),
  }));
  const widestFacts = shown.reduce((widest, { facts }) => Math.max(widest, textWidth(facts)), 0);
  const factsWidth = Math.min(Math.floor(width / 2), widestFacts);
  const pathWidth = width - factsWidth - 4;
  return [
    ...shown.map(({ path, facts }): Line => [
      `  ${padText(fitPath(path, pathWidth), pathWidth)}  `,
      ['quiet', padText(facts, factsWidth)],
    ]),
    ...moreLine(files.length - othersShown, 'more', width),
  ];
}

function byHeld({ file: a }: SurveyedFile, { file: b }: SurveyedFile): number {
  return b.rows - a.rows || b.documents - a.documents || b.bytes - a.bytes;
}

function moreLine(count: number, what: string, width: number): Line[] {
  if (count <= 0) return [];
  return paragraph(`and ${countText(count)} ${what}; the JSON document lists them`, width, 2);
}
