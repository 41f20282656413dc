// The columns of a source as the plan has them, numbered as a thread meets them. In: a table and the names of its columns.
// Out: numbers for those that are masked; what the plan does not cover is noted with its name.

import { type Coverage, isMaskRule, kept, type MethodName } from '../../../mask/index.ts';

export interface PlannedColumn {
  table: string;
  column: string;
  method: MethodName;
  isUnique: boolean;
}

export interface Uncovered {
  table: string;
  /** Null: all of the table. */
  column: string | null;
}

export class PlannedColumns {
  readonly #coverage: Coverage;
  readonly #numbers = new Map<string, number>();
  readonly #answers = new Map<string, Int32Array | null>();
  readonly list: PlannedColumn[] = [];
  #isSettled = false;
  #uncovered = new Map<string, Uncovered>();

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  /** What is kept has been looked at: only what is masked is asked for from here on. */
  settle(): void {
    this.#isSettled = true;
    this.#answers.clear();
  }

  /** The number of each column that is masked, one of `kept` of others; null where one of them is not in the plan. */
  readonly wanted = (
    table: string,
    columns: readonly (string | null)[] | null,
    width: number,
  ): Int32Array | null => {
    const key = `${table}\0${columns === null ? width : columns.join('\0')}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#answer(table, columns, width);
    if (answer !== null) this.#answers.set(key, answer);
    return answer;
  };

  takeUncovered(): Uncovered[] {
    const taken = [...this.#uncovered.values()];
    this.#uncovered = new Map();
    return taken;
  }

  #answer(table: string, columns: readonly (string | null)[] | null, width: number): Int32Array | null {
    const rules = this.#coverage.rulesOf(table, columns, width);
    if (rules === null) {
      this.#note(table, null);
      return null;
    }
    const numbers = new Int32Array(rules.length);
    let isCovered = true;
    for (const [place, rule] of rules.entries()) {
      const column = columns?.[place] ?? String(place + 1);
      if (rule === null) {
        this.#note(table, column);
        isCovered = false;
      } else if (isMaskRule(rule))
        numbers[place] = this.#number(table, column, rule.mask, rule.isUnique ?? false);
      else numbers[place] = this.#isSettled ? kept.anything : kept[rule.holds ?? 'readable'];
    }
    return isCovered ? numbers : null;
  }

  #number(table: string, column: string, method: MethodName, isUnique: boolean): number {
    const key = `${table}\0${column}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.list.length);
    return this.list.push({ table, column, method, isUnique }) - 1;
  }

  #note(table: string, column: string | null): void {
    this.#uncovered.set(`${table}\0${column ?? ''}`, { table, column });
  }
}
