// The rows of a COPY, a line each, up to `\.`. In: a place where a line begins. Out: calls on the sink.
// A tab or a line end inside a value is escaped, so lines and values are told apart without reading them.

import * as ascii from './ascii.ts';
import { findByte, textOf } from './lexer.ts';
import { LineIndex } from './line-index.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { skipRest } from './skip-text.ts';
import { textBreak } from '../text-break.ts';
import { createRowSpans, maxColumns, type RowSpans } from './tuple-scanner.ts';

/**
 * Where reading ended: after `\.`; before a line at or past where it should stop; at the end of the source; before
 * the head of another COPY, as the `\.` was lost.
 */
export type CopyEnd = 'end' | 'stopped' | 'source ended' | 'other data';

const otherWidth = 'rows with another number of values than the table has columns';

export class CopyReader {
  #place: Place;
  #index: LineIndex;
  #spans: RowSpans;

  constructor(place: Place) {
    this.#place = place;
    this.#index = new LineIndex(place.window);
    this.#spans = createRowSpans();
  }

  /** Reads lines of `columns` values (0: as many as the first one has) that begin before file offset `stopAt`. */
  read(columns: number, stopAt: number): CopyEnd {
    const place = this.#place;
    const { window, sink } = place;
    const { bytes } = window;
    const index = this.#index;
    const spans = this.#spans;
    let width = columns;
    place.forget();
    index.start(place.p);
    for (;;) {
      if (window.offsetOf(place.p) >= stopAt) return 'stopped';
      const isPlain = bytes[place.p] !== ascii.BACKSLASH || bytes[place.p + 1] !== ascii.DOT;
      const end = isPlain ? index.take(place.p, width, spans) : -1;
      if (end >= 0) {
        const { starts, ends } = spans;
        sink.row(window.offsetOf(place.p), starts, ends, width, index.ats, index.atFrom, index.atTo);
        place.p = end + 1;
        continue;
      }
      const line = index.find();
      if (line) {
        if (isEndOfData(bytes, place.p, line.end)) {
          place.p += 2;
          return 'end';
        }
        if (width === 0 && line.values <= maxColumns) {
          width = line.values;
          continue;
        }
        if (isCopyHead(bytes, place.p, line.end)) return 'other data';
        index.pass(place.p);
        tellSkipped(place, otherWidth, line.end + 1);
        continue;
      }
      const more = index.more();
      if (more === 'more') continue;
      // what the end of the source left unindexed is indexed once that end is known
      const isIndexed = window.ended;
      if (more === 'no room') this.#skipLine(otherWidth);
      else if (!readMore(place)) {
        if (isIndexed) return this.#readEnd();
        if (!window.ended) this.#skipLine('a row longer than what is read whole');
      }
      index.start(place.p);
    }
  }

  /** What is left has no line end. */
  #readEnd(): CopyEnd {
    const place = this.#place;
    const { bytes, to } = place.window;
    if (isEndOfData(bytes, place.p, to)) {
      place.p = to;
      return 'end';
    }
    skipRest(place, 'cut off in the middle of the rows of a COPY');
    return 'source ended';
  }

  /** Hands over the line at the place in pieces. */
  #skipLine(reason: string): void {
    const place = this.#place;
    for (;;) {
      const { bytes, to, ended } = place.window;
      const end = findByte(bytes, ascii.NEWLINE, place.p, to);
      const until = end >= 0 ? end + 1 : ended ? to : textBreak(bytes, place.p, to);
      if (until > place.p) tellSkipped(place, reason, until);
      if (end >= 0 || !readMore(place)) return;
    }
  }
}

/** Hands the lines of a COPY in a form that is not read over as text, up to `\.`. */
export function skipCopyData(place: Place, reason: string): void {
  place.forget();
  let isLineStart = true;
  for (;;) {
    const { bytes, to, ended } = place.window;
    const end = findByte(bytes, ascii.NEWLINE, place.p, to);
    if (end < 0 && !ended && readMore(place)) continue;
    const until = end < 0 ? place.window.to : end + 1;
    if (isLineStart && isEndOfData(bytes, place.p, end < 0 ? until : end)) return void (place.p += 2);
    if (until > place.p) tellSkipped(place, reason, until);
    isLineStart = end >= 0;
    if (place.p === place.window.to && !readMore(place)) return;
  }
}

/** `\.` and nothing else on the line. */
function isEndOfData(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== ascii.BACKSLASH || bytes[from + 1] !== ascii.DOT) return false;
  return to - from === 2 || (to - from === 3 && bytes[from + 2] === ascii.RETURN);
}

/** Longer lines are not looked at: a head with all the columns that a table can have. */
const longestHead = 128 << 10;

function isCopyHead(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] !== 0x43 || to - from > longestHead || textOf(bytes, from, from + 5) !== 'COPY ')
    return false;
  return / FROM stdin;\r?$/u.test(textOf(bytes, Math.max(from, to - 14), to));
}
