/*
 * The report for a terminal: the answer first, then the data classes, the passwords, the tables, masked
 * examples if there are any, what was not read and the files. In: a report and the width. Out: text with a line feed after each line,
 * no line wider than asked nor than 80 columns. No colour unless asked, no value of the leak.
 */
import { exampleLines } from './example-lines.ts';
import type { ExposureReport, ReportClass, ReportInput, ReportTable } from './exposure-report.ts';
import { fitText, padText, textWidth, wrapText } from './fit-text.ts';
import { lookedFor } from './looked-for.ts';
import { bytesText, countOf, countText, shareOf, speedText } from './number-text.ts';
import { classesOfTable, isEmptyFile, linkText, nameText, summariseReport } from './report-summary.ts';
import type { PasswordKind, ReportSummary } from './report-summary.ts';
import { printLines } from './terminal-line.ts';
import type { Line, Style } from './terminal-line.ts';
import { visibleReport } from './visible-text.ts';

/* A screenful or two of each list: a report of 2,000 tables must still show its answer. */
const tablesShown = 30;
const placesShown = 12;
const filesShown = 12;
const linksShown = 4;

/* A text from a file may be megabytes long; as many columns of it are enough to know it again. */
const textShown = 480;

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
    tableLines(shown, summary, width),
    paragraph(lookedFor, width, 0, 'plain', sentencesShown),
    exampleLines(summary.peopleTables, width),
    skippedLines(shown, summary, width),
    fileLines(shown, width),
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
  ];
}

function skippedLines({ skipped, inputs }: ExposureReport, summary: ReportSummary, width: number): Line[] {
  if (skipped.length === 0) {
    const whole = inputs.length > 0 && inputs.every((input) => input.complete || isEmptyFile(input));
    return whole ? [[['heading', 'Nothing was skipped']]] : [];
  }
  const rest = skipped.length - placesShown;
  return [
    [
      ['heading', 'Not read as rows'],
      ['quiet', `  ${summary.skipped}`],
    ],
    ...skipped
      .slice(0, placesShown)
      .flatMap(({ path, offset, bytes, reason }) =>
        hanging(
          `${fitText(path, width - 16)} at byte ${countText(offset)}, ${bytesText(bytes)}: ${reason}`,
          width,
        ),
      ),
    ...(rest > 0 ? paragraph(`and ${countText(rest)} more; the JSON document lists them all`, width, 2) : []),
  ];
}

function fileLines({ inputs, seconds, megabytesPerSecond }: ExposureReport, width: number): Line[] {
  const rest = inputs.length - filesShown;
  return [
    [
      ['heading', inputs.length === 1 ? 'File' : 'Files'],
      ['quiet', `  read in ${speedText(seconds, megabytesPerSecond, ' at ')}`],
    ],
    ...inputs.slice(0, filesShown).flatMap((input) => oneFile(input, width)),
    ...(rest > 0 ? paragraph(`and ${countText(rest)} more; the JSON document lists them all`, width, 2) : []),
  ];
}

function oneFile(input: ReportInput, width: number): Line[] {
  const facts = [bytesText(input.bytes), input.format, input.encoding].filter((fact) => fact !== '');
  const hash =
    input.sha256 === ''
      ? 'SHA-256 not read'
      : `SHA-256 ${input.sha256.slice(0, 16)}…${input.sha256.slice(-8)}`;
  const note = input.note === undefined ? [] : [input.note];
  return [
    [fitText(input.path, width)],
    ...paragraph(`${facts.join(', ')} · ${hash}`, width, 2, 'quiet'),
    ...(input.complete || isEmptyFile(input)
      ? note.flatMap((text) => paragraph(text, width, 2))
      : paragraph(['not read to its end', ...note].join(': '), width, 2, 'warning')),
  ];
}

function paragraph(
  text: string,
  width: number,
  indent = 0,
  style: Style = 'plain',
  most = textShown,
): Line[] {
  const lines = wrapText(fitText(text, most), width - indent);
  return lines.map((line) => [' '.repeat(indent), [style, line]]);
}

/* The first line at the margin of the list, what follows of it two further in. */
function hanging(text: string, width: number): Line[] {
  return wrapText(fitText(text, textShown), width - 4).map((line, index) => [
    index === 0 ? '  ' : '    ',
    line,
  ]);
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
