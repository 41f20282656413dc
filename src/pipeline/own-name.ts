// Whether a text names the person whose row it stands in: first and last name near each other, as the row has them or
// in capitals. In: the plan of the table and the spans of a row. Out: yes or no. It looks for no other name.

import type { TablePlan } from '../resolve/index.ts';
import type { SinkContext } from './sink-context.ts';

/** Longer names are looked for by their beginning. */
const longestName = 96;
const leastName = 2;
/** Bytes between first and last name, one before the other. */
const near = 40;
const mostPlaces = 8;

export class OwnName {
  #context: SinkContext;
  #memory: Buffer;
  #first = Buffer.alloc(longestName);
  #last = Buffer.alloc(longestName);
  #firstLength = 0;
  #lastLength = 0;
  #isRead = false;
  #span = { start: 0, end: 0 };

  constructor(context: SinkContext) {
    this.#context = context;
    const { bytes } = context.kernel;
    this.#memory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Another row begins. */
  forget(): void {
    this.#isRead = false;
  }

  isIn(plan: TablePlan, starts: Uint32Array, ends: Uint32Array, from: number, to: number): boolean {
    if (!this.#isRead) this.#read(plan, starts, ends);
    if (this.#lastLength === 0) return false;
    const text = this.#memory.subarray(from, to);
    if (this.#isWritten(text)) return true;
    capitalise(this.#last, this.#lastLength);
    const isFound = this.#isWritten(text);
    this.#isRead = false;
    return isFound;
  }

  #read(plan: TablePlan, starts: Uint32Array, ends: Uint32Array): void {
    this.#isRead = true;
    this.#firstLength = 0;
    this.#lastLength = 0;
    for (const { normal, column } of plan.gathered) {
      if (normal === 'first name')
        this.#firstLength ||= this.#copy(this.#first, starts[column]!, ends[column]!);
      else if (normal === 'last name')
        this.#lastLength ||= this.#copy(this.#last, starts[column]!, ends[column]!);
      else if (
        normal === 'full name' &&
        this.#lastLength === 0 &&
        this.#copyFull(starts[column]!, ends[column]!)
      )
        return;
    }
    if (this.#firstLength < leastName || this.#lastLength < leastName) this.#lastLength = 0;
  }

  #copy(into: Buffer, start: number, end: number): number {
    if (end <= start || !this.#context.decoder.decode(start, end, this.#span)) return 0;
    const length = Math.min(this.#span.end - this.#span.start, longestName);
    this.#memory.copy(into, 0, this.#span.start, this.#span.start + length);
    return length;
  }

  /** `Jean Dupont`: what is before the first blank, and what follows. */
  #copyFull(start: number, end: number): boolean {
    const length = this.#copy(this.#first, start, end);
    const blank = this.#first.subarray(0, length).indexOf(0x20);
    if (blank < leastName || length - blank - 1 < leastName) return false;
    this.#first.copy(this.#last, 0, blank + 1, length);
    this.#firstLength = this.#first[blank - 1] === 0x2c ? blank - 1 : blank;
    this.#lastLength = length - blank - 1;
    return true;
  }

  #isWritten(text: Buffer): boolean {
    const last = this.#last.subarray(0, this.#lastLength);
    const first = this.#first.subarray(0, this.#firstLength);
    for (let at = text.indexOf(last), places = 0; at >= 0 && places < mostPlaces; places++) {
      const end = at + last.length;
      if (isApart(text, at, end)) {
        const from = Math.max(0, at - near - first.length);
        const around = text.subarray(from, end + near + first.length);
        const found = around.indexOf(first);
        if (found >= 0 && isApart(around, found, found + first.length)) return true;
      }
      at = text.indexOf(last, at + 1);
    }
    return false;
  }
}

/** No letter of ASCII before or after. */
function isApart(text: Buffer, start: number, end: number): boolean {
  return !isLetter(text[start - 1] ?? 0) && !isLetter(text[end] ?? 0);
}

function isLetter(byte: number): boolean {
  const lower = byte | 32;
  return lower >= 97 && lower <= 122 && byte < 0x80;
}

/** Letters of ASCII and of U+00E0 to U+00FE in capitals. */
function capitalise(name: Buffer, length: number): void {
  for (let at = 0; at < length; at++) {
    const byte = name[at]!;
    if (byte >= 97 && byte <= 122) name[at] = byte - 32;
    else if (byte === 0xc3 && at + 1 < length && name[at + 1]! >= 0xa0) name[++at]! -= 32;
  }
}
