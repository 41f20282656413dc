// What is no dump, read as plain text: every byte is handed over to be searched, none is understood.

import type { ByteWindow } from './byte-window.ts';
import type { RowSink } from './row-sink.ts';
import { textBreak } from './text-break.ts';

/** Hands over everything from `offset` on as skipped text, for `reason`; returns where the source ended. */
export function readAsText(
  window: ByteWindow,
  offset: number,
  reason: string,
  sink: Pick<RowSink, 'skipped'>,
): number {
  window.seek(offset);
  let p = window.from;
  while (window.slide(p) >= 0) {
    const until = window.ended ? window.to : textBreak(window.bytes, window.from, window.to);
    if (until > window.from) sink.skipped(window.offsetOf(window.from), reason, window.from, until);
    p = until;
  }
  return window.offsetOf(window.to);
}

/** Hands over everything as the running text of a document. */
export function readAsDocument(window: ByteWindow, offset: number, sink: Pick<RowSink, 'text'>): number {
  window.seek(offset);
  let p = window.from;
  while (window.slide(p) >= 0) {
    const until = window.ended ? window.to : textBreak(window.bytes, window.from, window.to);
    if (until > window.from) sink.text(window.offsetOf(window.from), window.from, until);
    p = until;
  }
  return window.offsetOf(p);
}
