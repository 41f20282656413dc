// Reads the shared strings of a workbook into a store. What has no room there, and what is longer than a cell
// may be, becomes running text, so that it is searched even where no cell can show it.

import type { SinkQueue } from '../markup/sink-queue.ts';
import { decodePart, type PartHandler } from './parse-part.ts';
import { maxStringChars, type StringStore } from './string-store.ts';

export function createSharedStrings(store: StringStore, queue: SinkQueue): PartHandler {
  let text = '';
  let isText = false;
  let isSpoken = false;
  let isFull = false;
  const flushLong = (): void => {
    if (text.length <= maxStringChars) return;
    queue.skipped(
      0,
      text.length - maxStringChars,
      'a cell longer than spreadsheets allow',
      text.slice(maxStringChars),
    );
    text = text.slice(0, maxStringChars);
  };
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isSpoken = true;
      else if (name === 't') isText = !isSpoken;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isSpoken = false;
      else if (name === 'si') {
        flushLong();
        isFull ||= !store.add(text.toWellFormed());
        if (isFull) {
          queue.skipped(
            0,
            text.length,
            'more different texts in cells than are kept; save the sheets as CSV',
            `${text}\n`,
          );
        }
        text = '';
      }
    },
    text(raw, _, verbatim) {
      if (!isText) return;
      text += decodePart(raw, verbatim ? 'verbatim' : 'text');
      flushLong();
    },
    end: () => {},
  };
}
