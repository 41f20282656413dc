// Reads rows of JSON that follow one another, a line each or in one array, from one row to another.
// In: a window over the bytes, and the shape found from the head. Out: calls on a `RowSink`, in file order.
// What is no row is handed over as skipped text with its place.

import { jsonEnds } from '../../kernel/index.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { textBreak } from '../text-break.ts';
import { DocumentReader } from './document-reader.ts';
import { JsonRows, rowReasons } from './json-rows.ts';
import type { JsonShape } from './json-shape.ts';
import { createRowStart, type RowStart } from './row-start.ts';

/** What is looked at twice at most, in rows that turn out not to end: see `SqlReader`. */
const maxLookedAtTwice = 128 << 20;

export interface JsonReaderOptions {
  shape: JsonShape;
  /** '' where the file is the table. */
  table: string;
  /** A document is left in the middle, and read on from there. */
  pauses?: boolean;
}

export class JsonReader {
  #window: ByteWindow;
  #sink: RowSink;
  #shape: JsonShape;
  #table: string;
  #rows: JsonRows;
  #rowStart: RowStart;
  #p: number;
  #lookedAtTwice = 0;
  #pauses: boolean;
  /** The document that was left in the middle. */
  #document: DocumentReader | null = null;

  constructor(window: ByteWindow, sink: RowSink, options: JsonReaderOptions) {
    this.#window = window;
    this.#sink = sink;
    this.#shape = options.shape;
    this.#table = options.table;
    this.#pauses = options.pauses ?? false;
    this.#rows = new JsonRows(window, sink, options.shape.withinLines);
    this.#rowStart = createRowStart(options.shape.sync);
    this.#p = window.from;
  }

