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
  return readPieces(window, offset, (at, from, to) => sink.skipped(at, reason, from, to));
}

/** Hands over everything as the running text of a document. */
export function readAsDocument(window: ByteWindow, offset: number, sink: Pick<RowSink, 'text'>): number {
  return readPieces(window, offset, (at, from, to) => sink.text(at, from, to));
}

/** Every byte from `offset` on, in pieces that cut no word in two. */
function readPieces(
  window: ByteWindow,
  offset: number,
  take: (offset: number, from: number, to: number) => void,
): number {
  window.seek(offset);
  let p = window.from;
  while (window.slide(p) >= 0) {
    const until = window.ended ? window.to : textBreak(window.bytes, window.from, window.to);
    if (until > window.from) take(window.offsetOf(window.from), window.from, until);
    p = until;
  }
  return window.offsetOf(window.to);
}
