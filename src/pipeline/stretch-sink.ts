// Takes the rows of one stretch of an input and tallies them, table by table.
// In: calls of a reader. Out: tallies that are added to the worker's own when the stretch is confirmed.
// A table's first rows are held back until a plan is made of them: which columns to gather, and how.

import { findEmails, validatorIds } from '../recognise/index.ts';
import type { Notation, RowSink, TableSchema } from '../read/index.ts';
import { rowRank, type SampledValue, StretchTally, TableTally, type TablePlan } from '../resolve/index.ts';
import { columnOrder } from './column-order.ts';
import { judgedByKey } from './key-value-columns.ts';
import { presetFindings } from './document-tables.ts';
import { DocumentTaker } from './document-taker.ts';
import { withExpected } from './expected-columns.ts';
import { fileTable } from './file-table.ts';
import { type SkippedPart, tableKey, type TableName } from './read-job.ts';
import { RowTaker } from './row-taker.ts';
import type { SinkContext } from './sink-context.ts';
import { planOf, type TableEntry, tableSampleOf } from './table-entry.ts';
import { ValueTaker } from './values/value-taker.ts';

/** What a stretch came to, besides the tallies of its tables. */
export interface StretchResult {
  skipped: SkippedPart[];
  schemas: (TableName & { schema: TableSchema })[];
  /** Hashes of addresses in parts that were not read as rows, low and high words in turn. */
  textEmails: number[];
  rows: number;
  documents: number;
}

/** At most this many skipped parts are listed one by one for a stretch; further ones of a kind are added up. */
const maxSkippedParts = 200;

export class StretchSink implements RowSink {
  #context: SinkContext;
  #database: string;
  #entry: TableEntry | null = null;
  #touched = new Set<TableEntry>();
  #order: Int32Array | null = null;
  #lastTable: string | null = null;
  #lastColumns: string[] | null = null;
  #result: StretchResult = { skipped: [], schemas: [], textEmails: [], rows: 0, documents: 0 };
  #starts = new Uint32Array(64);
  #ends = new Uint32Array(64);
  #hash = new Uint32Array(2);
  #shared = new Set<string>();
  #rows: RowTaker;
  #documents: DocumentTaker;
  #values: ValueTaker | null;

  /** `database`: the one in use where the stretch begins. */
  constructor(context: SinkContext, database: string) {
    this.#context = context;
    this.#database = database;
    this.#rows = new RowTaker(context);
    this.#documents = new DocumentTaker(context, this);
    this.#values = context.values === null ? null : new ValueTaker(context, context.values);
  }

  /** The database in use after what was read last. */
  get currentDatabase(): string {
    return this.#database;
  }

  database(name: string): void {
    this.#lastTable = null;
    this.#database = name.toLowerCase();
  }

