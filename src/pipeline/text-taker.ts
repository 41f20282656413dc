// Takes what stands in the texts of a row: letters, comments, serialized data. In: spans of long values, the record of
// the row. Out: mentions on a stretch, the row's own values told from those of others; or spans, to whoever asked for
// what was mentioned. It makes nobody a person.

import {
  isSpanCut,
  packedDay,
  scanNumbers,
  spanEnd,
  spanStart,
  type ValidatorId,
  validatorIds,
  type VisitFind,
} from '../recognise/index.ts';
import type { StretchTally, TablePlan } from '../resolve/index.ts';
import { addressInText } from './mention-text.ts';
import { OwnName } from './own-name.ts';
import type { SinkContext } from './sink-context.ts';
import type { TableEntry } from './table-entry.ts';

/** Bytes of the shortest value that is read as text: a date with its time and quotes is shorter, a short remark not. */
const leastText = 24;
/** A text has a blank or a line end among its first bytes; hashes, URLs and packed data have none. */
const leastWord = 48;
const backslash = 0x5c;
/** The shortest number of anybody. */
const leastNumber = 9;
/** Finds of one row; a row of more is a list of others. */
const mostFinds = 1 << 14;
const firstFinds = 16;
const findWords = 4;

/** Given a find of the column; its span is good until the next one. */
export type GiveFind = (column: number, validator: ValidatorId, start: number, end: number) => void;

export class TextTaker {
  #context: SinkContext;
  #give: GiveFind | null;
  #name: OwnName;
  #hash = new Uint32Array(2);
  #today: number;
  #visit: VisitFind;
  #column = 0;
  /** Finds of the row: column, validator, hash. It grows to `mostFinds`, as a folder of small files has one for each. */
  #finds = new Uint32Array(firstFinds * findWords);
  #count = 0;

  /** `give`: where finds go instead of to the row's own. */
  constructor(context: SinkContext, give: GiveFind | null = null) {
    this.#context = context;
    this.#give = give;
    this.#name = new OwnName(context);
    this.#today = packedDay(context.today);
    this.#visit = (validator, start, end, detail) => this.#add(validator, start, end, detail);
  }

  /** Whether the value at `start`..`end` may be a text: asked of every value. */
  isText(start: number, end: number): boolean {
    if (end - start < leastText) return false;
    const { bytes } = this.#context.kernel;
    for (let at = start + 1, last = Math.min(end, start + leastWord); at < last; at++) {
      const byte = bytes[at]!;
      if (byte === 0x20 || byte === 0x0a || byte === backslash) return true;
    }
    return false;
  }

  /** Numbers in a text, and the name of the row's own person. */
  take(column: number, stretch: StretchTally, plan: TablePlan, starts: Uint32Array, ends: Uint32Array): void {
    const start = starts[column]!;
    const end = ends[column]!;
    this.takeLeaf(column, start, end);
    if (this.#name.isIn(plan, starts, ends, start, end))
      stretch.mentions.add(column, validatorIds.fullName, 0, 0, true);
  }

  /** Numbers in a text, or in what a packed value holds. */
  takeLeaf = (column: number, start: number, end: number): void => {
    if (end - start < leastNumber) return;
    this.#column = column;
    scanNumbers(this.#context.kernel.bytes, start, end, this.#visit, this.#today);
  };

  /** Addresses in values that are no addresses themselves: letters, comments, serialized data. */
  takeEmails(
    { columns, nested }: Pick<TableEntry, 'columns' | 'nested'>,
    { isEmail }: TablePlan,
    starts: Uint32Array,
    ends: Uint32Array,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): void {
    const isNested = nested?.isNested ?? [];
    for (let i = atFrom; i < atTo; i++) {
      const at = ats[i]!;
      let column = columns.length - 1;
      while (column >= 0 && (isNested[column] === true || !(starts[column]! <= at && at < ends[column]!)))
        column--;
      if (column < 0 || isEmail[column]) continue;
      this.#takeEmail(column, at, starts[column]!, ends[column]!);
    }
  }

  /** The address around the `@` at `at` of a value at `start`..`end`. */
  #takeEmail(column: number, at: number, start: number, end: number): void {
    const { kernel, mentionScratch } = this.#context;
    const span = addressInText(kernel.bytes, at, start, end, mentionScratch);
    if (span < 0 || isSpanCut(span)) return;
    this.#column = column;
    this.#add(validatorIds.email, spanStart(span), spanEnd(span), 0);
  }

  /** Ends a row whose record lies at `record` of the stretch's records. */
  flush(stretch: StretchTally, plan: TablePlan, record: number): void {
    for (let i = 0; i < this.#count; i++) {
      const at = i * findWords;
      const validator = this.#finds[at + 1]! as ValidatorId;
      const low = this.#finds[at + 2]!;
      const high = this.#finds[at + 3]!;
      const own = isOwn(stretch, plan, record, validator, low, high);
      stretch.mentions.add(this.#finds[at]!, validator, low, high, own);
    }
    this.forget();
  }

  /** Another row begins. */
  forget(): void {
    this.#count = 0;
    this.#name.forget();
  }

  #add(validator: ValidatorId, start: number, end: number, detail: number): void {
    if (this.#give !== null) return this.#give(this.#column, validator, start, end);
    if (this.#count === mostFinds) return;
    if (detail > 0) {
      this.#hash[0] = detail;
      this.#hash[1] = 0;
    } else this.#context.gatherer.hashValue(validator, start, end, this.#hash);
    const at = this.#count++ * findWords;
    if (at === this.#finds.length) this.#grow();
    this.#finds[at] = this.#column;
    this.#finds[at + 1] = validator;
    this.#finds[at + 2] = this.#hash[0]!;
    this.#finds[at + 3] = this.#hash[1]!;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#finds.length * 2);
    larger.set(this.#finds);
    this.#finds = larger;
  }
}

/** Whether the row's own record says the same; what lies packed in it does not count as its own. */
function isOwn(
  { records }: StretchTally,
  { gathered }: TablePlan,
  record: number,
  validator: ValidatorId,
  low: number,
  high: number,
): boolean {
  for (const entry of gathered) {
    if (entry.validator !== validator || entry.normal === 'nested') continue;
    const at = record + entry.word;
    if (records[at] === low && records[at + 1] === high) return true;
  }
  return false;
}
