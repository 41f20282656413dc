// What a split came to, on a terminal: whose how many people are, and what of each was lost. In: the report. Out: lines
// of at most so many columns.

import { fitText, padText } from '../fit-text.ts';
import { countOf, countText } from '../number-text.ts';
import { hanging, type Line, paragraph, printLines } from '../terminal-line.ts';
import { visibleText } from '../visible-text.ts';
import type { SplitConflict, SplitController, SplitList, SplitReport } from './split-report.ts';

export interface RenderSplitOptions {
  colour: boolean;
  width: number;
}

export function renderSplit(report: SplitReport, { colour, width: given }: RenderSplitOptions): string {
  const width = Math.max(40, Math.min(given, 100));
  const { people, controllers, unassigned, several, conflicts, warnings } = report;
  const lines: Line[] = [
    [['heading', `${countOf(people, 'person', 'people')} in the case ${report.case}, by controller`]],
    ...matrix(controllers, width),
    [],
    cells('of no controller', unassigned.people),
    cells('of several', several.people),
    [],
    [['heading', 'What each rule took']],
    ...controllers.flatMap((controller) => ruleLines(controller, width)),
  ];
  if (conflicts.rows > 0) lines.push([], ...conflictLines(conflicts, width));
  for (const warning of warnings)
    lines.push(...paragraph(`warning: ${visibleText(warning)}`, width, 0, 'warning'));
  return printLines(lines, { colour, width });
}

const nameColumns = 26;
const countColumns = 13;

/** Controllers side by side, as many as there is room for, then the next ones; classes below. */
function matrix(controllers: readonly SplitController[], width: number): Line[] {
  const beside = Math.max(1, Math.floor((width - nameColumns) / countColumns));
  const lines: Line[] = [];
  for (let from = 0; from < controllers.length; from += beside) {
    const shown = controllers.slice(from, from + beside);
    const classes = [
      ...new Set(shown.flatMap((controller) => controller.classes.map((entry) => entry.class))),
    ];
    const most = (name: string) => Math.max(...shown.map((controller) => peopleOf(controller, name)));
    classes.sort((a, b) => most(b) - most(a) || (a < b ? -1 : 1));
    lines.push(
      [],
      [['quiet', `${' '.repeat(nameColumns)}${shown.map(({ name }) => headOf(name)).join('')}`]],
      row(
        'people',
        shown.map((controller) => controller.people),
      ),
      ...classes.map((name) =>
        row(
          `  ${name}`,
          shown.map((controller) => peopleOf(controller, name)),
        ),
      ),
    );
  }
  return lines;
}

function peopleOf({ classes }: SplitController, name: string): number {
  return classes.find((entry) => entry.class === name)?.people ?? 0;
}

function headOf(name: string): string {
  return padText(fitText(visibleText(name), countColumns - 1), countColumns, 'right');
}

function row(name: string, counts: readonly number[]): Line {
  return [
    padText(name, nameColumns),
    counts.map((count) => (count === 0 ? '–' : countText(count)).padStart(countColumns)).join(''),
  ];
}

function cells(name: string, count: number): Line {
  return [padText(name, nameColumns), countText(count).padStart(countColumns)];
}

function ruleLines({ rules, lists }: SplitController, width: number): Line[] {
  return [
    ...rules.flatMap(({ rule, rows }) =>
      hanging(`${visibleText(rule)}: ${countOf(rows, 'row', 'rows')}`, width),
    ),
    ...lists.flatMap(({ list, identifiers, found, ambiguous, columns = [] }) => [
      ...columns.flatMap((column) => hanging(columnText(list, column), width)),
      ...hanging(
        `${visibleText(list)}: ${countText(found)} of ${countOf(identifiers, 'identifier', 'identifiers')} in the case` +
          (ambiguous > 0
            ? `, ${countText(ambiguous)} more shared by several people: nobody is named by these`
            : ''),
        width,
      ),
    ]),
  ];
}

function columnText(
  list: string,
  { column, is, values, recognised }: NonNullable<SplitList['columns']>[number],
): string {
  const of = `${countText(recognised)} of ${countOf(values, 'value', 'values')}`;
  return `${visibleText(list)}, ${visibleText(column)}: ${of} recognised as ${is}`;
}

const mostConflicts = 10;

function conflictLines({ rows, listed }: SplitReport['conflicts'], width: number): Line[] {
  const title = `${countOf(rows, 'row is', 'rows are')} claimed by several controllers, and given to none`;
  return [
    ...paragraph(title, width, 0, 'warning'),
    ...listed.slice(0, mostConflicts).flatMap((conflict) => hanging(conflictText(conflict), width)),
    ...(listed.length > mostConflicts
      ? hanging(`and ${countText(listed.length - mostConflicts)} more kinds; --json lists them`, width)
      : []),
  ];
}

function conflictText({ controllers, table, rows, places: [first] }: SplitConflict): string {
  const names = controllers.map(visibleText).join(' and ');
  const where = first ? `, the first in ${visibleText(first.file)} at byte ${countText(first.offset)}` : '';
  return `${names}: ${countOf(rows, 'row', 'rows')} of ${visibleText(table)}${where}`;
}
