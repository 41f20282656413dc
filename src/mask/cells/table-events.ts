// What a stretch says of the columns of tables, and where rows rely on it, in the order of the file. In: what a reader tells.
// Out: events, to be judged over the whole source: a thread knows its stretch only.

import type { TableSchema } from '../../read/index.ts';

export type TableEvent =
  | { kind: 'stated'; table: string; scope: string; columns: string }
  /** With columns that nobody states; null: any table may be. */
  | { kind: 'altered'; table: string | null }
  /** Names that are not qualified mean those of another database or schema. */
  | { kind: 'scope'; scope: string }
  /** Rows whose values are told by their places; `offset` in the file. */
  | { kind: 'rows'; table: string; scope: string; columns: string; offset: number };

export class TableEvents {
  list: TableEvent[] = [];
  #last: { table: string; columns: string[]; scope: string } | null = null;
  #told = new Set<string>();
  #texts = new WeakMap<string[], string>();

  clear(): void {
    this.list = [];
    this.#between();
  }

  stated({ name, scope = '', columns }: TableSchema): void {
    this.#between();
    const text = columnsText(columns.map((column) => column.name));
    this.list.push({ kind: 'stated', table: name.toLowerCase(), scope, columns: text });
  }

  altered(table: string | null): void {
    this.#between();
    this.list.push({ kind: 'altered', table: table && table.toLowerCase() });
  }

  scope(scope: string): void {
    this.#between();
    this.list.push({ kind: 'scope', scope });
  }

  /** Told for each statement: of those that say the same, the first is noted. */
  rows(table: string, columns: string[], scope: string, offset: number): void {
    const last = this.#last;
    if (last?.table === table && last.columns === columns && last.scope === scope) return;
    this.#last = { table, columns, scope };
    let text = this.#texts.get(columns);
    if (text === undefined) this.#texts.set(columns, (text = columnsText(columns)));
    const key = JSON.stringify([table, scope, text]);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.list.push({ kind: 'rows', table: table.toLowerCase(), scope, columns: text, offset });
  }

  #between(): void {
    this.#last = null;
    this.#told.clear();
  }
}

/** Names of columns as events have them. */
export function columnsText(columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => column.toLowerCase()));
}

/** Statements that say which schema a bare name is of: `SET search_path`, `ALTER SESSION SET CURRENT_SCHEMA`. */
const scopeSetting = /^(?:set|select|alter\s+(?:session|user|role|database))\b.*(?:search_path|schema)/isu;
const renaming = /^(?:rename|exec|execute|exchange)\b.*(?:\btables?\b|sp_rename)/isu;

/** Longer ones are looked at as far as this. */
const looked = 512;

/** A statement that is no definition: whether names mean other tables from here on. */
export function noteStatement(
  events: TableEvents,
  words: string,
  bytes: Uint8Array,
  start: number,
  end: number,
): void {
  if (!/^(?:SET|SELECT|ALTER|RENAME|EXEC|EXCHANGE)/u.test(words) || words === 'ALTER TABLE') return;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end - start, looked))
    .toString('latin1')
    .replace(/^\s*\/\*M?!\d*\s*/u, '');
  if (scopeSetting.test(text)) events.scope(text.replaceAll(/\s+/gu, ' ').toLowerCase());
  else if (renaming.test(text)) events.altered(null);
}
