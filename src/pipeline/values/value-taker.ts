// Takes the rows of one stretch and packs the values that were asked for, with the record that each row is, and what
// texts mention, where that was asked for. In: spans of rows, and of text outside of them. Out: batches, given once the
// stretch is confirmed; what is thrown away with it was never given.

import { findEmails, validatorIds } from '../../recognise/index.ts';
import type { RowCounts } from '../../resolve/index.ts';
import { createRecordFinder, isNestedColumn, type TablePlan } from '../../resolve/index.ts';
import { leastNested, NestedRows } from '../nested-rows.ts';
import { tableKey } from '../read-job.ts';
import type { SinkContext } from '../sink-context.ts';
import type { TableEntry } from '../table-entry.ts';
import { sparedColumns } from '../text-columns.ts';
import { TextTaker } from '../text-taker.ts';
import { MentionPacker } from './mention-packer.ts';
import { PackedRows } from './packed-rows.ts';
import type { AskedTable } from './value-job.ts';
import type { ValueOutlet } from './value-outlet.ts';

/** No validator tells more kinds of value apart. */
const mostKinds = 96;

interface Packing {
  asked: number;
  table: AskedTable;
  plan: TablePlan;
  hasNested: boolean;
  find: ((words: Uint32Array, from: number) => number) | null;
  record: Uint32Array;
  rows: PackedRows;
  /** By column; null where no text is searched. */
  isSearched: Uint8Array | null;
}

export class ValueTaker {
  #context: SinkContext;
  #outlet: ValueOutlet;
  #mentions: MentionPacker | null;
  #texts: TextTaker;
  #nested: NestedRows;
  #isSearched: Uint8Array | null = null;
  #packings = new Map<TableEntry, Packing | null>();
  #counts: RowCounts = { kinds: [], onExtraEmail: () => {} };
  #span = { start: 0, end: 0 };

  constructor(context: SinkContext, outlet: ValueOutlet) {
    this.#context = context;
    this.#outlet = outlet;
    this.#mentions = outlet.job.mentions === null ? null : new MentionPacker(outlet);
    this.#texts = new TextTaker(context, (column, validator, start, end) => {
      if (this.#isSearched?.[column] === 1) this.#mentions?.add(validator, context.kernel.bytes, start, end);
    });
    this.#nested = new NestedRows(context, (column, start, end) => {
      if (this.#isSearched?.[column] === 1) this.#texts.takeLeaf(column, start, end);
    });
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
    const packing = this.#packingOf(entry);
    if (packing === null) return;
    const { isSearched } = packing;
    this.#isSearched = isSearched;
    let [from, to] = [starts, ends];
    if (packing.hasNested || isSearched !== null) {
      this.#lookInto(entry, packing, starts, ends);
      if (this.#nested.open(entry, starts, ends, ats, atFrom, atTo))
        [from, to] = [this.#nested.starts, this.#nested.ends];
    }
    if (isSearched !== null && atFrom < atTo)
      this.#texts.takeEmails(entry, packing.plan, starts, ends, ats, atFrom, atTo);
    const { rows, table } = packing;
    if (table.columns.length === 0 && table.slots === null) return;
    rows.begin(offset, this.#recordOf(packing, from, to));
    const { bytes } = this.#context.kernel;
    for (const column of table.columns) {
      const isThere =
        to[column]! > from[column]! && this.#context.decoder.decode(from[column]!, to[column]!, this.#span);
      rows.add(bytes, isThere ? this.#span.start : 0, isThere ? this.#span.end : 0);
    }
  }

  /** Text outside of all rows. */
  takeText(start: number, end: number): void {
    const mentions = this.#mentions;
    if (mentions === null || this.#outlet.job.mentions?.isTextAsked !== true) return;
    const { bytes } = this.#context.kernel;
    findEmails(bytes, start, end, (from, to, cut) => {
      if (!cut) mentions.add(validatorIds.email, bytes, from, to);
    });
  }

  /** Gives what was packed. */
  give(): void {
    this.#mentions?.give(this.#context.leaf);
    for (const packing of this.#packings.values())
      if (packing !== null && packing.rows.count > 0)
        this.#outlet.give(packing.rows.pack(packing.asked, this.#context.leaf));
  }

  #recordOf({ find, plan, record }: Packing, starts: Uint32Array, ends: Uint32Array): number {
    if (find === null || plan.gathered.length === 0) return -1;
    const holds = this.#context.gatherer.gather(plan, starts, ends, this.#counts, record, 0);
    return holds ? find(record, 0) : -1;
  }

  /**
   * Notes packed values, and finds numbers in the texts that are searched. Packed are the same values as when the rows
   * were read first: what else is opened makes another record of the row.
   */
  #lookInto(
    entry: TableEntry,
    { plan, hasNested, isSearched }: Packing,
    starts: Uint32Array,
    ends: Uint32Array,
  ): void {
    const { kernel, decoder } = this.#context;
    const spared = sparedColumns(plan);
    this.#nested.begin();
    for (let column = 0; column < entry.columns.length; column++) {
      const isText = isSearched?.[column] === 1;
      if (!hasNested && !isText) continue;
      const start = starts[column]!;
      const end = ends[column]!;
      if (end - start < leastNested || spared[column] === 1 || entry.nested?.isNested[column] === true)
        continue;
      if (!decoder.notation.isFilled(kernel.bytes, start, end)) continue;
      if (this.#nested.note(column, start, end) || !isText) continue;
      if (this.#texts.isText(start, end)) this.#texts.takeLeaf(column, start, end);
    }
  }

  #packingOf(entry: TableEntry): Packing | null {
    const known = this.#packings.get(entry);
    if (known !== undefined) return known;
    const asked = this.#outlet.placeOf(tableKey(entry.name));
    const packing = asked < 0 ? null : this.#createPacking(entry, asked);
    this.#packings.set(entry, packing);
    return packing;
  }

  #createPacking(entry: TableEntry, asked: number): Packing {
    const table = this.#outlet.job.tables[asked]!;
    const { plan } = entry.tally!;
    while (this.#counts.kinds.length < plan.gathered.length)
      this.#counts.kinds.push(new Float64Array(mostKinds));
    return {
      asked,
      table,
      plan,
      hasNested: entry.columns.some(isNestedColumn),
      find: table.slots === null ? null : createRecordFinder(table.slots, plan),
      record: new Uint32Array(plan.width),
      rows: new PackedRows(table.columns.length),
      isSearched: marksOf(table.searched),
    };
  }
}

function marksOf(columns: readonly number[]): Uint8Array | null {
  if (columns.length === 0) return null;
  const marks = new Uint8Array(Math.max(...columns) + 1);
  for (const column of columns) marks[column] = 1;
  return marks;
}
