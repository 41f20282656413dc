// What the first pass comes to. In: what came of each stretch, in the order of the source. Out: what was seen, and all
// that stands against masking it.

import type { Gathered } from './mask-job.ts';
import type { SeenSource } from './mask-outcome.ts';
import type { Refusal } from './refusal.ts';

/** Places told of one fault, and faults after which nothing more is looked for. */
const mostRefusals = 1000;

export class GatheringTally {
  readonly #columns = new Map<string, Set<string>>();
  readonly #unnamed = new Set<string>();
  readonly #rows = new Map<string, number>();
  readonly #statements = new Map<string, number>();
  readonly refusals: Refusal[] = [];
  bytes = 0;

  get isHopeless(): boolean {
    return this.refusals.length >= mostRefusals;
  }

  /** Tables of which rows were met whose columns nothing names. */
  get unnamedTables(): string[] {
    return [...this.#unnamed];
  }

  add(gathered: Gathered): void {
    this.bytes += gathered.to - gathered.from;
    for (const refusal of gathered.refusals) this.refusals.push(refusal);
    count(this.#statements, gathered.statements);
    for (const { table, rows, columns } of gathered.tables) {
      this.#rows.set(table, (this.#rows.get(table) ?? 0) + rows);
      const known = this.#columns.get(table) ?? new Set();
      this.#columns.set(table, known);
      if (columns === null) this.#unnamed.add(table);
      else for (const [place, column] of columns.entries()) known.add(column ?? String(place + 1));
    }
  }

  /** `real`: how many real values are searched for. */
  seen(real: number): SeenSource {
    return {
      rows: this.#rows,
      columns: this.#columns,
      unnamed: this.#unnamed,
      statements: this.#statements,
      real,
    };
  }
}

function count(sums: Map<string, number>, more: [name: string, count: number][]): void {
  for (const [name, number] of more) sums.set(name, (sums.get(name) ?? 0) + number);
}
