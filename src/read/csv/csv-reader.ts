// Reads delimited text from one row boundary to another: rows as spans in memory, never as strings.
// In: a window over the bytes and the dialect they are written in. Out: calls on a `RowSink`, in file order.
// Rows come from the structural index; where a quote is out of place, from an exact scan. Nothing is lost
// in silence: what fits no column is handed over with its place.

import type { ByteWindow } from '../byte-window.ts';
import type { Notation } from '../notation.ts';
import type { RowSink } from '../row-sink.ts';
import type { CsvDialect } from './csv-dialect.ts';
import { CsvIndex } from './csv-index.ts';
import { csvNotation } from './csv-notation.ts';
import { type CsvPlace, pieceEnd, readMore, tellSkipped, tellText } from './csv-place.ts';
import { bytesBefore, findRowStart } from './find-row-start.ts';
import { fitRow } from './fit-row.ts';
import { readScannedRow } from './read-scanned-row.ts';
import { markerRoom, type RowForm, rowFormOf } from './row-form.ts';
import { maxColumns, rowSpans, type RowSpans } from './scan-row.ts';

export interface CsvReaderOptions {
  dialect: CsvDialect;
  /** What the rows are told to be of; '' for the file itself. */
  table?: string;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const AT = 0x40;

/** Bytes scanned after a quote out of place before the index is tried again. */
const fewestScanned = 512;
const mostScanned = 64 << 10;

const misfit = 'rows with more values than the table has columns';

export class CsvReader {
  #dialect: CsvDialect;
  #table: string;
  #notation: Notation;
  #window: ByteWindow;
  #sink: RowSink;
  #form: RowForm;
  #spans: RowSpans = rowSpans();
  #index: CsvIndex;
  #place: CsvPlace;
  #scannedAts = new Uint32Array(256);
  /** File offset up to which rows are scanned, and how many bytes that were at a time. */
  #scanUntil = 0;
  #scanBytes = fewestScanned;
  #indexedFrom = 0;

  constructor(window: ByteWindow, sink: RowSink, options: CsvReaderOptions) {
    const { dialect } = options;
    this.#dialect = dialect;
    this.#table = options.table ?? '';
    this.#notation = csvNotation(dialect);
    this.#window = window;
    this.#sink = sink;
    this.#form = rowFormOf(dialect);
    const index = new CsvIndex(window, this.#form);
    this.#index = index;
    this.#place = {
      window,
      sink,
      form: this.#form,
      spans: this.#spans,
      p: window.from,
      tellRow: (next) => this.#tellScanned(next),
      forget: () => index.forget(),
    };
  }

