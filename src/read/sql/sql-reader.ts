// Reads an SQL dump from one statement boundary to another: rows as spans in memory, never as strings.
// In: a window over the bytes. Out: calls on a `RowSink`, in file order. What cannot be read is handed
// over as skipped text with its place; nothing is passed over in silence and nothing is guessed.

import type { ByteWindow } from '../byte-window.ts';
import * as ascii from './ascii.ts';
import { findCopyStart } from './copy-start.ts';
import { skipCopyData } from './copy-reader.ts';
import { createDialect, type DialectName } from './dialect.ts';
import { readWord, skipBlank } from './lexer.ts';
import { findStart } from './find-start.ts';
import { copiedTableOf, OpenCopy } from './open-copy.ts';
import { OpenRows } from './open-rows.ts';
import { type Place, readMore, tellSkipped } from './place.ts';
import { maxDefinitionBytes, readDefinition } from './read-definition.ts';
import type { RowSink } from '../row-sink.ts';
import { skipDelimited } from './skip-delimited.ts';
import { passStatement, skipStatement } from './skip-statement.ts';
import { longestComment, skipLine, skipLongComment, skipRest, skipToSync } from './skip-text.ts';
import { skipRoutine } from './skip-routine.ts';
import { readStatementHead } from './statement-head.ts';
import type { InsertHead, StatementHead } from './statement-kinds.ts';
import { statementWords } from './statement-words.ts';
import { isSyncPoint, syncBytes } from './sync-point.ts';
import { TupleReader } from './tuple-reader.ts';

export interface SqlReaderOptions {
  dialect?: DialectName;
  /** Where nothing is said, in MySQL's only; false for dumps made under NO_BACKSLASH_ESCAPES. */
  backslashEscapes?: boolean;
  /** Rows of a statement that goes on long past where reading should stop are left in the middle, and read on from there. */
  pauses?: boolean;
}

/**
 * What rows that turn out unreadable may cost: reading goes on at the next statement after where such a
 * row began, so its bytes are looked at twice. Past this, as only a file made for it gets there, at the
 * next statement after what was looked at.
 */
const maxLookedAtTwice = 128 << 20;

export class SqlReader {
  #place: Place;
  #copy: OpenCopy;
  #rows: OpenRows;
  #lastHead: { bytes: Uint8Array; head: InsertHead } | null = null;
  #lookedAtTwice = 0;

