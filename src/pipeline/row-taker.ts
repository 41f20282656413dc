// Takes one row into the tallies of its table: what is filled, what is sampled, what is gathered, and the
// identifiers that stand in its texts. In: spans of the row's values. Out: nothing but higher tallies.

import {
  rowRank,
  type SampledValue,
  sampledBytes,
  type StretchTally,
  type TablePlan,
} from '../resolve/index.ts';
import { leastNested, NestedRows } from './nested-rows.ts';
import type { SinkContext } from './sink-context.ts';
import type { TableEntry } from './table-entry.ts';
import { sparedColumns } from './text-columns.ts';
import { TextTaker } from './text-taker.ts';

/** Values of one row that are read as texts; tables of more hold something else. */
const mostTexts = 64;

export class RowTaker {
  #context: SinkContext;
  #texts: TextTaker;
  #textColumns = new Int32Array(mostTexts);
  #nested: NestedRows;
  #plan: TablePlan | null = null;
  #spared: Uint8Array = new Uint8Array(0);

  constructor(context: SinkContext) {
    this.#context = context;
    this.#texts = new TextTaker(context);
    this.#nested = new NestedRows(context, this.#texts.takeLeaf);
  }

  take(
    entry: TableEntry,
    offset: number,
    starts: Uint32Array,
    ends: Uint32Array,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): void {
    const stretch = entry.stretch!;
    const plan = entry.tally!.plan;
    const rank = rowRank(this.#context.rankSeed, offset);
    const { filled, samples } = stretch;
    const { bytes } = this.#context.kernel;
    const { notation } = this.#context.decoder;
    stretch.rows++;
    if (plan !== this.#plan) {
      this.#plan = plan;
      this.#spared = sparedColumns(plan);
    }
    const spared = this.#spared;
    let texts = 0;
    this.#nested.begin();
    const columns = filled.length;
    const isNested = entry.nested === null || entry.nested.count === 0 ? null : entry.nested.isNested;
    for (let column = 0; column < columns; column++) {
      if (isNested !== null && isNested[column] === true) continue;
      const start = starts[column]!;
      const end = ends[column]!;
      if (!notation.isFilled(bytes, start, end)) continue;
      filled[column]!++;
      const sample = samples[column]!;
      if (rank < sample.threshold) sample.add(this.sample(rank, start, end));
      if (end - start < leastNested || spared[column] === 1) continue;
      if (this.#nested.note(column, start, end)) continue;
      if (texts < mostTexts && this.#texts.isText(start, end)) this.#textColumns[texts++] = column;
    }
    const isWider = this.#nested.open(entry, starts, ends, ats, atFrom, atTo);
    const from = isWider ? this.#nested.starts : starts;
    const to = isWider ? this.#nested.ends : ends;
    if (isWider) this.#takeNested(entry, rank, stretch);
    const records = stretch.reserve(plan.width);
    const record = stretch.recordWords;
    const { gatherer } = this.#context;
    if (plan.gathered.length > 0 && gatherer.gather(plan, from, to, stretch, records, record)) {
      stretch.recordWords += plan.width;
    }
    for (let i = 0; i < texts; i++) this.#texts.take(this.#textColumns[i]!, stretch, plan, starts, ends);
    if (atFrom < atTo) this.#texts.takeEmails(entry, plan, starts, ends, ats, atFrom, atTo);
    this.#texts.flush(stretch, plan, record);
  }

  isFilled(entry: TableEntry, column: number, start: number, end: number): boolean {
    // what was unpacked has no notation
    if (entry.nested?.isNested[column] === true) return end > start;
    const { kernel, decoder } = this.#context;
    return decoder.notation.isFilled(kernel.bytes, start, end);
  }

  /** Opens the packed values of a row that is held back: its spans, with further columns. */
  opened(
    entry: TableEntry,
    starts: Uint32Array,
    ends: Uint32Array,
    ats: Uint32Array,
  ): { starts: Uint32Array; ends: Uint32Array } {
    this.#nested.begin();
    for (let column = 0; column < entry.columns.length; column++)
      if (ends[column]! - starts[column]! >= leastNested)
        this.#nested.note(column, starts[column]!, ends[column]!);
    const isWider = this.#nested.open(entry, starts, ends, ats, 0, ats.length);
    this.#texts.forget();
    return isWider ? this.#nested : { starts, ends };
  }

  /** Counts and samples the columns that lie packed in others. */
  #takeNested(entry: TableEntry, rank: number, { filled, samples }: StretchTally): void {
    const { starts, ends } = this.#nested;
    const { isNested } = entry.nested!;
    for (let column = 0; column < isNested.length; column++) {
      if (isNested[column] !== true || ends[column]! <= starts[column]!) continue;
      filled[column]!++;
      const sample = samples[column]!;
      if (rank < sample.threshold) sample.add(this.sample(rank, starts[column]!, ends[column]!));
    }
  }

  sample(rank: number, start: number, end: number): SampledValue {
    const { kernel, decoder } = this.#context;
    // escapes and hex at most double a value: no more of it is decoded than is kept
    if (!decoder.decode(start, Math.min(end, start + sampledBytes * 2 + 32), span))
      return { rank, bytes: new Uint8Array(0) };
    return { rank, bytes: kernel.bytes.slice(span.start, Math.min(span.end, span.start + sampledBytes)) };
  }
}

const span = { start: 0, end: 0 };
