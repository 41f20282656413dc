// Where reading may begin in the middle of the rows of a COPY: at the next line, if it has as many values.
// It may be wrong, where that COPY ended before: whoever begins there checks what the stretch before ended in.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import { findByte } from './lexer.ts';

/** The first line that begins at or after `offset` and before `limit`; `limit` where there is none, or it is none of these rows. */
export function findCopyStart(
  window: ByteWindow,
  offset: number,
  limit: number,
  columns: readonly string[] | null,
): number {
  window.seek(Math.max(0, offset - 1));
  let begin = offset === 0 ? 0 : -1;
  let p = window.from;
  for (;;) {
    const newline = findByte(window.bytes, ascii.NEWLINE, p, window.to);
    if (newline >= 0 && begin >= 0) {
      const from = window.from + begin - window.offsetOf(window.from);
      return isRow(window.bytes, from, newline, columns) ? begin : limit;
    }
    if (newline >= 0) {
      begin = window.offsetOf(newline + 1);
      if (begin >= limit) return limit;
      p = newline + 1;
      continue;
    }
    // a line that is being looked at is kept, one that is being passed is not
    const keep = begin < 0 ? window.to : window.from + begin - window.offsetOf(window.from);
    const held = window.to - keep;
    if (window.slide(keep) < 0) return limit;
    p = window.from + held;
  }
}

function isRow(bytes: Uint8Array, from: number, to: number, columns: readonly string[] | null): boolean {
  const isEnd = bytes[from] === ascii.BACKSLASH && bytes[from + 1] === ascii.DOT;
  if (columns === null || isEnd) return true;
  let tabs = 0;
  for (let p = from; p < to; p++) if (bytes[p] === ascii.TAB) tabs++;
  return tabs + 1 === Math.max(1, columns.length);
}
