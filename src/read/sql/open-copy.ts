// The COPY whose rows are being read: what somebody who begins in the middle of them has to know.
// In: the head of a COPY, or the state in which somebody else stopped. Out: its rows, told to the sink.

import { copyNotation } from './copy-notation.ts';
import { CopyReader } from './copy-reader.ts';
import type { Place } from './place.ts';
import type { CopyHead } from './statement-kinds.ts';

type CopiedTable = Pick<CopyHead, 'table' | 'columns'>;

/** The table whose COPY a state names; null for other states. */
export function copiedTableOf(state: string): CopiedTable | null {
  if (!state.startsWith('[')) return null;
  const [table, columns] = JSON.parse(state) as [string, string[] | null];
  return { table, columns };
}

export class OpenCopy {
  #place: Place;
  #reader: CopyReader | null = null;
  #table: CopiedTable | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  get isOpen(): boolean {
    return this.#table !== null;
  }

  /** Empty where none is open; plain text, to be given to whoever reads on from here. */
  get state(): string {
    return this.#table ? JSON.stringify([this.#table.table, this.#table.columns]) : '';
  }

  /** Its rows follow at the place; null closes what was open. */
  open(table: CopiedTable | null): void {
    this.#table = table;
    if (!table) return;
    // the name has the schema in it
    if (table.columns) this.#place.sink.insert(table.table, table.columns, copyNotation);
    else this.#place.sink.insert(table.table, this.#columns(table), copyNotation, '');
  }

  /** Reads rows that begin before `stopAt`; false where reading ends: there, or with the source. */
  read(stopAt: number): boolean {
    const columns = this.#table ? this.#columns(this.#table) : null;
    this.#reader ??= new CopyReader(this.#place);
    const end = this.#reader.read(columns?.length ?? 0, stopAt);
    this.#place.forget();
    if (end === 'stopped') return false;
    this.#table = null;
    return end !== 'source ended';
  }

  #columns({ table, columns }: CopiedTable): string[] | null {
    return columns ?? this.#place.sink.schemaOf(table)?.columns.map((column) => column.name) ?? null;
  }
}
