/*
 * Many files in a few words, by what they were: '180 PDF, 20 Excel workbooks, 14 mail'. In: files. Out: one
 * line of text, the most frequent first, those that were not read last. What a format was packed in is left out.
 */
import type { ReportFile } from './exposure-report.ts';
import { fitText } from './fit-text.ts';
import { countOf, countText } from './number-text.ts';

/* More are nobody's to read; they are counted together. */
const formatsShown = 10;
const formatWidth = 40;

/* Names that end in a word of which there can be two; others (PDF, CSV, mail) stand as they are. */
const countable =
  /(?:^|\s)(?:archive|database|document|dump|export|file|folder|image|list|message|script|spreadsheet|text|workbook)$/i;

/** '' for no files. */
export function formatTotals(files: readonly ReportFile[]): string {
  const counts = new Map<string, number>();
  for (const { format } of files) {
    const name = format.split(',', 1)[0]?.trim() ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(
    ([a, countA], [b, countB]) => rank(a) - rank(b) || countB - countA || (a < b ? -1 : 1),
  );
  const rest = sorted.splice(formatsShown).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...sorted.map(([name, count]) => `${countText(count)} ${formatName(name, count)}`),
    ...(rest > 0 ? [countOf(rest, 'other', 'others')] : []),
  ].join(', ');
}

function rank(name: string): number {
  return name === 'not read' ? 1 : 0;
}

function formatName(name: string, count: number): string {
  if (name === '') return 'of no known format';
  const shown = fitText(name, formatWidth);
  return count !== 1 && countable.test(name) ? `${shown}s` : shown;
}
