/*
 * The report for a terminal: the answer first, then the data classes, the passwords, the tables, masked
 * examples if there are any, what was not read, the files and what lay inside them. In: a report and the width. Out: text with a line feed after each line,
 * no line wider than asked nor than 80 columns. No colour unless asked, no value of the leak.
 */
import { exampleLines } from './example-lines.ts';
import type { ExposureReport, ReportClass, ReportTable } from './exposure-report.ts';
import { fileLines, skippedLines } from './file-lines.ts';
import { padText, textWidth } from './fit-text.ts';
import { insideLines } from './inside-lines.ts';
import { lookedFor } from './looked-for.ts';
import { countOf, countText, shareOf } from './number-text.ts';
import { classesOfTable, linkText, nameText, summariseReport } from './report-summary.ts';
import type { PasswordKind, ReportSummary } from './report-summary.ts';
import { specialLines } from './special-section.ts';
import { paragraph, printLines } from './terminal-line.ts';
import type { Line } from './terminal-line.ts';
import { visibleReport } from './visible-text.ts';

/* A screenful or two of each list: a report of 2,000 tables must still show its answer. */
const tablesShown = 30;
const linksShown = 4;
const notesShown = 3;

/* Sentences of ours around names that are bounded already. */
const sentencesShown = 2000;

const blank: Line = [];

/** Widths below 40 columns are taken as 40, above 80 as 80. */
export function renderTerminal(report: ExposureReport, options: { colour: boolean; width: number }): string {
  const width = Math.min(80, Math.max(40, Math.floor(options.width) || 80));
  const shown = visibleReport(report);
  const summary = summariseReport(shown);
  const sections = [
    answerLines(shown, summary, width),
    classLines(shown, width),
    passwordLines(summary.passwordKinds, width),
    specialLines(shown, width),
    tableLines(shown, summary, width),
    paragraph(lookedFor, width, 0, 'plain', sentencesShown),
    exampleLines(summary.peopleTables, width),
    skippedLines(shown, summary, width),
    fileLines(shown, summary, width),
    insideLines(shown, summary, width),
  ].filter((section) => section.length > 0);
  const lines = sections.flatMap((section, index) => (index === 0 ? section : [blank].concat(section)));
  return printLines(lines, { colour: options.colour, width });
}

function answerLines({ people, inputs }: ExposureReport, summary: ReportSummary, width: number): Line[] {
  const files = countOf(inputs.length, 'file', 'files');
  const where = people.count > 0 ? '' : summary.isUnread ? ` in ${files}` : ` found in ${files}`;
  const headline = `${summary.headline}${where}`;
  const bounds = summary.bounds === '' || summary.isUnread ? '' : `(${summary.bounds})`;
  const first: Line[] =
    textWidth(`${headline} ${bounds}`) <= width
      ? [[['strong', headline], bounds === '' ? '' : ` ${bounds}`]]
      : [[['strong', headline]], ...paragraph(bounds, width)];
  return [
    ...first,
    ...summary.warnings.flatMap((warning) => paragraph(warning, width, 0, 'warning')),
    ...paragraph(people.method, width),
    ...(summary.among.length === 0 ? [] : paragraph(`Among them: ${summary.among.join(', ')}.`, width)),
    ...(summary.apart.length === 0 ? [] : paragraph(`Counted apart: ${summary.apart.join(', ')}.`, width)),
  ];
}

function classLines({ classes, people }: ExposureReport, width: number): Line[] {
  if (classes.length === 0) return [[['heading', 'No data classes found']]];
  const countWidth = widest(
    'people',
    classes.map((found) => countText(found.people)),
  );
  const valueWidth = widest(
    'values',
    classes.map((found) => countText(found.values)),
  );
  const nameRoom = Math.max(8, width - countWidth - valueWidth - 4 - 14);
  const nameWidth = Math.min(
    nameRoom,
    widest(
      'Data classes',
      classes.map((found) => found.class),
    ),
  );
  const barWidth = Math.min(30, width - nameWidth - countWidth - valueWidth - 6);
  const most = Math.max(people.count, ...classes.map((found) => found.people));
  const row = (found: ReportClass): Line => [
    padText(found.class, nameWidth),
    `  ${padText(countText(found.people), countWidth, 'right')}`,
    `  ${padText(countText(found.values), valueWidth, 'right')}  `,
    ['bar', bar(shareOf(found.people, most), barWidth)],
  ];
  const title = padText('Data classes', nameWidth);
  const counts = `  ${padText('people', countWidth, 'right')}  ${padText('values', valueWidth, 'right')}`;
  return [
    [
      ['heading', title],
      ['quiet', counts],
    ],
    ...classes.map(row),
  ];
}

