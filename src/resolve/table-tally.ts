// What is counted of a table while its rows go by, for one stretch of one input; stretches add up.
// In: rows as spans. Out: rows, filled values, kinds, samples, records and identifiers in texts.
// Its order does not matter: adding the stretches in any order gives the same tally.

import { ColumnSample, type SampledValue } from './column-sample.ts';
import { grown } from './hash-index.ts';
import { MentionList, type MentionsPart, MentionTally } from './mention-list.ts';
import { RecordPages, type RecordPart } from './record-pages.ts';
import { validatorIds, validators } from '../recognise/index.ts';
import type { Gathered, TablePlan } from './table-plan.ts';

/** A tally as it travels from a worker to the thread that resolves: flat memory and plain values only. */
export interface TallyPart {
  plan: TablePlan;
  columns: (string | null)[];
  rows: number;
  filled: Float64Array;
  /** For each gathered column of the plan, values by kind. */
  kinds: Float64Array[];
  samples: SampledValue[][];
  records: RecordPart;
  /** Rows left out as doubles although they say too little to be surely the same. */
  weakDoubles: number;
  mentions: MentionsPart[];
  /** Rows that could not be read. */
  unreadRows: number;
  /** The samples may lack values: rows that turned out to be none had raised what was asked of them. */
  spoilt: boolean;
}

/** The tally of one stretch, still to be confirmed: it is thrown away if the stretch began in the wrong place. */
export class StretchTally {
  rows = 0;
  unreadRows = 0;
  filled: Float64Array;
  kinds: Float64Array[];
  samples: ColumnSample[];
  records: Uint32Array<ArrayBuffer>;
  recordWords = 0;
  mentions = new MentionList();

  /** `thresholds`: ranks that the samples do not want any more; `records`: a buffer to use again. */
  constructor(
    columns: number,
    plan: TablePlan,
    thresholds: number[] = [],
    records = new Uint32Array(1 << 14),
  ) {
    this.filled = new Float64Array(columns);
    this.samples = Array.from({ length: columns }, (_, column) => new ColumnSample(thresholds[column]));
    this.kinds = plan.gathered.map(kindCounts);
    this.records = records;
  }

  /** Makes room for columns that only a later statement names. */
  widen(columns: number): void {
    if (columns <= this.filled.length) return;
    this.filled = widened(this.filled, columns);
    while (this.samples.length < columns) this.samples.push(new ColumnSample());
  }

  /** An address beyond the first in a cell of addresses counts as one found in a text. */
  onExtraEmail(column: number, low: number, high: number): void {
    this.mentions.add(column, validatorIds.email, low, high);
  }

  /** Room for one more record of `width` words: it begins at `recordWords`, and counts once that is moved on. */
  reserve(width: number): Uint32Array {
    while (this.recordWords + width > this.records.length) this.records = grown(this.records);
    return this.records;
  }
}

/** One count a kind of the validator, and one for what is none. */
function kindCounts({ validator }: Gathered): Float64Array {
  return new Float64Array(validator === -1 ? 1 : validators[validator]!.kinds.length + 1);
}

export class TableTally {
  readonly plan: TablePlan;
  readonly columns: (string | null)[];
  readonly samples: ColumnSample[];
  spoilt = false;
  #rows = 0;
  #unreadRows = 0;
  #filled: Float64Array;
  #kinds: Float64Array[];
  #records: RecordPages;
  #mentions = new MentionTally();

  constructor(columns: (string | null)[], plan: TablePlan) {
    this.plan = plan;
    this.columns = columns;
    this.samples = columns.map(() => new ColumnSample());
    this.#filled = new Float64Array(columns.length);
    this.#kinds = plan.gathered.map(kindCounts);
    this.#records = new RecordPages(plan);
  }

  add(stretch: StretchTally): void {
    this.#rows += stretch.rows;
    this.#unreadRows += stretch.unreadRows;
    if (stretch.filled.length > this.#filled.length)
      this.#filled = widened(this.#filled, stretch.filled.length);
    while (this.samples.length < stretch.samples.length) this.samples.push(new ColumnSample());
    stretch.filled.forEach((count, column) => (this.#filled[column]! += count));
    stretch.kinds.forEach((counts, i) => counts.forEach((count, kind) => (this.#kinds[i]![kind]! += count)));
    stretch.samples.forEach((sample, column) =>
      sample.values().forEach((value) => this.samples[column]!.add(value)),
    );
    for (let at = 0; at < stretch.recordWords; at += this.plan.width) this.#records.add(stretch.records, at);
    stretch.mentions.addTo(this.#mentions);
  }

  toPart(): TallyPart {
    return {
      plan: this.plan,
      columns: this.columns,
      rows: this.#rows,
      filled: this.#filled,
      kinds: this.#kinds,
      samples: this.samples.map((sample) => sample.values()),
      records: this.#records.toPart(),
      weakDoubles: this.#records.weakDoubles,
      mentions: this.#mentions.toParts(),
      unreadRows: this.#unreadRows,
      spoilt: this.spoilt,
    };
  }
}

function widened(counts: Float64Array, length: number): Float64Array {
  const wider = new Float64Array(length);
  wider.set(counts);
  return wider;
}
