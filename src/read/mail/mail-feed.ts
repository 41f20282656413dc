// Mail as lines and as bodies between delimiters, taken one after the other from a stream.
// In: pieces of any size. Out: header lines; pieces of a body up to the next delimiter line; what that line means.
// It holds one piece of the stream, and of a line no more than a delimiter can be long. A fault of the stream is
// met after all that came before it, and again by whoever reads on.

/** Taken from the stream at a time: text made of it stays below the megabyte that a sink takes at once. */
const pieceBytes = 256 << 10;

/** Looked at of a line that may be a delimiter: RFC 5322 allows 998 bytes a line, RFC 2046 70 a boundary. */
const maxDelimiterBytes = 1000;

/** A line is handed over in parts of this length: longer ones are no header that anybody reads. */
export const maxLineBytes = 64 << 10;

const LF = 0x0a;
const CR = 0x0d;

/** What a line means to whoever asked; null where it is no delimiter. */
export interface Delimiters<T> {
  /** Of a line that begins with `--`. */
  boundary(line: Buffer): T | null;
  /** In a mailbox, of a line that begins with `From `, with the one after it. */
  separator?: (line: Buffer, following: Buffer, isAfterBlank: boolean) => T | null;
}

export class MailFeed<T> {
  #source: AsyncIterator<Uint8Array>;
  #delimiters: Delimiters<T>;
  #rest: Uint8Array = Buffer.alloc(0);
  #held: Buffer = Buffer.alloc(0);
  #at = 0;
  #heldOffset = 0;
  #isAtEnd = false;
  #fault: { error: unknown } | null = null;
  /** The last four bytes taken: whether a line begins here, and whether the one before is blank. */
  #last = 0x0a0a0a0a;
  /** The delimiter that comes next, and how many bytes it takes. */
  #found: { meaning: T; length: number } | null = null;
  /** Line ends before what could be a delimiter, in what is held: where the next ones are. */
  #nextDash = -1;
  #nextFrom = -1;

  constructor(stream: AsyncIterable<Uint8Array>, delimiters: Delimiters<T>) {
    this.#source = stream[Symbol.asyncIterator]();
    this.#delimiters = delimiters;
  }

  /** Of the next byte. */
  get offset(): number {
    return this.#heldOffset + this.#at;
  }