  /** The first place at or after `offset` and before `limit` where a row seems to begin, or `limit`. */
  findStart(offset: number, limit: number): number {
    if (offset <= this.#dialect.dataOffset) return Math.min(this.#dialect.dataOffset, limit);
    const window = this.#window;
    let wanted = offset;
    window.seek(Math.max(0, offset - bytesBefore));
    let keep = window.from;
    for (;;) {
      const hadEnded = window.ended;
      if (window.slide(keep) < 0 && window.ended === hadEnded) return limit;
      const from = window.from + (wanted - window.offsetOf(window.from));
      const { bytes, to, ended } = window;
      const found = findRowStart(bytes, window.from, from, to, ended, this.#form, this.#spans);
      if (found >= 0) return Math.min(window.offsetOf(found), limit);
      wanted = Math.max(offset, window.offsetOf(to) - markerRoom);
      if (wanted >= limit) return limit;
      keep = Math.max(window.from, to - bytesBefore);
    }
  }

  /** Reads rows from `offset`, where one begins, to the first that begins at or past `stopAt`; returns where it stopped. */
  read(offset: number, stopAt: number): number {
    const place = this.#place;
    const window = this.#window;
    this.#seek(offset);
    if (offset === 0) this.#tellBeforeTable();
    this.#sink.insert(this.#table, this.#dialect.columns, this.#notation);
    while (window.offsetOf(place.p) < stopAt && this.#readRows(stopAt));
    return window.offsetOf(place.p);
  }

  /** What `findStart` brought in is read where it lies. */
  #seek(offset: number): void {
    const window = this.#window;
    this.#index.forget();
    this.#scanUntil = 0;
    const isHeld = offset >= window.offsetOf(window.from) && offset < window.offsetOf(window.to);
    if (!isHeld) window.seek(offset);
    this.#place.p = window.from + (offset - window.offsetOf(window.from));
  }

  /** Lines before the table are text; the header and a byte order mark are not of the leak. */
  #tellBeforeTable(): void {
    const place = this.#place;
    const window = this.#window;
    const { tableOffset, dataOffset } = this.#dialect;
    while (window.offsetOf(place.p) < dataOffset) {
      const left = dataOffset - window.offsetOf(place.p);
      const isTable = window.offsetOf(place.p) >= tableOffset;
      const wanted = isTable ? left : tableOffset - window.offsetOf(place.p);
      const until = Math.min(window.to, place.p + wanted);
      if (isTable) place.p = until;
      else tellText(place, until < place.p + wanted ? pieceEnd(place) : until);
      if (place.p === until && until < window.to) continue;
      if (window.offsetOf(place.p) < dataOffset && !readMore(place)) return;
    }
    this.#index.forget();
  }

  /** Reads on as far as the index knows, or one row of which it knows nothing; false at the end of the source. */
  #readRows(stopAt: number): boolean {
    const place = this.#place;
    const window = this.#window;
    const index = this.#index;
    const offset = window.offsetOf(place.p);
    if (offset < this.#scanUntil) return readScannedRow(place, this.#dialect.comment);
    if (index.indexed < 0) {
      index.start(place.p);
      this.#indexedFrom = offset;
    }
    const stop = window.from + (stopAt - window.offsetOf(window.from));
    const isRegular = this.#takeRows(stop);
    if (place.p >= stop) return true;
    if (isRegular && !index.isOdd) {
      const more = index.more();
      if (more === 'more') return true;
      if (more === 'no bytes' && readMore(place)) return true;
    }
    if (index.isOdd) this.#scanOn(window.offsetOf(place.p));
    index.forget();
    return readScannedRow(place, this.#dialect.comment);
  }

  /** Where quotes are out of place again and again, the index is not begun anew for every row. */
  #scanOn(offset: number): void {
    const isAgain = offset - this.#indexedFrom < this.#scanBytes;
    this.#scanBytes = isAgain ? Math.min(this.#scanBytes * 2, mostScanned) : fewestScanned;
    this.#scanUntil = offset + this.#scanBytes;
  }

  /** Takes the rows that the index knows, up to `stop`; false where the next is to be scanned. */
  #takeRows(stop: number): boolean {
    const { bytes } = this.#window;
    const { comment } = this.#dialect;
    const { delimiter, rowEnd, width, escape, quote } = this.#form;
    const { marks, rows, rowCount, ats, atCount } = this.#index;
    const { starts, ends } = this.#spans;
    const sink = this.#sink;
    const index = this.#index;
    const base = this.#window.offsetOf(0);
    const delimiterLength = delimiter.length;
    const hasLines = rowEnd.length === 0;
    const rowEndLength = hasLines ? 1 : rowEnd.length;
    let p = this.#place.p;
    let mark = index.nextMark;
    let row = index.nextRow;
    let at = index.nextAt;
    let isRegular = true;
    while (row < rowCount && p < stop) {
      const last = rows[row]!;
      const markEnd = marks[last]!;
      const next = markEnd + rowEndLength;
      let end = markEnd;
      if (hasLines) {
        if (end > p && bytes[end - 1] === RETURN) {
          end--;
          isRegular = bytes[end - 1] !== escape;
        }
      } else while (p < end && (bytes[p] === NEWLINE || bytes[p] === RETURN)) p++;
      const count = last - mark + 1;
      if (bytes[p] === comment || count > maxColumns || !isRegular) {
        isRegular = false;
        break;
      }
      if (count > 1 || end > p) {
        let from = p;
        for (let i = 0; i < count - 1; i++) {
          const valueEnd = marks[mark + i]!;
          starts[i] = from;
          ends[i] = valueEnd;
          from = valueEnd + delimiterLength;
        }
        starts[count - 1] = from;
        ends[count - 1] = end;
        let told = count;
        if (count !== width) {
          // a quote that does not close may have drawn lines together
          if (quote >= 0 && holdsLineEnd(bytes, p, end)) {
            isRegular = false;
            break;
          }
          this.#spans.count = count;
          told = this.#fit();
        }
        while (at < atCount && ats[at]! < p) at++;
        const firstAt = at;
        while (at < atCount && ats[at]! < end) at++;
        if (told < 0) sink.skipped(base + p, misfit, p, end);
        else sink.row(base + p, starts, ends, told, ats, firstAt, at);
      }
      mark = last + 1;
      row++;
      p = next;
    }
    this.#place.p = p;
    index.nextMark = mark;
    index.nextRow = row;
    index.nextAt = at;
    return isRegular;
  }

  /** Fits the row in `spans` to the columns; how many values are to be told, or -1. */
  #fit(): number {
    return fitRow(this.#spans, this.#form, this.#dialect.restInLast);
  }

  /** Tells the row that was scanned at the place, with its `@` signs. */
  #tellScanned(next: number): void {
    const place = this.#place;
    const { starts, ends } = this.#spans;
    // past line ends that belong to the row before
    const from = starts[0]!;
    place.p = from;
    const end = ends[this.#spans.count - 1]!;
    const isBlank = this.#spans.count === 1 && end === starts[0];
    if (!isBlank) {
      const told = this.#fit();
      const found = told < 0 ? 0 : this.#findAts(from, end);
      if (told < 0 || found < 0)
        tellSkipped(place, told < 0 ? misfit : 'rows with more @ signs than are kept', end);
      else this.#sink.row(this.#window.offsetOf(from), starts, ends, told, this.#scannedAts, 0, found);
    }
    place.p = next;
  }

  /** Fills `#scannedAts` with the `@` signs of a row; -1 where there are more than a row that is no attack holds. */
  #findAts(from: number, to: number): number {
    const { bytes, layout } = this.#window;
    let found = 0;
    for (let p = from; p < to; p++) {
      if (bytes[p] !== AT) continue;
      if (found === layout.atCapacity) return -1;
      if (found === this.#scannedAts.length) this.#scannedAts = doubled(this.#scannedAts);
      this.#scannedAts[found++] = p;
    }
    return found;
  }
}

function holdsLineEnd(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p] === NEWLINE || bytes[p] === RETURN) return true;
  return false;
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
