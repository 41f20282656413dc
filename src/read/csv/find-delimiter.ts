// Which delimiter, row end and quote make the most regular table of a head. In: the head. Out: the form and
// its records, or null where nothing makes a table. Delimiters of several signs are taken from what is there.

import { type HeadRecord, readRecords } from './read-records.ts';
import type { RowForm } from './row-form.ts';
import type { RowSpans } from './scan-row.ts';

export interface FoundForm {
  form: RowForm;
  records: HeadRecord[];
  /** The record that the table begins with; those before are no part of it. */
  first: number;
  /** Share of the records that have `form.width` values. */
  regularity: number;
}

/** A sign that text is full of has to make a better table than one that it never holds. */
const usualDelimiters: [string, number][] = [
  ['\t', 1.3],
  [';', 1.15],
  ['|', 1.2],
  [',', 1],
  ['\x01', 2],
  ['\x1f', 2],
  ['^', 1.1],
  ['~', 1.1],
  [':', 0.6],
];

/** Titles, dates of the export and the like before a table. */
const maxPreamble = 20;

/** Share of records that a delimiter of several signs must cut alike. */
const fewestRegular = 0.8;

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;

export function findDelimiter(
  head: Uint8Array,
  from: number,
  isWhole: boolean,
  given: string | null,
  spans: RowSpans,
): FoundForm | null {
  const text = Buffer.from(head.buffer, head.byteOffset + from, head.length - from).toString('latin1');
  const long = given === null ? longMarkers(text) : [];
  const delimiters =
    given === null
      ? [...long.map((sign): [string, number] => [sign, 1.5]), ...usualDelimiters]
      : [[given, 1] as [string, number]];
  let best: FoundForm | null = null;
  let bestScore = 0;
  for (const [delimiter, weight] of delimiters) {
    if (!text.includes(delimiter)) continue;
    // one sign of a delimiter that makes a table is no delimiter
    if (best && best.form.delimiter.length > 1 && best.form.delimiter.includes(delimiter.charCodeAt(0)))
      continue;
    const rowEnds = ['', ...(delimiter.length > 1 ? rowMarkers(text, delimiter) : [])];
    for (const rowEnd of rowEnds) {
      const found = tryForm(head, from, isWhole, text, delimiter, rowEnd, spans);
      if (!found || (delimiter.length > 1 && found.regularity < fewestRegular)) continue;
      const score =
        found.regularity ** 2 * weight * Math.log2(found.form.width + 1) * (rowEnd === '' ? 1 : 1.5);
      if (score > bestScore) [best, bestScore] = [found, score];
    }
  }
  return best;
}

function tryForm(
  head: Uint8Array,
  from: number,
  isWhole: boolean,
  text: string,
  delimiter: string,
  rowEnd: string,
  spans: RowSpans,
): FoundForm | null {
  const quote = quoteOf(text, delimiter, rowEnd);
  const escape = hasEscapes(text, delimiter, quote) ? BACKSLASH : -1;
  const form: RowForm = { delimiter: bytesOf(delimiter), rowEnd: bytesOf(rowEnd), quote, escape, width: 0 };
  const records = readRecords(head, from, isWhole, form, spans);
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0];
  if (!usual || usual[0] < 2) return null;
  const width = usual[0];
  const first = records.findIndex(({ cells }) => cells.length === width);
  if (first > maxPreamble) return null;
  const table = records.slice(first);
  const regular = table.filter(({ cells, isDoubtful }) => cells.length === width && !isDoubtful).length;
  return { form: { ...form, width }, records, first, regularity: regular / table.length };
}

function bytesOf(marker: string): number[] {
  return [...Buffer.from(marker, 'latin1')];
}

function quoteOf(text: string, delimiter: string, rowEnd: string): number {
  const isSeen = (quote: string) =>
    text.startsWith(quote) || text.includes(delimiter + quote) || text.includes(`\n${quote}`);
  if (isSeen('"')) return DOUBLE_QUOTE;
  const d = escaped(delimiter);
  const quoted =
    text.match(new RegExp(`(?:^|[\\n]|${d})'[^'\\n]{0,200}'(?=${d}|[\\r\\n])`, 'gu'))?.length ?? 0;
  if (quoted > 4 && quoted > text.split('\n').length / 2) return SINGLE_QUOTE;
  // quotes may come later in the file
  return delimiter.length === 1 && delimiter >= '\t' && rowEnd === ''
    ? delimiter === '\x1f'
      ? -1
      : DOUBLE_QUOTE
    : -1;
}

/** A backslash before a quote that does not end its value, or \N for nothing. */
function hasEscapes(text: string, delimiter: string, quote: number): boolean {
  const d = escaped(delimiter);
  if (new RegExp(`(?:^|\\n|${d})\\\\N(?=${d}|[\\r\\n])`, 'u').test(text)) return true;
  if (quote < 0) return false;
  const q = String.fromCharCode(quote);
  return new RegExp(`[^\\\\${q}\\r\\n]\\\\${q}(?!${q}|${d}|[\\r\\n]|$)`, 'u').test(text);
}

const signs = String.raw`[^\w\s"'.@\-/\\()\[\]{}<>\u0080-\u00ff]`;

/** Runs of two to four signs that stand for one delimiter: none of their signs is seen without the others. */
function longMarkers(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [run] of text.slice(0, 32_768).matchAll(new RegExp(`${signs}{2,4}`, 'gu')))
    counts.set(run, (counts.get(run) ?? 0) + 1);
  const lines = text.slice(0, 32_768).split('\n').length;
  return [...counts]
    .filter(([run, count]) => count >= Math.max(3, lines / 2) && new Set(run).size <= 3 && isOne(run, text))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([run]) => run);
}

/** `;;` is two delimiters with nothing between them, and `+,` a value's end, wherever `;` or `,` also stands alone. */
function isOne(run: string, text: string): boolean {
  const part = text.slice(0, 32_768);
  const runs = part.split(run).length - 1;
  const alone = part.replaceAll(new RegExp(`${signs}{2,4}`, 'gu'), '');
  const delimiters = [...new Set(run)].filter((sign) => usualDelimiters.some(([usual]) => usual === sign));
  const asked = delimiters.length > 0 ? delimiters : [run[0]!];
  return asked.every((sign) => alone.split(sign).length - 1 <= runs * 0.05);
}

/** What lines end with, where it is as rare a run of signs as the delimiter. */
function rowMarkers(text: string, delimiter: string): string[] {
  const ends = new Map<string, number>();
  let lines = 0;
  for (const line of text.slice(0, 32_768).split('\n')) {
    lines++;
    const run = new RegExp(`${signs}{2,4}(?=\\r?$)`, 'u').exec(line)?.[0];
    if (run !== undefined) ends.set(run, (ends.get(run) ?? 0) + 1);
  }
  return [...ends]
    .filter(
      ([run, count]) =>
        count >= 2 && count >= lines * 0.2 && !run.endsWith(delimiter) && !run.startsWith(delimiter),
    )
    .sort((a, b) => b[1] - a[1])
    .slice(0, 1)
    .map(([run]) => run);
}

function escaped(marker: string): string {
  return marker.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