function passwordLines(kinds: PasswordKind[], width: number): Line[] {
  if (kinds.length === 0) return [];
  const valueWidth = widest(
    'values',
    kinds.map((kind) => countText(kind.values)),
  );
  const nameWidth = Math.min(
    width - valueWidth - 2,
    widest(
      'Passwords by kind',
      kinds.map(({ kind }) => kind),
    ),
  );
  return [
    [
      ['heading', padText('Passwords by kind', nameWidth)],
      ['quiet', `  ${padText('values', valueWidth, 'right')}`],
    ],
    ...kinds.flatMap(({ kind, values, meaning, strength }): Line[] => [
      [padText(kind, nameWidth), `  ${padText(countText(values), valueWidth, 'right')}`],
      ...paragraph(`${meaning}.`, width, 2, strength === 'readable' ? 'warning' : 'quiet'),
    ]),
  ];
}

function tableLines(report: ExposureReport, summary: ReportSummary, width: number): Line[] {
  const { peopleTables, tablesApart } = summary;
  if (report.tables.length === 0) return [];
  const shown = peopleTables.slice(0, tablesShown);
  const rest = peopleTables.slice(tablesShown);
  const restRows = rest.reduce((sum, table) => sum + table.rows, 0);
  const restText = `and ${countOf(rest.length, 'more table', 'more tables')} with people’s data, ${countOf(restRows, 'row', 'rows')}; the JSON document lists them all`;
  const title =
    peopleTables.length === 0
      ? 'No table in which people’s data was recognised'
      : 'Tables with people’s data';
  return [
    [['heading', title]],
    ...shown.flatMap((table) => oneTable(table, report, shown, width)),
    ...(rest.length === 0 ? [] : paragraph(restText, width)),
    ...(tablesApart.length === 0 ? [] : paragraph(tablesApart.join(' '), width, 0, 'plain', sentencesShown)),
  ];
}

function oneTable(table: ReportTable, report: ExposureReport, shown: ReportTable[], width: number): Line[] {
  const rowsWidth = widest(
    '',
    shown.map(({ rows }) => countOf(rows, 'row', 'rows')),
  );
  const peopleWidth = widest(
    '',
    shown.map(({ people }) => countOf(people, 'person', 'people')),
  );
  const nameWidth = Math.max(8, width - rowsWidth - peopleWidth - 4);
  const classes = classesOfTable(table, report).join(', ');
  const links = table.links.slice(0, linksShown).map(linkText);
  const more = table.links.length > linksShown ? [`${table.links.length - linksShown} more keys`] : [];
  return [
    [
      ['strong', padText(nameText(table.name), nameWidth)],
      `  ${padText(countOf(table.rows, 'row', 'rows'), rowsWidth, 'right')}`,
      `  ${padText(countOf(table.people, 'person', 'people'), peopleWidth, 'right')}`,
    ],
    ...(classes === '' ? [] : paragraph(classes, width, 2)),
    ...(links.length === 0 ? [] : paragraph([...links, ...more].join('; '), width, 2, 'quiet')),
    ...noteLines(table, width),
  ];
}

function noteLines({ columns }: ReportTable, width: number): Line[] {
  const noted = columns.filter(({ note }) => note !== undefined);
  const rest = noted.length - notesShown;
  return [
    ...noted
      .slice(0, notesShown)
      .flatMap(({ name, note }) => paragraph(`${nameText(name)}: ${note}`, width, 2, 'warning')),
    ...(rest > 0
      ? paragraph(`and ${countOf(rest, 'more column', 'more columns')} with such a note`, width, 2)
      : []),
  ];
}

/* Eighths of a block; a class that anybody lost always shows at least the thinnest. */
function bar(share: number, width: number): string {
  if (width < 1 || share === 0) return '';
  const eighths = Math.max(1, Math.round(share * width * 8));
  const part = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return '█'.repeat(Math.floor(eighths / 8)) + part;
}

function widest(title: string, texts: string[]): number {
  return texts.reduce((most, text) => Math.max(most, Math.min(60, text.length)), title.length);
}