  /** The first place at or after `offset` where a row seems to begin, or `limit` where there is none before it. */
  findStart(offset: number, limit: number): number {
    if (this.#shape.sequential) return limit;
    const window = this.#window;
    const { before, tail } = this.#rowStart;
    window.seek(Math.max(0, offset - before));
    let p = window.from;
    for (;;) {
      const from = window.from + Math.max(0, offset - window.offsetOf(window.from));
      const found = window.to > from ? this.#rowStart.find(window.bytes, Math.max(p, from), window.to) : -1;
      if (found >= 0) return Math.min(window.offsetOf(found), limit);
      p = Math.max(window.from, window.to - tail);
      if (window.offsetOf(p) >= limit) return limit;
      const moved = window.slide(p);
      // the reader before stops at the end, where there is nothing left to begin
      if (moved < 0) return window.ended ? Math.min(window.offsetOf(window.to), limit) : limit;
      p -= moved;
    }
  }

  /** What somebody has to know who reads on from where this one stopped; '' but within a document. */
  get state(): string {
    return this.#document?.state ?? '';
  }

  /**
   * Reads rows from `offset`, a boundary where `state` holds, to the first one that begins at or past `stopAt`; returns
   * where it stopped.
   */
  read(offset: number, stopAt: number, state = ''): number {
    const window = this.#window;
    window.seek(offset);
    this.#p = window.from;
    this.#lookedAtTwice = 0;
    this.#rows.begin();
    if (this.#shape.shape === 'document') {
      const document = new DocumentReader(window, this.#sink, this.#rows, this.#table);
      if (state !== '') document.resume(state);
      if (this.#pauses) this.#document = document;
      return document.read(this.#pauses ? stopAt : Infinity);
    }
    this.#rows.open(this.#table, { arrayColumns: this.#shape.columns });
    if (offset === 0) this.#passOpening();
    while (this.#findRow()) {
      if (window.offsetOf(this.#p) >= stopAt) break;
      this.#readRow();
    }
    return window.offsetOf(this.#p);
  }

  /** The byte order mark, the bracket of an array of arrays, and a first row that names the columns. */
  #passOpening(): void {
    this.#more();
    const { bytes, to, from } = this.#window;
    if (to - from >= 3 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf)
      this.#p += 3;
    const { shape, rows, rowsFrom, columns } = this.#shape;
    if (rowsFrom > 0) {
      while (this.#window.offsetOf(this.#window.to) < rowsFrom && this.#more());
      const first = Math.min(this.#window.to, this.#p + rowsFrom - this.#window.offsetOf(this.#p));
      if (columns === null)
        this.#sink.skipped(this.#window.offsetOf(this.#p), 'text before the first row', this.#p, first);
      this.#p = first;
    } else if (shape === 'array' && rows === 'array') {
      while (this.#p < this.#window.to && this.#window.bytes[this.#p]! <= 0x20) this.#p++;
      if (this.#window.bytes[this.#p] === bracket) this.#p++;
    }
  }

  /** Moves to the next row, past what stands between rows; false at the end of the source. */
  #findRow(): boolean {
    const isBracketRow = this.#shape.rows === 'array';
    for (;;) {
      const { bytes, to } = this.#window;
      let p = this.#p;
      while (p < to && isBetweenRows(bytes[p]!, isBracketRow)) p++;
      this.#p = p;
      if (p < to) return true;
      if (!this.#more()) return false;
    }
  }

  #readRow(): void {
    const { bytes } = this.#window;
    const byte = bytes[this.#p];
    const { rows, actions } = this.#shape;
    if (rows === 'object' ? byte !== brace : rows === 'array' && byte !== bracket) {
      return this.#recover('text between rows that is not JSON', this.#p);
    }
    for (;;) {
      const isAction = actions && isActionLine(this.#window.bytes, this.#p);
      const code = isAction ? this.#passAction() : this.#rows.read(rows, this.#p);
      if (code === jsonEnds.row) {
        this.#p = this.#rows.end;
        return;
      }
      if (code !== jsonEnds.cut) return this.#recover(rowReasons.get(code)!, this.#rows.end);
      if (this.#more()) continue;
      const reason = this.#window.ended
        ? 'cut off in the middle of a row'
        : 'a row longer than what is read whole';
      return this.#recover(reason, this.#window.to);
    }
  }

  /** What Elasticsearch is told to do with the next line; its `_id` may be an address. */
  #passAction(): number {
    const { code, ats } = this.#rows.pass(this.#p);
    if (code === jsonEnds.row && ats > 0) {
      this.#sink.skipped(
        this.#window.offsetOf(this.#p),
        'lines that say what to do with the next',
        this.#p,
        this.#rows.end,
      );
    }
    return code;
  }

  /** Hands over as text what lies before the next row; `reached` is how far was looked at in vain. */
  #recover(reason: string, reached: number): void {
    const window = this.#window;
    const isUnended = reached === window.to;
    this.#lookedAtTwice += isUnended ? reached - this.#p : 0;
    const from = isUnended && this.#lookedAtTwice <= maxLookedAtTwice ? this.#p : reached - 1;
    let look = Math.max(this.#p + 1, from);
    for (;;) {
      const { bytes, to } = window;
      const found = look < to ? this.#rowStart.find(bytes, look, to) : -1;
      const safe = window.ended ? to : Math.max(this.#p, to - this.#rowStart.tail);
      const until =
        found >= 0 ? found : safe > this.#p && !window.ended ? textBreak(bytes, this.#p, safe) : safe;
      if (until > this.#p) this.#sink.skipped(window.offsetOf(this.#p), reason, this.#p, until);
      const held = Math.max(0, look - until);
      this.#p = until;
      if (found >= 0 || !this.#more()) return;
      look = Math.max(this.#p, Math.min(this.#p + held, window.to));
    }
  }

  /** Keeps what begins at the place and brings in more; false where nothing could be added. */
  #more(): boolean {
    if (this.#window.slide(this.#p) < 0) return false;
    this.#p = this.#window.from;
    return true;
  }
}

const bracket = 0x5b;
const brace = 0x7b;

/** Space, commas, the marks of JSON text sequences (RFC 7464), and brackets of the arrays that rows stand in. */
function isBetweenRows(byte: number, isBracketRow: boolean): boolean {
  if (byte === brace) return false;
  return (
    byte === 0x0a ||
    byte === 0x2c ||
    byte === 0x20 ||
    byte === 0x0d ||
    byte === 0x09 ||
    byte === 0x1e ||
    byte === 0x5d ||
    (byte === bracket && !isBracketRow)
  );
}

const actionKeys = ['index', 'create', 'update', 'delete'].map((word) => [...Buffer.from(`"${word}"`)]);

/** `{"index":{…}}` and its like, as far as the key and the brace tell. */
function isActionLine(bytes: Uint8Array, row: number): boolean {
  let p = row + 1;
  while (bytes[p] === 0x20) p++;
  const key = actionKeys.find((word) => word.every((letter, i) => bytes[p + i] === letter));
  if (!key) return false;
  for (p += key.length; bytes[p] === 0x20 || bytes[p] === 0x3a; p++);
  return bytes[p] === brace;
}
