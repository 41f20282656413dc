// What the rules say of rows: whose each one is, or why that is not said. In: the rules of a table and values of rows.
// Out: claims, and how many rows each rule took. A row that several controllers claim is theirs only where all of them
// share it; else it is nobody's, and listed.

import type { ValueBatch } from '../values/value-batch.ts';
import { type Claims, claimFlags } from './claims.ts';
import type { NumberedRule, PlacedRule } from './place-rules.ts';
import { ValueDictionary } from './value-dictionary.ts';

/** What the values of a row meet. */
interface Verdict {
  /** Numbers of rules, ascending. */
  rules: readonly number[];
  /** A rule reads a value that is there. */
  isSpokenOf: boolean;
}

export interface JudgedAs {
  claim: number;
  rows: number;
  rules: readonly number[];
}

export class RowJudge {
  #rules: Map<number, NumberedRule>;
  #claims: Claims;
  #dictionaries: (ValueDictionary | null)[];
  #verdicts: Verdict[] = [];
  #knownVerdicts = new Map<string, number>();
  #joined = new Map<number, number>();
  #base: number;
  #judged: JudgedAs[] = [];

  /** `placed`: the rules that hold for the file whose rows are judged; `columns`: how many are read. */
  constructor(placed: readonly PlacedRule[], columns: number, claims: Claims) {
    this.#claims = claims;
    this.#rules = new Map(placed.map(({ rule }) => [rule.number, rule]));
    this.#base = this.#verdict(
      placed.filter(({ column }) => column < 0).map(({ rule }) => rule.number),
      false,
    );
    this.#dictionaries = Array.from({ length: columns }, (_, column) => {
      const reading = placed.filter((entry) => entry.column === column).map(({ rule }) => createTest(rule));
      return reading.length === 0 ? null : new ValueDictionary((text) => this.#meet(reading, text));
    });
  }

  /** Whether all rows are judged the same, whatever they hold. */
  get isConstant(): boolean {
    return this.#dictionaries.every((dictionary) => dictionary === null);
  }

  judge(batch: Pick<ValueBatch, 'memory' | 'start' | 'end'>, row: number): number {
    let verdict = this.#base;
    for (let column = 0; column < this.#dictionaries.length; column++) {
      const dictionary = this.#dictionaries[column]!;
      if (dictionary === null) continue;
      const met = dictionary.of(batch.memory, batch.start(row, column), batch.end(row, column));
      verdict = this.#join(verdict, met);
    }
    return this.#count(verdict, 1);
  }

  /** Judges rows of which no value is read. */
  judgeAll(rows: number): number {
    return this.#count(this.#base, rows);
  }

  get judged(): readonly JudgedAs[] {
    return this.#judged.filter(({ rows }) => rows > 0);
  }

  #count(verdict: number, rows: number): number {
    const judged = this.#judged[verdict]!;
    judged.rows += rows;
    return judged.claim;
  }

  #meet(reading: readonly RuleTest[], text: string): number {
    const met = reading.filter(({ test }) => test(text)).map(({ rule }) => rule);
    return this.#verdict(met, text !== '');
  }

  #verdict(rules: readonly number[], isSpokenOf: boolean): number {
    const sorted = [...new Set(rules)].toSorted((a, b) => a - b);
    const key = `${sorted.join(',')} ${isSpokenOf}`;
    let verdict = this.#knownVerdicts.get(key);
    if (verdict === undefined) {
      verdict = this.#verdicts.push({ rules: sorted, isSpokenOf }) - 1;
      this.#knownVerdicts.set(key, verdict);
      this.#judged.push({ claim: this.#claimOf(sorted, isSpokenOf), rows: 0, rules: sorted });
    }
    return verdict;
  }

  #join(a: number, b: number): number {
    if (a === b) return a;
    const key = a * 2 ** 26 + b;
    let joined = this.#joined.get(key);
    if (joined === undefined) {
      const [one, other] = [this.#verdicts[a]!, this.#verdicts[b]!];
      joined = this.#verdict([...one.rules, ...other.rules], one.isSpokenOf || other.isSpokenOf);
      this.#joined.set(key, joined);
    }
    return joined;
  }

  #claimOf(numbers: readonly number[], isSpokenOf: boolean): number {
    const rules = numbers.map((number) => this.#rules.get(number)!);
    const controllers = [...new Set(rules.map(({ controller }) => controller))];
    if (controllers.length === 0) return this.#claims.of([], isSpokenOf ? claimFlags.other : claimFlags.open);
    const isShared = controllers.every((controller) =>
      rules.some((rule) => rule.controller === controller && rule.shared),
    );
    return controllers.length === 1 || isShared
      ? this.#claims.of(controllers, 0)
      : this.#claims.of(controllers, claimFlags.conflict);
  }
}

interface RuleTest {
  rule: number;
  test: (text: string) => boolean;
}

function createTest({ number, values, prefixes }: NumberedRule): RuleTest {
  const whole = new Set(values.map((value) => value.trim()));
  return {
    rule: number,
    test: (text) => whole.has(text) || prefixes.some((prefix) => text.startsWith(prefix)),
  };
}