  schema(schema: TableSchema): void {
    if (schema.shared) this.#shared.add(schema.name.toLowerCase());
    const names = schema.columns.map((column) => column.name);
    const entry = { ...this.#nameOf(schema.name, names), schema };
    // mails in a file each state the same one again and again
    if (schema.shared && this.#context.knows(entry)) return;
    this.#result.schemas.push(entry);
    this.#context.publish(entry);
  }

  schemaOf(table: string): TableSchema | undefined {
    return this.#context.schemaOf(this.#nameOf(table, null));
  }

  #nameOf(table: string, columns: string[] | null): TableName {
    const { leaf, plan } = this.#context;
    const lower = table.toLowerCase();
    if (this.#shared.has(lower)) return { leaf: '', database: '', table: lower };
    if (table === '') return fileTable(leaf, columns);
    // only SQL may leave the schema of its tables to another file
    return plan.kind === 'sql'
      ? { leaf, database: this.#database, table: lower }
      : { leaf: '', database: leaf, table: lower };
  }

  insert(table: string, columns: string[] | null, notation: Notation): void {
    // dumps with one row a statement come here for every row
    const { decoder } = this.#context;
    const isSame =
      table === this.#lastTable && columns === this.#lastColumns && notation === decoder.notation;
    if (isSame && this.#entry?.stretch) return;
    this.#lastTable = table;
    this.#lastColumns = columns;
    const name = this.#nameOf(table, columns);
    const key = tableKey(name);
    let entry = this.#context.tables.get(key);
    // held rows are in the notation they came in
    if (this.#entry && (this.#entry !== entry || notation !== decoder.notation)) this.#settle();
    decoder.notation = notation;
    if (!entry) {
      entry = this.#openTable(name, columns);
      this.#context.tables.set(key, entry);
    }
    this.#entry = entry;
    this.#order = columns === null ? null : columnOrder(entry, columns);
    if (entry.tally && !entry.stretch) this.#openStretch(entry);
    entry.stretch?.widen(entry.columns.length);
  }

  row(
    offset: number,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
    ats: Uint32Array,
    atFrom: number,
    atTo: number,
  ): void {
    if (this.#documents.isOpen && this.#context.plan.kind === 'records') this.#endDocument();
    const entry = this.#entry!;
    this.#result.rows++;
    let [from, to] = [starts, ends];
    if (this.#order) {
      [from, to] = this.#reorder(entry, starts, ends, count);
    } else {
      while (entry.columns.length < count) entry.columns.push(null);
      entry.stretch?.widen(entry.columns.length);
      if (count < entry.columns.length) {
        starts.fill(0, count, entry.columns.length);
        ends.fill(0, count, entry.columns.length);
      }
    }
    const taker = this.#values ?? this.#rows;
    if (entry.tally) return taker.take(entry, offset, from, to, ats, atFrom, atTo);
    const { held } = this.#context;
    if (held.add(offset, from, to, entry.columns.length, ats, atFrom, atTo) && !held.isFull) return;
    const isHeld = held.lastOffset === offset;
    this.#settle();
    if (!isHeld) this.#rows.take(entry, offset, from, to, ats, atFrom, atTo);
  }

  text(offset: number, from: number, to: number): void {
    if (!this.#documents.isOpen) this.#result.documents++;
    // the scan for addresses is of bytes, and never of those that have been read as people
    this.#findEmails(from, to);
    this.#documents.take(offset, from, to);
  }

  skipped(offset: number, reason: string, from: number, to: number, bytes = to - from): void {
    const parts = this.#result.skipped;
    const last = parts.at(-1);
    const isNext =
      last?.reason === reason && (last.offset + last.bytes === offset || parts.length >= maxSkippedParts);
    if (isNext) last.bytes += bytes;
    else parts.push({ offset, bytes, reason });
    if (this.#entry?.stretch && reason.startsWith('rows')) this.#entry.stretch.unreadRows++;
    this.#findEmails(from, to);
  }

  /** The document that lies before a record of the same file ends with it; its rows go to tables of their own. */
  #endDocument(): void {
    const [entry, order, table, columns] = [this.#entry, this.#order, this.#lastTable, this.#lastColumns];
    this.#documents.finish();
    this.#entry = entry;
    this.#order = order;
    this.#lastTable = table;
    this.#lastColumns = columns;
  }

  /** Addresses that stand in no row. */
  #findEmails(from: number, to: number): void {
    if (this.#values !== null) return this.#values.takeText(from, to);
    findEmails(this.#context.kernel.bytes, from, to, (start, end, cut) => {
      if (cut) return;
      this.#context.gatherer.hashValue(validatorIds.email, start, end, this.#hash);
      this.#result.textEmails.push(this.#hash[0]!, this.#hash[1]!);
    });
  }

  /** Ends the stretch. */
  finish(): StretchResult {
    this.#documents.finish();
    this.#settle();
    this.#entry = null;
    return this.#result;
  }

  /** The tallies of this stretch, taken off their tables so that another stretch can begin before this one is confirmed. */
  detach(): () => void {
    const tallies = [...this.#touched].map((entry) => {
      const stretch = entry.stretch!;
      entry.stretch = null;
      entry.thresholds = stretch.samples.map((sample) => sample.threshold);
      return { tally: entry.tally!, stretch };
    });
    return () => {
      for (const { tally, stretch } of tallies) {
        tally.add(stretch);
        this.#context.buffers.push(stretch.records);
      }
      this.#values?.give();
    };
  }

  /** Tables this stretch held rows of. */
  tables(): TableName[] {
    return [...this.#touched].map((entry) => entry.name);
  }

  #openTable(name: TableName, columns: string[] | null): TableEntry {
    const settled = this.#context.settled?.get(tableKey(name));
    const schema = this.#context.schemaOf(name) ?? null;
    const names = settled?.columns ?? schema?.columns.map((column) => column.name) ?? columns ?? [];
    const source = this.#context.leaf;
    const tally = this.#context.settled
      ? new TableTally(names, settled?.plan ?? emptyPlan)
      : schema?.holds
        ? new TableTally(names, presetPlan(schema, schema.holds))
        : null;
    return { name, source, columns: [...names], schema, nested: null, tally, stretch: null, thresholds: [] };
  }

  #openStretch(entry: TableEntry): void {
    entry.stretch = new StretchTally(
      entry.columns.length,
      entry.tally!.plan,
      entry.thresholds,
      this.#context.buffers.pop(),
    );
    this.#touched.add(entry);
  }

  /** Makes the plan of the table whose rows are held, and takes them. */
  #settle(): void {
    const entry = this.#entry;
    const { held } = this.#context;
    if (!entry || entry.tally) return;
    const samples: SampledValue[][] = entry.columns.map(() => []);
    const filled = entry.columns.map(() => 0);
    held.forEach(entry.columns.length, (offset, heldStarts, heldEnds, ats) => {
      const rank = rowRank(this.#context.rankSeed, offset);
      const { starts, ends } = this.#rows.opened(entry, heldStarts, heldEnds, ats);
      while (samples.length < entry.columns.length) samples.push([]);
      for (let column = 0; column < entry.columns.length; column++) {
        if (!this.#rows.isFilled(entry, column, starts[column]!, ends[column]!)) continue;
        filled[column] = (filled[column] ?? 0) + 1;
        samples[column]!.push(this.#rows.sample(rank, starts[column]!, ends[column]!));
      }
    });
    const sample = tableSampleOf(entry.name.table, entry.columns, entry.schema, samples, {
      rows: held.count,
      filled,
    });
    const findings = judgedByKey(entry.columns, this.#context.classify(sample));
    const plan = planOf(entry.schema, withExpected(findings, entry.columns, filled), entry.columns);
    entry.tally = new TableTally(entry.columns, plan);
    this.#openStretch(entry);
    held.forEach(entry.columns.length, (offset, starts, ends, ats) =>
      this.#rows.take(entry, offset, starts, ends, ats, 0, ats.length),
    );
    held.clear();
  }

  /** Values in the order of the table's columns, where the statement lists them in another one. */
  #reorder(
    entry: TableEntry,
    starts: Uint32Array,
    ends: Uint32Array,
    count: number,
  ): [Uint32Array, Uint32Array] {
    const order = this.#order!;
    if (this.#starts.length < entry.columns.length) {
      this.#starts = new Uint32Array(entry.columns.length * 2);
      this.#ends = new Uint32Array(entry.columns.length * 2);
    }
    this.#starts.fill(0, 0, entry.columns.length);
    this.#ends.fill(0, 0, entry.columns.length);
    for (let i = 0; i < count; i++) {
      this.#starts[order[i]!] = starts[i]!;
      this.#ends[order[i]!] = ends[i]!;
    }
    return [this.#starts, this.#ends];
  }
}

/** Of a table whose format says what its columns hold. */
function presetPlan(schema: TableSchema, holds: (string | null)[]): TablePlan {
  const names = schema.columns.map((column) => column.name);
  return planOf(schema, presetFindings(holds), names);
}

const emptyPlan: TablePlan = { gathered: [], width: 2, merging: true, isEmail: [] };
