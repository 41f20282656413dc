// What taking in a directory came to, on a terminal: how its columns were understood, whom it gives contacts to, what
// stays unclear, and who can be reached by what. In: the report. Out: lines of at most so many columns.

import { type Line, paragraph, printLines } from '../terminal-line.ts';
import { countOf, countText } from '../number-text.ts';
import { fitText } from '../fit-text.ts';
import { visibleText } from '../visible-text.ts';
import type { DirectoryReport, DirectoryReportColumn } from './directory-report.ts';
import { reachabilityLines } from './reachability-lines.ts';

export interface DirectoryTextOptions {
  colour: boolean;
  width: number;
  /** Where all rows that are not clear are listed; null where they are not. */
  list: string | null;
}

export function renderDirectory(
  report: DirectoryReport,
  { colour, width, list }: DirectoryTextOptions,
): string {
  const title = `Directory of ${visibleText(report.controller)}: ${visibleText(report.source)}`;
  const ofController = report.reachability.controllers.find(({ name }) => name === report.controller);
  const lines: Line[] = [
    ...paragraph(title, width, 0, 'heading'),
    [],
    ...columnLines(report, width),
    [],
    ...joinedLines(report, width),
    ...ambiguousLines(report, width, list),
    [],
    ...(ofController
      ? reachabilityLines(`Who of ${visibleText(ofController.name)} can be reached`, ofController, width)
      : reachabilityLines('Who of the case can be reached', report.reachability, width)),
  ];
  return printLines(lines, { colour, width });
}

function columnLines({ columns, unused, leakColumn, rows, misfits }: DirectoryReport, width: number): Line[] {
  const widest = Math.min(24, Math.max(...columns.map(({ name }) => visibleText(name).length)));
  const row = ({ name, field, how, used }: DirectoryReportColumn): Line => {
    const shown = fitText(visibleText(name), widest).padEnd(widest);
    const said = how === 'given' ? 'as you say' : how === 'values' ? 'by its values' : 'by its name';
    return [`  ${shown}  ${field.padEnd(12)}  ${said.padEnd(13)}  `, countText(used).padStart(11)];
  };
  return [
    ['', ['heading', `How its columns were understood (${countOf(rows, 'row', 'rows')})`]],
    ...columns.map(row),
    ...(unused.length > 0
      ? paragraph(`not used: ${unused.map(visibleText).join(', ')}`, width, 2, 'quiet')
      : []),
    ...(leakColumn === null
      ? []
      : paragraph(`the customer number is compared with ${visibleText(leakColumn)} of the leak`, width, 2)),
    ...(misfits > 0
      ? paragraph(`${countOf(misfits, 'row does', 'rows do')} not fit the columns`, width, 2, 'warning')
      : []),
  ];
}

const keyTexts = {
  number: 'by a number of the person',
  customer: 'by the customer number',
  email: 'by the e-mail address',
  name: 'by name and date of birth',
  nameVariant: 'by name, written otherwise, and date of birth',
} as const;

function joinedLines({ joined, others, replaced, reachability }: DirectoryReport, width: number): Line[] {
  const whom = reachability.controllers.length > 0 ? 'of this controller' : 'in the case';
  const by = (Object.entries(keyTexts) as [keyof typeof keyTexts, string][]).filter(
    ([key]) => joined.by[key] > 0,
  );
  return [
    [['heading', 'Whom it gives contacts to']],
    numberLine(
      joined.people,
      joined.people === 1 ? 'person of the case, by' : 'people of the case, by',
      'strong',
    ),
    ...by.map(([key, text]) =>
      numberLine(joined.by[key], `${joined.by[key] === 1 ? 'row' : 'rows'} ${text}`),
    ),
    ...(by.length === 0 ? paragraph(`no row of it fits anybody ${whom} for certain`, width, 2) : []),
    numberLine(others, `${others === 1 ? 'row fits' : 'rows fit'} nobody ${whom}`, 'quiet'),
    ...(replaced && replaced.people > joined.people
      ? paragraph(
          `fewer than before: the directory it replaces gave contacts to ${countOf(replaced.people, 'person', 'people')}, this one to ${countText(joined.people)}`,
          width,
          2,
          'warning',
        )
      : []),
  ];
}

function ambiguousLines(
  { ambiguous, lessSure }: DirectoryReport,
  width: number,
  list: string | null,
): Line[] {
  if (ambiguous.rows + lessSure === 0) return [];
  const { severalPeople, keysDisagree, rowsDiffer, people } = ambiguous;
  const entries: [number, string][] = [
    [severalPeople, `${severalPeople === 1 ? 'fits' : 'fit'} several people`],
    [keysDisagree, `${keysDisagree === 1 ? 'has keys' : 'have keys'} that speak of different people`],
    [
      rowsDiffer,
      `${rowsDiffer === 1 ? 'says' : 'say'} different things of ${countOf(people, 'person', 'people')}`,
    ],
    [lessSure, `${lessSure === 1 ? 'is' : 'are'} of somebody whom a surer row gives`],
  ];
  const shown = ambiguous.list.slice(0, mostShown).map(({ row }) => countText(row));
  const rest = ambiguous.rows + lessSure - shown.length;
  const where =
    list !== null
      ? `all of them are listed in ${visibleText(list)}`
      : `rows ${shown.join(' · ')}${rest > 0 ? ` and ${countText(rest)} more` : ''}; --list FILE lists all of them`;
  return [
    [],
    [['heading', 'Not used, as it is not certain whose they are']],
    ...entries
      .filter(([count]) => count > 0)
      .map(([count, text]) => numberLine(count, `${count === 1 ? 'row' : 'rows'} ${text}`)),
    ...paragraph(where, width, 2, 'quiet'),
  ];
}

const mostShown = 8;

function numberLine(count: number, text: string, style: 'plain' | 'strong' | 'quiet' = 'plain'): Line {
  return ['  ', [style, `${countText(count).padStart(11)}  ${text}`]];
}
