// Reads a JSON document that holds tables somewhere inside: {"users":[…],"orders":[…]}, records under their
// keys, what phpMyAdmin exports. In: a window at its beginning. Out: calls on a `RowSink`, each array of
// objects a table named by its key; what stands beside tables are rows of `key` and `value`.
// It keeps to no strict grammar: a bracket too many is passed over, so that damage stays where it is.

import { jsonEnds } from '../../kernel/index.ts';
import type { ByteWindow } from '../byte-window.ts';
import type { RowSink } from '../row-sink.ts';
import { textBreak } from '../text-break.ts';
import { keyText } from './column-names.ts';
import { outlineOf, outlinedBytes } from './document-outline.ts';
import { type JsonRows, rowReasons, type Span } from './json-rows.ts';
import { createRowStart } from './row-start.ts';

interface Frame {
  kind: 'array' | 'keyed' | 'container';
  name: string;
  /** Of a table in an export of phpMyAdmin: its name stands beside its data. */
  isExport: boolean;
}

/** Containers within containers; what lies deeper stays a value. */
const maxFrames = 16;

/** Tables of one document; the rows of further ones are told together. */
const maxTables = 1024;
const furtherTables = 'further tables';

const quote = 0x22;
const brace = 0x7b;
const bracket = 0x5b;
const slash = 0x2f;

const rowStart = createRowStart(null);

export class DocumentReader {
  #window: ByteWindow;
  #sink: RowSink;
  #rows: JsonRows;
  #table: string;
  #frames: Frame[] = [];
  #names = new Set<string>();
  #p: number;
  #isBegun = false;

  constructor(window: ByteWindow, sink: RowSink, rows: JsonRows, table: string) {
    this.#window = window;
    this.#sink = sink;
    this.#rows = rows;
    this.#table = table;
    this.#p = window.from;
  }

