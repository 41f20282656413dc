// Takes one row into the tallies of its table: what is filled, what is sampled, what is gathered, and the
// addresses that stand in its texts. In: spans of the row's values. Out: nothing but higher tallies.

import { isSpanCut, spanEnd, spanStart } from '../recognise/index.ts';
import {
  rowRank,
  type SampledValue,
  sampledBytes,
  type StretchTally,
  type TablePlan,
} from '../resolve/index.ts';
import { addressInText } from './mention-text.ts';
import type { SinkContext } from './sink-context.ts';
import type { TableEntry } from './table-entry.ts';

export class RowTaker {
  #context: SinkContext;
  #hash = new Uint32Array(2);

  constructor(context: SinkContext) {
    this.#context = context;
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
    for (let column = 0; column < filled.length; column++) {
      const start = starts[column]!;
      const end = ends[column]!;
      if (!notation.isFilled(bytes, start, end)) continue;
      filled[column]!++;
      const sample = samples[column]!;
      if (rank < sample.threshold) sample.add(this.sample(rank, start, end));
    }
    if (atFrom < atTo) this.#mentions(stretch, plan, starts, ends, ats, atFrom, atTo);
    if (plan.gathered.length === 0) return;
    const records = stretch.reserve(plan.width);
    if (this.#context.gatherer.gather(plan, starts, ends, stretch, records, stretch.recordWords)) {
      stretch.recordWords += plan.width;
    }
  }

  sample(rank: number, start: number, end: number): SampledValue {
    const { kernel, decoder } = this.#context;
    // escapes and hex at most double a value: no more of it is decoded than is kept
    if (!decoder.decode(start, Math.min(end, start + sampledBytes * 2 + 32), span))
      return { rank, bytes: new Uint8Array(0) };
    return { rank, bytes: kernel.bytes.slice(span.start, Math.min(span.end, span.start + sampledBytes)) };
  }

  /** Addresses in values that are no addresses themselves: letters, comments, serialized data. */
  #mentions(
    stretch: StretchTally,
    plan: TablePlan,
    starts: Uint32Array,
    ends: Uint32Array,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): void {
    const { kernel, gatherer, mentionScratch } = this.#context;
    for (let i = atFrom; i < atTo; i++) {
      const at = ats[i]!;
      let column = stretch.filled.length - 1;
      while (column >= 0 && !(starts[column]! <= at && at < ends[column]!)) column--;
      if (column < 0 || plan.isEmail[column]) continue;
      const span = addressInText(kernel.bytes, at, starts[column]!, ends[column]!, mentionScratch);
      if (span < 0 || isSpanCut(span)) continue;
      gatherer.hashEmail(spanStart(span), spanEnd(span), this.#hash);
      stretch.mentions.push({ column, low: this.#hash[0]!, high: this.#hash[1]! });
    }
  }
}

const span = { start: 0, end: 0 };
