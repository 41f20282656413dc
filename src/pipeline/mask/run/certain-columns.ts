// Whether rows that do not name their columns have those by which they were read. In: what stretches say of tables, in the
// order of the source. Out: a refusal for each table of which that is not certain: a value under another column's name would
// be kept where it has to be masked.

import type { TableEvent } from '../../../mask/index.ts';
import { type Refusal, refusal } from './refusal.ts';

interface Stated {
  columns: string;
  isChanged: boolean;
}

interface Doubtful {
  file: string;
  table: string;
  columns: string;
  offset: number;
}

export class CertainColumns {
  /** By file, scope and table, what is stated there. */
  readonly #stated = new Map<string, Map<string, Stated>>();
  /** By table, whatever a file or scope says of it. */
  readonly #anywhere = new Map<string, Set<string>>();
  readonly #altered = new Set<string>();
  readonly #doubtful = new Map<string, Doubtful>();
  #isAnyAltered = false;
  #file = '';
  #scope = '';

  add(file: string, events: readonly TableEvent[]): void {
    if (file !== this.#file) {
      this.#file = file;
      this.#scope = '';
      this.#stated.clear();
    }
    for (const event of events) this.#add(event);
  }

  #add(event: TableEvent): void {
    if (event.kind === 'scope') this.#scope = event.scope;
    else if (event.kind === 'altered') this.#change(event.table);
    else {
      const scope = event.scope === '' ? this.#scope : `use ${event.scope}`;
      const of = this.#stated.get(event.table) ?? new Map<string, Stated>();
      const known = of.get(scope);
      if (event.kind === 'stated') {
        this.#stated.set(event.table, of);
        const isChanged = known !== undefined && (known.isChanged || known.columns !== event.columns);
        of.set(scope, { columns: event.columns, isChanged });
        const all = this.#anywhere.get(event.table);
        if (all) all.add(event.columns);
        else this.#anywhere.set(event.table, new Set([event.columns]));
      } else if (!known || known.isChanged || known.columns !== event.columns) {
        const key = JSON.stringify([this.#file, event.table, event.columns]);
        if (this.#doubtful.has(key)) return;
        this.#doubtful.set(key, { ...event, file: this.#file });
      }
    }
  }

  #change(table: string | null): void {
    if (table === null) this.#isAnyAltered = true;
    else this.#altered.add(table);
    for (const [name, of] of this.#stated)
      if (table === null || name === table) for (const stated of of.values()) stated.isChanged = true;
  }

  /** Of the whole source. */
  refusals(): Refusal[] {
    return [...this.#doubtful.values()].flatMap(({ file, table, columns, offset }) => {
      const all = this.#anywhere.get(table);
      const isTwice = all !== undefined && (all.size > 1 || !all.has(columns));
      if (!isTwice && !this.#isAnyAltered && !this.#altered.has(table)) return [];
      return [refusal(file, isTwice ? definedTwice(table) : changedLater(table), { offset, table })];
    });
  }
}

function definedTwice(table: string): string {
  return `the table ${table} is defined twice, with other columns: name the columns in the INSERT, or mask the databases apart`;
}

function changedLater(table: string): string {
  return `the columns of ${table} are changed after it is defined: name the columns in the INSERT`;
}