  /** The next line with its end, or as much as is handed over at once; null before a delimiter and at the end. */
  async line(): Promise<Buffer | null> {
    if (this.#found || !(await this.#has(1))) return null;
    if (isLineBegun(this.#last) && this.#couldDelimit(0) && (await this.#isDelimiter(0))) return null;
    const length = await this.#lineLength(0, maxLineBytes);
    return this.#take(this.#at + length);
  }

  /** The next bytes of a body, less the line end that belongs to a delimiter; null before one and at the end. */
  async piece(): Promise<Buffer | null> {
    if (this.#found || !(await this.#has(1))) return null;
    if (isLineBegun(this.#last) && this.#couldDelimit(0) && (await this.#isDelimiter(0))) return null;
    for (let looked = 0; ;) {
      const candidate = this.#nextCandidate(this.#at + looked);
      if (candidate < 0) {
        const end = this.#safeEnd();
        if (end > this.#at) return this.#take(end);
        if (!(await this.#more())) return this.#take(this.#held.length);
        continue;
      }
      looked = candidate + 1 - this.#at;
      if (!(await this.#isDelimiter(looked))) continue;
      const start = this.#startOf(this.#at + looked - 1);
      this.#found!.length += this.#at + looked - start;
      if (start > this.#at) return this.#take(start);
      return null;
    }
  }

  /** Goes past the delimiter that comes next: what it means, null where none does. */
  delimiter(): T | null {
    const found = this.#found;
    if (!found) return null;
    this.#found = null;
    this.#take(this.#at + found.length);
    return found.meaning;
  }

  /** Whether anything comes. */
  async hasMore(): Promise<boolean> {
    return this.#found !== null || (await this.#has(1));
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  #couldDelimit(ahead: number): boolean {
    const first = this.#held[this.#at + ahead];
    return first === 0x2d || (first === 0x46 && this.#delimiters.separator !== undefined);
  }

  /** Whether the line that begins `ahead` is one; if so it waits to be gone past. */
  async #isDelimiter(ahead: number): Promise<boolean> {
    await this.#has(ahead + 'From '.length);
    const isBoundary = this.#held.toString('latin1', this.#at + ahead, this.#at + ahead + 2) === '--';
    const isSeparator =
      !isBoundary && this.#held.toString('latin1', this.#at + ahead, this.#at + ahead + 5) === 'From ';
    if (!isBoundary && !isSeparator) return false;
    const length = await this.#lineLength(ahead, maxDelimiterBytes);
    const after = isSeparator ? await this.#lineLength(ahead + length, maxDelimiterBytes) : 0;
    const start = this.#at + ahead;
    const line = this.#held.subarray(start, start + length);
    const meaning = isBoundary
      ? this.#delimiters.boundary(line)
      : this.#delimiters.separator!(
          line,
          this.#held.subarray(start + length, start + length + after),
          isBlankBefore(lastOf(this.#last, this.#held, this.#at, start)),
        );
    if (meaning === null) return false;
    this.#found = { meaning, length };
    return true;
  }

  /** Of the line that begins `ahead`, its end included, up to `most`. */
  async #lineLength(ahead: number, most: number): Promise<number> {
    for (let looked = 0; ;) {
      const from = this.#at + ahead;
      const limit = Math.min(this.#held.length, from + most);
      const end = this.#held.subarray(from + looked, limit).indexOf(LF);
      if (end >= 0) return looked + end + 1;
      looked = limit - from;
      if (looked >= most || !(await this.#more())) return looked;
    }
  }

  /** The line end before the nearest line from `from` on that could be a delimiter; -1 where none is held. */
  #nextCandidate(from: number): number {
    if (this.#nextDash < from) this.#nextDash = orFar(this.#held.indexOf('\n--', from, 'latin1'));
    if (this.#nextFrom < from)
      this.#nextFrom = this.#delimiters.separator
        ? orFar(this.#held.indexOf('\nFrom ', from, 'latin1'))
        : far;
    const nearest = Math.min(this.#nextDash, this.#nextFrom);
    return nearest === far ? -1 : nearest;
  }

  /** Where the line end at `lineEnd` begins: at the CR before it, if there is one. */
  #startOf(lineEnd: number): number {
    return lineEnd > this.#at && this.#held[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
  }

  /** Where what could be the beginning of a delimiter begins. */
  #safeEnd(): number {
    const last = this.#held.lastIndexOf(LF);
    if (last >= Math.max(this.#at, this.#held.length - '\nFrom'.length)) return this.#startOf(last);
    return this.#held.at(-1) === CR ? this.#held.length - 1 : this.#held.length;
  }

  #take(end: number): Buffer {
    const taken = this.#held.subarray(this.#at, end);
    this.#last = lastOf(this.#last, this.#held, this.#at, end);
    this.#at = end;
    return taken;
  }

  /** Whether `length` bytes are held from here on; throws where the stream has failed and nothing is left. */
  async #has(length: number): Promise<boolean> {
    while (this.#held.length - this.#at < length && (await this.#more()));
    if (this.#fault && this.#at === this.#held.length) throw this.#fault.error;
    return this.#held.length - this.#at >= length;
  }

  async #more(): Promise<boolean> {
    while (this.#rest.length === 0) {
      if (this.#isAtEnd) return false;
      try {
        const next = await this.#source.next();
        if (next.done === true) this.#isAtEnd = true;
        else this.#rest = next.value;
      } catch (error) {
        this.#fault = { error };
        this.#isAtEnd = true;
      }
    }
    const piece = this.#rest.subarray(0, pieceBytes);
    this.#rest = this.#rest.subarray(piece.length);
    this.#heldOffset += this.#at;
    this.#held = Buffer.concat([this.#held.subarray(this.#at), piece]);
    this.#at = 0;
    this.#nextDash = -1;
    this.#nextFrom = -1;
    return true;
  }
}

const far = Number.MAX_SAFE_INTEGER;

function orFar(found: number): number {
  return found < 0 ? far : found;
}

/** The last four bytes up to `to`, after those before `from`. */
function lastOf(before: number, bytes: Buffer, from: number, to: number): number {
  let last = before;
  for (let p = Math.max(from, to - 4); p < to; p++) last = ((last << 8) | bytes[p]!) >>> 0;
  return last;
}

function isLineBegun(last: number): boolean {
  return (last & 0xff) === LF;
}

/** LF LF, or LF CR LF. */
function isBlankBefore(last: number): boolean {
  return (last & 0xffff) === 0x0a0a || (last & 0xffffff) === 0x0a0d0a;
}
