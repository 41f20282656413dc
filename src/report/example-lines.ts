/*
 * The examples of a report on a terminal, one line a column. In: the tables with people's data and a width. Out: lines;
 * none when the report has no examples. They are masked by shape before they get here; this masks nothing.
 */
import type { ReportColumn, ReportTable } from './exposure-report.ts';
import { fitText, padText, textWidth } from './fit-text.ts';
import { countOf } from './number-text.ts';
import { columnPath } from './report-summary.ts';
import type { Line } from './terminal-line.ts';

/* A screenful; the JSON document has them all. */
const columnsShown = 40;

export function exampleLines(tables: ReportTable[], width: number): Line[] {
  const columns = tables.flatMap((table) =>
    table.columns
      .map((column) => ({
        name: columnPath(table.name, column.name),
        examples: examplesOf(column),
      }))
      .filter(({ examples }) => examples.length > 0),
  );
  if (columns.length === 0) return [];
  const shown = columns.slice(0, columnsShown);
  const widest = shown.reduce((most, { name }) => Math.max(most, textWidth(name)), 0);
  const nameWidth = Math.min(Math.floor(width / 2), widest);
  const rest = columns.length - shown.length;
  return [
    [['heading', 'Examples, masked']],
    ...shown.map(({ name, examples }): Line => [
      `${padText(name, nameWidth)}  `,
      ['quiet', listText(examples, width - nameWidth - 2)],
    ]),
    ...(rest > 0
      ? [[fitText(`and ${countOf(rest, 'more column', 'more columns')} in the JSON document`, width)]]
      : []),
  ];
}

function examplesOf(column: ReportColumn): string[] {
  const all = column.classes.flatMap(({ examples }) => examples ?? []);
  return [...new Set(all)].filter((example) => example.trim() !== '');
}

/* Whole examples only, apart from a first one that is too long by itself. */
function listText(examples: string[], room: number): string {
  for (let shown = examples.length; shown > 0; shown -= 1) {
    const more = shown < examples.length ? ['…'] : [];
    const text = [...examples.slice(0, shown), ...more].join(', ');
    if (textWidth(text) <= room) return text;
  }
  return fitText(examples[0] ?? '', room);
}