  constructor(window: ByteWindow, sink: RowSink, options: SqlReaderOptions = {}) {
    const dialect = createDialect(options.dialect ?? 'mysql', options.backslashEscapes);
    const tuples = new TupleReader(window, sink, dialect);
    this.#place = {
      window,
      sink,
      dialect,
      p: window.from,
      forget: () => tuples.forget(),
      moved: () => tuples.moved(),
    };
    this.#copy = new OpenCopy(this.#place);
    this.#rows = new OpenRows(this.#place, tuples, options.pauses ?? false, {
      recover: (reason, reached) => this.#recover(reason, reached),
      passTail: () => this.#tellPassed(null, () => this.#passStatement()),
    });
  }

  /** Where reading stopped: empty between statements, else what `read` has to be told to read on from there. */
  get state(): string {
    return this.#copy.state || this.#rows.state;
  }

  /**
   * The first sync point at or after `offset` and before `limit`, or `limit` where there is none; with the state of
   * rows of a COPY, the first line that may be one of them.
   */
  findStart(offset: number, limit: number, state = ''): number {
    const { window, dialect } = this.#place;
    const copy = copiedTableOf(state);
    return copy
      ? findCopyStart(window, offset, limit, copy.columns)
      : findStart(window, offset, limit, dialect);
  }

  /**
   * Reads statements from `offset`, a boundary, to the first sync point at or past `stopAt`; returns where it stopped.
   * With `state`, the one in which what lies before `offset` ended, it stops among the rows of a COPY as well; without,
   * a COPY is read to its end.
   */
  read(offset: number, stopAt: number, state?: string): number {
    const place = this.#place;
    place.window.seek(offset);
    place.p = place.window.from;
    place.moved();
    this.#lookedAtTwice = 0;
    if (offset === 0) this.#skipByteOrderMark();
    this.#copy.open(copiedTableOf(state ?? ''));
    this.#rows.stopAt = stopAt;
    this.#rows.open(state ?? '');
    for (;;) {
      if (this.#copy.isOpen) {
        if (!this.#copy.read(state === undefined ? Infinity : stopAt)) break;
      } else if (this.#rows.isOpen) this.#rows.readOn();
      else if (this.#findStatement()) this.#readStatement();
      else break;
      if (this.#rows.isOpen) break;
      if (!this.#copy.isOpen && place.window.offsetOf(place.p) >= stopAt && this.#isAtSyncPoint()) break;
    }
    return place.window.offsetOf(place.p);
  }

  #skipByteOrderMark(): void {
    const place = this.#place;
    readMore(place);
    const { bytes, to } = place.window;
    if (to - place.p >= 3 && byteOrderMark.every((byte, i) => bytes[place.p + i] === byte)) place.p += 3;
  }

  /** Moves to the next statement, past space and comments; false at the end of the source. */
  #findStatement(): boolean {
    const place = this.#place;
    for (;;) {
      const { bytes, to } = place.window;
      const next = skipBlank(bytes, place.p, to, place.dialect);
      if (next === place.p) return true;
      const isSpace = place.p < to && ascii.isSpace(bytes[place.p]!);
      if (next >= 0 && (isSpace || next - place.p <= longestComment)) {
        // a comment: its quotes would have turned the index around
        if (!isSpace) place.forget();
        place.p = next;
      } else if (next >= 0 || to - place.p > longestComment || !readMore(place)) {
        if (place.p === place.window.to) return false;
        this.#skipUnended();
      }
    }
  }

  /** A comment too long to be held or without an end, or a sign at the end of the source that begins nothing. */
  #skipUnended(): void {
    const place = this.#place;
    const isLastByte = place.p + 1 === place.window.to;
    const last = place.window.bytes[place.p];
    if (isLastByte && (last !== ascii.HASH || !place.dialect.mysqlComments))
      skipRest(place, 'text that is not SQL');
    else skipLongComment(place);
  }

  #isAtSyncPoint(): boolean {
    const place = this.#place;
    while (place.window.to - place.p < syncBytes && !place.window.ended) if (!readMore(place)) break;
    return isSyncPoint(place.window.bytes, place.p, place.window.to, place.dialect);
  }

  #readStatement(): void {
    const place = this.#place;
    const head = this.#readHead();
    if (head === null) {
      if (place.window.ended && this.#isLastCommand())
        return this.#tellPassed(null, () => skipLine(place, null));
      if (place.window.ended) return skipRest(place, 'cut off in the middle of a statement');
      return this.#recover('a statement that cannot be read', place.window.to);
    }
    if (head.kind === 'insert') return this.#rows.read(head);
    if (head.kind === 'noise') return skipLine(place, 'text that is not SQL');
    if (!place.sink.passed) return this.#readOther(head);
    this.#tellPassed(head, () => this.#readOther(head));
  }

  /** Tells of a statement, by its first words, once `read` has passed over it. */
  #tellPassed(head: StatementHead | null, read: () => void): void {
    const place = this.#place;
    const { window, sink } = place;
    if (!sink.passed) return read();
    const words = statementWords(window.bytes, place.p, window.to, place.dialect);
    const from = window.offsetOf(place.p);
    read();
    const kind = head?.kind === 'copy' ? 'head' : head?.kind === 'unread' ? 'unread' : 'statement';
    sink.passed(from, window.offsetOf(place.p), words, kind);
  }

  #readOther(head: Exclude<StatementHead, { kind: 'insert' | 'noise' }>): void {
    const place = this.#place;
    switch (head.kind) {
      case 'create table':
      case 'alter table':
        return readDefinition(place, head.kind);
      case 'delimiter':
        return skipDelimited(place);
      case 'use':
        place.sink.database(head.database);
        return head.isLine ? skipLine(place, null) : this.#passStatement();
      case 'other':
        return this.#passStatement();
      case 'unread':
        return skipStatement(place, head.reason);
      case 'line':
        return skipLine(place, null);
      case 'routine':
        return skipRoutine(place);
      case 'clause':
        place.p = head.end;
        return;
      case 'copy':
        place.p = head.data;
        if (!head.isUsual) return skipCopyData(place, 'rows of a COPY in another form than pg_dump writes');
        return this.#copy.open(head);
    }
  }

  /** One that holds no rows: where nothing ends it, a quote in it is odd, and what seems to follow is read. */
  #passStatement(): void {
    if (passStatement(this.#place)) return;
    this.#recover('cut off in the middle of a statement', this.#place.window.to);
  }

  /** A command to the program that runs the script, on a last line without a line end. */
  #isLastCommand(): boolean {
    const { window, p, dialect } = this.#place;
    const isCommand = dialect.lineWords.has(readWord(window.bytes, p, window.to));
    return isCommand || (dialect.name === 'postgresql' && window.bytes[p] === ascii.BACKSLASH);
  }

  /** Null where the source or what is read whole ends before the head does. */
  #readHead(): StatementHead | null {
    const repeated = this.#repeatedHead();
    if (repeated) return repeated;
    const place = this.#place;
    for (;;) {
      const { bytes, to } = place.window;
      const head = readStatementHead(bytes, place.p, to, place.dialect);
      if (head?.kind === 'insert') this.#lastHead = { bytes: bytes.slice(place.p, head.rows), head };
      if (head) return head;
      if (to - place.p > maxDefinitionBytes || !readMore(place)) return null;
    }
  }

  /** Dumps with one row an INSERT repeat the same head for each: comparing is cheaper than reading. */
  #repeatedHead(): InsertHead | null {
    const last = this.#lastHead;
    if (!last) return null;
    const { p, window } = this.#place;
    const { bytes, to } = window;
    const { length } = last.bytes;
    // where its first row was broken, something else than `(` has ended the head before
    if (p + length >= to || bytes[p + length] !== ascii.OPEN) return null;
    for (let i = 0; i < length; i++) if (bytes[p + i] !== last.bytes[i]) return null;
    return { ...last.head, rows: p + length };
  }

  /** Hands over as text what lies before the next statement; `reached` is how far it was looked at in vain. */
  #recover(reason: string, reached: number): void {
    const place = this.#place;
    this.#lookedAtTwice += reached - place.p;
    if (this.#lookedAtTwice > maxLookedAtTwice) tellSkipped(place, reason, reached);
    skipToSync(place, reason);
  }
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
