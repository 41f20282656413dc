// The first records of a head under a supposed dialect, as strings of one character a byte.
// In: the head's bytes. Out: cells without their quotes, and where each record begins. It keeps a bounded number.

import type { RowForm } from './row-form.ts';
import { CUT, type RowSpans, scanRow } from './scan-row.ts';

export interface HeadRecord {
  offset: number;
  end: number;
  cells: string[];
  /** How many of its cells are quoted. */
  quoted: number;
  /** A quote in it is out of place. */
  isDoubtful: boolean;
}

/** Enough to tell how regular a table is. */
const maxRecords = 400;
const maxCellBytes = 300;

/** `isWhole`: the head is the whole file, so that its last line is whole. Empty lines are left out. */
export function readRecords(
  head: Uint8Array,
  from: number,
  isWhole: boolean,
  form: RowForm,
  spans: RowSpans,
): HeadRecord[] {
  const records: HeadRecord[] = [];
  let p = from;
  while (p < head.length && records.length < maxRecords) {
    let next = scanRow(head, p, head.length, isWhole, form, Infinity, 0, spans);
    const isDoubtful = next < 0 || spans.doubtful >= 0;
    if (isDoubtful) next = scanRow(head, p, head.length, isWhole, form, p, 0, spans);
    if (next === CUT || next < 0) break;
    const cells: string[] = [];
    let quoted = 0;
    for (let i = 0; i < spans.count; i++) {
      if (head[spans.starts[i]!] === form.quote) quoted++;
      cells.push(cellText(head, spans.starts[i]!, spans.ends[i]!, form));
    }
    if (cells.length > 1 || cells[0] !== '')
      records.push({ offset: p, end: next, cells, quoted, isDoubtful });
    p = next;
  }
  return records;
}

function cellText(head: Uint8Array, from: number, to: number, form: RowForm): string {
  const text = Buffer.from(head.buffer, head.byteOffset + from, Math.min(to - from, maxCellBytes))
    .toString('latin1')
    .trim();
  const quote = form.quote < 0 ? '' : String.fromCharCode(form.quote);
  if (quote === '' || !text.startsWith(quote)) return text;
  return text
    .slice(1, text.endsWith(quote) && text.length > 1 ? -1 : undefined)
    .replaceAll(quote + quote, quote);
}