  /** Reads to the end of the source, or to the first value that begins at or past `stopAt`; returns where it stopped. */
  read(stopAt = Infinity): number {
    if (!this.#isBegun) this.#begin();
    while (this.#window.offsetOf(this.#p) < stopAt && this.#findNext()) this.#readNext();
    return this.#window.offsetOf(this.#p);
  }

  /** What is open where reading stopped: plain text, to be given to whoever reads on from here. */
  get state(): string {
    return JSON.stringify({ frames: this.#frames, names: [...this.#names] });
  }

  /** Reads on where another one stopped that said this. */
  resume(state: string): void {
    const { frames, names } = JSON.parse(state) as { frames: Frame[]; names: string[] };
    this.#frames = frames;
    this.#names = new Set(names);
    this.#isBegun = true;
  }

  #begin(): void {
    this.#isBegun = true;
    this.#more();
    const { bytes, from } = this.#window;
    if (bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) this.#p += 3;
  }

  #findNext(): boolean {
    for (;;) {
      const { bytes, to } = this.#window;
      while (this.#p < to && (bytes[this.#p]! <= 0x20 || bytes[this.#p] === 0x2c)) {
        if (bytes[this.#p] === 0) break;
        this.#p++;
      }
      if (this.#p < to) return true;
      if (!this.#more()) return false;
    }
  }

  #readNext(): void {
    const frame = this.#frames.at(-1);
    for (;;) {
      const byte = this.#window.bytes[this.#p]!;
      if (byte === brace + 2 || byte === bracket + 2) {
        this.#frames.pop();
        this.#p++;
        return;
      }
      const code =
        byte === slash
          ? this.#passComment()
          : byte === quote && frame?.kind !== 'array'
            ? this.#readMember(frame)
            : this.#readValue(this.#p, null, frame);
      if (code === jsonEnds.row) return;
      if (code !== jsonEnds.cut) return this.#recover(rowReasons.get(code)!, this.#rows.end);
      const wasEnded = this.#window.ended;
      // to know that nothing follows is more, too
      if (this.#more() || this.#window.ended !== wasEnded) continue;
      if (wasEnded) return this.#recover('cut off in the middle of a row', this.#window.to);
      // too long for a row: what can be read are the parts of it
      if (!this.#enterLong(frame))
        return this.#recover('a value longer than what is read whole', this.#window.to);
      return;
    }
  }

  /** A key and its value. */
  #readMember(frame: Frame | undefined): number {
    const { bytes, to } = this.#window;
    const { code } = this.#rows.pass(this.#p);
    if (code !== jsonEnds.row) return code;
    const key = { from: this.#p, to: this.#rows.end };
    const colon = this.#skipSpace(key.to);
    const value = this.#skipSpace(colon + 1);
    if (colon < to && bytes[colon] !== 0x3a) return this.#readValue(this.#p, null, frame);
    return value < to ? this.#readValue(value, key, frame) : jsonEnds.cut;
  }

  #readValue(p: number, key: Span | null, frame: Frame | undefined): number {
    const byte = this.#window.bytes[p];
    const name = key ? this.#nameOf(key) : (frame?.name ?? this.#table);
    const isFull = this.#frames.length >= maxFrames;
    if (byte === bracket && !isFull && frame?.kind !== 'array') {
      return this.#enter(p, { kind: 'array', name: frame?.isExport ? frame.name : name, isExport: false });
    }
    if (byte === brace && !isFull) {
      const outline = this.#outlineAt(p, frame);
      if (outline === null) return jsonEnds.cut;
      if (outline !== 'record') {
        return this.#enter(p, {
          kind: outline === 'keyed' ? 'keyed' : 'container',
          name,
          isExport: outline === 'export',
        });
      }
    }
    if (frame?.isExport && key) return this.#noteExport(frame, key, p);
    const kind = byte === brace ? 'object' : byte === bracket ? 'array' : 'value';
    const isUnderKey = key !== null && (kind !== 'object' || frame?.kind === 'keyed');
    const under = isUnderKey ? key : null;
    this.#open(isUnderKey ? (frame?.name ?? this.#table) : name, isUnderKey);
    // an array under a key is a value like others
    const code = this.#rows.read(under && kind === 'array' ? 'value' : kind, p, under);
    if (code !== jsonEnds.row) return code;
    this.#p = this.#rows.end;
    return code;
  }

  /** What the object at `p` is; null where more must be seen to tell. */
  #outlineAt(p: number, frame: Frame | undefined): 'record' | 'keyed' | 'container' | 'export' | null {
    const { bytes, to, ended } = this.#window;
    if (to - p < outlinedBytes && !ended) return null;
    if (frame?.kind === 'array') {
      const isExport =
        this.#frames.length === 1 &&
        exportHead.test(Buffer.from(bytes.subarray(p, p + 64)).toString('latin1'));
      return isExport ? 'export' : 'record';
    }
    if (frame?.kind === 'keyed') return 'record';
    return outlineOf(this.#window, p);
  }

  /** What an export says of its tables: "name" and "database" beside the data. */
  #noteExport(frame: Frame, key: Span, value: number): number {
    const { code, ats } = this.#rows.pass(value);
    if (code !== jsonEnds.row) return code;
    const { bytes } = this.#window;
    const said = keyText(bytes, key.from + 1, key.to - 1);
    const text = keyText(
      bytes,
      value + 1,
      Math.max(value + 1, Math.min(this.#rows.end - 1, value + 1 + longestName)),
    );
    if (said === 'name') frame.name = text;
    if (said === 'database') this.#sink.database(text);
    const { end } = this.#rows;
    if (ats > 0)
      this.#sink.skipped(this.#window.offsetOf(this.#p), 'what an export says of its tables', this.#p, end);
    this.#p = end;
    return code;
  }

  #enter(p: number, frame: Frame): number {
    this.#frames.push(frame);
    this.#p = p + 1;
    return jsonEnds.row;
  }

  /** Goes into an object or array that is longer than the window. */
  #enterLong(frame: Frame | undefined): boolean {
    const { bytes } = this.#window;
    let p = this.#p;
    let name = frame?.name ?? this.#table;
    if (bytes[p] === quote) {
      if (this.#rows.pass(p).code !== jsonEnds.row) return false;
      name = this.#nameOf({ from: p, to: this.#rows.end });
      p = this.#skipSpace(this.#skipSpace(this.#rows.end) + 1);
    }
    if ((bytes[p] !== brace && bytes[p] !== bracket) || this.#frames.length >= maxFrames) return false;
    this.#enter(p, { kind: bytes[p] === brace ? 'container' : 'array', name, isExport: false });
    return true;
  }

  #nameOf(key: Span): string {
    return keyText(this.#window.bytes, key.from + 1, Math.min(key.to - 1, key.from + 1 + longestName));
  }

  #open(name: string, isKeyed: boolean): void {
    if (!this.#names.has(name) && this.#names.size >= maxTables)
      return this.#rows.open(furtherTables, { isKeyed });
    this.#names.add(name);
    this.#rows.open(name, { isKeyed });
  }

  /** Older exports of phpMyAdmin begin with comments. */
  #passComment(): number {
    const { bytes, to } = this.#window;
    const isBlock = bytes[this.#p + 1] === 0x2a;
    if (this.#p + 1 < to && !isBlock && bytes[this.#p + 1] !== slash) {
      this.#rows.end = this.#p + 1;
      return jsonEnds.malformed;
    }
    const held = Buffer.from(bytes.buffer, bytes.byteOffset, to);
    const end = isBlock ? held.indexOf('*/', this.#p + 2) : held.indexOf('\n', this.#p);
    if (end < 0) return jsonEnds.cut;
    const until = isBlock ? end + 2 : end + 1;
    this.#sink.skipped(this.#window.offsetOf(this.#p), 'comments', this.#p, until);
    this.#p = until;
    return jsonEnds.row;
  }

  #skipSpace(from: number): number {
    const { bytes, to } = this.#window;
    let p = from;
    while (p < to && bytes[p]! <= 0x20) p++;
    return p;
  }

  /** Hands over as text what lies before the next row. */
  #recover(reason: string, reached: number): void {
    const window = this.#window;
    let look = Math.max(this.#p + 1, reached === window.to && window.ended ? this.#p + 1 : reached - 1);
    for (;;) {
      const { bytes, to, ended } = window;
      const found = look < to ? rowStart.find(bytes, look, to) : -1;
      const safe = ended ? to : Math.max(this.#p, to - rowStart.tail);
      const until = found >= 0 ? found : safe > this.#p && !ended ? textBreak(bytes, this.#p, safe) : safe;
      if (until > this.#p) this.#sink.skipped(window.offsetOf(this.#p), reason, this.#p, until);
      const held = Math.max(0, look - until);
      this.#p = until;
      if (found >= 0 || !this.#more()) return;
      look = Math.min(this.#p + held, window.to);
    }
  }

  #more(): boolean {
    if (this.#window.slide(this.#p) < 0) return false;
    this.#p = this.#window.from;
    return true;
  }
}

/** Of a key that names a table. */
const longestName = 256;

const exportHead = /^\{\s*"type"\s*:\s*"(?:header|database|table)"/u;
