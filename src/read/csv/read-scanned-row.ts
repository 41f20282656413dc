// The row at the place, byte by byte, and what to do where its quotes make no sense. A quote that does not
// close must not swallow the rest of the file: where the line by itself has as many values as the table has
// columns, the quote is a sign like any other; else reading goes on at the next line that has as many.

import { type CsvPlace, pieceEnd, readMore, tellSkipped, tellText } from './csv-place.ts';
import { markerRoom, rowEndAt } from './row-form.ts';
import { CUT, scanRow } from './scan-row.ts';

/** How far a value is followed in which quotes are out of place: a long paragraph, no more than a blink. */
const patience = 4 << 10;

/** A row that proves that rows go on has no more bytes. */
const longestProof = 64 << 10;

/** After so many lines that do not fit either, rows are taken as they come. */
const maxLinesPassed = 1000;

const tooMany = 'rows with more values than a table can have columns';
const unclosed = 'rows with a quote that does not close';

/** Reads the row at the place; false at the end of the source. */
export function readScannedRow(place: CsvPlace, comment: number | null): boolean {
  for (;;) {
    const { window, form, spans } = place;
    if (place.p === window.to) {
      if (!readMore(place)) return false;
      continue;
    }
    if (window.bytes[place.p] === comment) {
      tellLine(place);
      return true;
    }
    const next = scan(place, Infinity, 0);
    if (next === CUT && readMore(place)) continue;
    const isSound = next >= 0 && spans.doubtful < 0;
    if (isSound && (spans.manyLines < 0 || spans.count === form.width)) {
      place.tellRow(next);
      return true;
    }
    const isDoubtful = spans.doubtful >= 0;
    const suspect = next === CUT ? place.p : isDoubtful ? spans.doubtful : spans.manyLines;
    // what the window cuts cannot be judged yet
    if (suspect >= 0) {
      const line = scan(place, suspect, 0);
      if (line === CUT && readMore(place)) continue;
      if (line >= 0 && spans.count === form.width) {
        place.forget();
        place.tellRow(line);
        return true;
      }
    }
    const whole = isSound || isDoubtful ? scan(place, Infinity, patience) : next;
    const isMeant = isSound || (whole >= 0 && spans.count === form.width && whole - place.p <= patience);
    const following = isSound || !isMeant ? whole : fitsNextLine(place);
    if ((whole === CUT || following === CUT) && readMore(place)) continue;
    if (next === CUT) skipToFit(place, 'a row longer than what is read whole', Infinity);
    else if (isMeant && (isSound || following === 0)) {
      scan(place, Infinity, patience);
      place.tellRow(whole);
    } else skipToFit(place, suspect < 0 ? tooMany : unclosed, maxLinesPassed);
    return true;
  }
}

function scan(place: CsvPlace, literalFrom: number, patience: number): number {
  const { bytes, to, ended } = place.window;
  return scanRow(bytes, place.p, to, ended, place.form, literalFrom, patience, place.spans);
}

/** Whether the line after the one at the place is a row by itself: 1, 0, or `CUT`. */
function fitsNextLine(place: CsvPlace): number {
  const { bytes, to, ended } = place.window;
  const { form, spans } = place;
  const line = nextLine(place);
  if (line < 0) return CUT;
  const next = scanRow(bytes, line, to, ended, form, Infinity, 0, spans);
  return next === CUT ? CUT : Number(next >= 0 && spans.count === form.width && spans.doubtful < 0);
}

/** Hands over the line at the place, and every line after it up to one that has as many values as there are columns. */
function skipToFit(place: CsvPlace, reason: string, maxLines: number): void {
  place.forget();
  for (let lines = 0; lines < maxLines; lines++) {
    for (;;) {
      const lineEnd = nextLine(place);
      tellSkipped(place, reason, lineEnd < 0 ? pieceEnd(place) : lineEnd);
      if (lineEnd >= 0) break;
      if (!readMore(place)) return;
    }
    if (isRowHere(place)) return;
  }
}

/** Where the line after the place begins, whatever the quotes; -1 where the window ends before. */
function nextLine(place: CsvPlace): number {
  const { bytes, to, ended } = place.window;
  const limit = ended ? to : to - markerRoom;
  for (let p = place.p; p < limit; p++) {
    const length = rowEndAt(bytes, p, place.form);
    if (length > 0) return Math.min(p + length, to);
  }
  return -1;
}

/** Whether what begins at the place has as many values as there are columns, as far as a row is looked at for that. */
function isRowHere(place: CsvPlace): boolean {
  const { form, spans } = place;
  for (;;) {
    const { bytes, to, ended } = place.window;
    const until = Math.min(to, place.p + longestProof);
    const next = scanRow(bytes, place.p, until, ended && until === to, form, Infinity, 0, spans);
    if (next >= 0) return spans.count === form.width && spans.doubtful < 0;
    if (next !== CUT || until < to || !readMore(place)) return place.p === place.window.to;
  }
}

/** The line at the place, which is no row, as text. */
function tellLine(place: CsvPlace): void {
  for (;;) {
    const lineEnd = nextLine(place);
    tellText(place, lineEnd < 0 ? pieceEnd(place) : lineEnd);
    if (lineEnd >= 0 || !readMore(place)) return;
  }
}
