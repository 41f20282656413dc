// What a plan says of what is met in a source. In: a plan; names of tables and columns, words of statements, paths. Out:
// the rule, or null where the plan has none: nothing of it may then be released.

import type { ColumnRule, FileRule, MaskPlan, PlanTable, StatementRule } from './mask-plan.ts';

export interface Coverage {
  /** `column`: its name, or its place, from 0, where nothing names it. Letter case counts only where it must. */
  methodOf(table: string, column: string | number): ColumnRule | null;
  /**
   * The rules of the columns that a statement or a file names, in its order; where nothing names them, of the columns that the
   * plan has as `1` to `width`. Null where the table, or how many columns it has, is not in the plan; a null within: that column.
   */
  rulesOf(
    table: string,
    columns: readonly (string | null)[] | null,
    width: number,
  ): (ColumnRule | null)[] | null;
  /** `word`: what a statement begins with, such as `CREATE TABLE`, or `comment`. */
  statementRule(word: string): StatementRule | null;
  /** `path`: within the input. */
  fileRule(path: string): FileRule;
}

export function coverageOf(plan: MaskPlan): Coverage {
  const tables = byName(plan.tables);
  const columns = new Map<PlanTable, NameIndex<ColumnRule>>();
  const columnsOf = (table: PlanTable): NameIndex<ColumnRule> => {
    let known = columns.get(table);
    if (!known) columns.set(table, (known = byName(table)));
    return known;
  };
  return {
    methodOf(table, column) {
      const found = tables(table);
      if (found === null) return null;
      return columnsOf(found)(typeof column === 'number' ? String(column + 1) : column);
    },
    rulesOf(table, names, width) {
      const found = tables(table);
      if (found === null) return null;
      const index = columnsOf(found);
      if (names !== null) return names.map((name, place) => index(name ?? String(place + 1)));
      // the order of another dump may be another one: only a plan that has no names either speaks of places
      const rules = Array.from({ length: width }, (_, place) => found.get(String(place + 1)) ?? null);
      return found.size === width && !rules.includes(null) ? rules : null;
    },
    statementRule: (word) => plan.statements.get(word) ?? plan.statements.get(word.toUpperCase()) ?? null,
    fileRule: (path) => plan.files.named.get(path) ?? plan.files.named.get(endingOf(path)) ?? plan.files.rest,
  };
}

/** `*.pdf`: all files with that ending. */
export function endingOf(path: string): string {
  return `*${/\.[^./\\]*$/u.exec(path)?.[0].toLowerCase() ?? ''}`;
}

type NameIndex<T> = (name: string) => T | null;

/** By the name as it is; else in another letter case, if only one has it. */
function byName<T>(entries: ReadonlyMap<string, T>): NameIndex<T> {
  const folded = new Map<string, T | null>();
  for (const [name, entry] of entries) {
    const key = name.toLowerCase();
    folded.set(key, folded.has(key) ? null : entry);
  }
  return (name) => entries.get(name) ?? folded.get(name.toLowerCase()) ?? null;
}
