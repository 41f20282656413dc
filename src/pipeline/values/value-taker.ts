// Takes the rows of one stretch and packs the values that were asked for, with the record that each row is. In: spans
// of rows. Out: batches, given once the stretch is confirmed; what is thrown away with it was never given.

import type { RowCounts } from '../../resolve/index.ts';
import { createRecordFinder, isNestedColumn, type TablePlan } from '../../resolve/index.ts';
import { leastNested, NestedRows } from '../nested-rows.ts';
import { tableKey } from '../read-job.ts';
import type { SinkContext } from '../sink-context.ts';
import type { TableEntry } from '../table-entry.ts';
import { sparedColumns } from '../text-columns.ts';
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
}

export class ValueTaker {
  #context: SinkContext;
  #outlet: ValueOutlet;
  #nested: NestedRows;
  #packings = new Map<TableEntry, Packing | null>();
  #counts: RowCounts = { kinds: [], onExtraEmail: () => {} };
  #span = { start: 0, end: 0 };

  constructor(context: SinkContext, outlet: ValueOutlet) {
    this.#context = context;
    this.#outlet = outlet;
    this.#nested = new NestedRows(context, () => {});
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
    let [from, to] = [starts, ends];
    if (packing.hasNested) {
      this.#notePacked(entry, packing.plan, starts, ends);
      if (this.#nested.open(entry, starts, ends, ats, atFrom, atTo))
        [from, to] = [this.#nested.starts, this.#nested.ends];
    }
    const { rows, table } = packing;
    rows.begin(offset, this.#recordOf(packing, from, to));
    const { bytes } = this.#context.kernel;
    for (const column of table.columns) {
      const isThere =
        to[column]! > from[column]! && this.#context.decoder.decode(from[column]!, to[column]!, this.#span);
      rows.add(bytes, isThere ? this.#span.start : 0, isThere ? this.#span.end : 0);
    }
  }

  /** Gives what was packed. */
  give(): void {
    for (const packing of this.#packings.values())
      if (packing !== null && packing.rows.count > 0)
        this.#outlet.give(packing.rows.pack(packing.asked, this.#context.leaf));
  }

  #recordOf({ find, plan, record }: Packing, starts: Uint32Array, ends: Uint32Array): number {
    if (find === null || plan.gathered.length === 0) return -1;
    const holds = this.#context.gatherer.gather(plan, starts, ends, this.#counts, record, 0);
    return holds ? find(record, 0) : -1;
  }

  /** The same values as when the rows were read first: what else is opened makes another record of the row. */
  #notePacked(entry: TableEntry, plan: TablePlan, starts: Uint32Array, ends: Uint32Array): void {
    const { kernel, decoder } = this.#context;
    const spared = sparedColumns(plan);
    this.#nested.begin();
    for (let column = 0; column < entry.columns.length; column++) {
      const start = starts[column]!;
      const end = ends[column]!;
      if (end - start < leastNested || spared[column] === 1 || entry.nested?.isNested[column] === true)
        continue;
      if (decoder.notation.isFilled(kernel.bytes, start, end)) this.#nested.note(column, start, end);
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
    };
  }
}
