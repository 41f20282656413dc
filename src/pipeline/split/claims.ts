// What is known of whose a row is, a record or a person, as small numbers: sets of controllers with what speaks against
// them. In: such numbers, put together. Out: others. Millions of rows have few of them, so each is kept once.

/** What a number stands for. */
export interface Claim {
  /** Numbers of controllers, ascending. */
  controllers: readonly number[];
  flags: number;
}

/**
 * `open`: rows that no rule speaks of. `other`: rows of which a rule reads the column, and it is nobody's of those that
 * are named. `conflict`: rows that several controllers claim. `mixed`: it was put together from different ones.
 */
export const claimFlags = { open: 1, other: 2, conflict: 4, mixed: 8 } as const;

/** Of what nothing is known. */
export const noClaim = 0;

/** Two numbers below it make one exact number. */
const factor = 2 ** 26;

export class Claims {
  #list: Claim[] = [{ controllers: [], flags: 0 }];
  #known = new Map<string, number>([[keyOf([], 0), noClaim]]);
  #joined = new Map<number, number>();

  of(controllers: readonly number[], flags: number): number {
    const sorted = [...new Set(controllers)].toSorted((a, b) => a - b);
    const key = keyOf(sorted, flags);
    let claim = this.#known.get(key);
    if (claim === undefined)
      this.#known.set(key, (claim = this.#list.push({ controllers: sorted, flags }) - 1));
    return claim;
  }

  at(claim: number): Claim {
    return this.#list[claim]!;
  }

  /** Both together; marked as mixed where they are not the same. */
  join(a: number, b: number): number {
    if (a === b || b === noClaim) return a;
    if (a === noClaim) return b;
    const key = a < b ? a * factor + b : b * factor + a;
    let joined = this.#joined.get(key);
    if (joined === undefined) {
      const [one, other] = [this.at(a), this.at(b)];
      joined = this.of(
        [...one.controllers, ...other.controllers],
        one.flags | other.flags | claimFlags.mixed,
      );
      this.#joined.set(key, joined);
    }
    return joined;
  }
}

function keyOf(controllers: readonly number[], flags: number): string {
  return `${controllers.join(',')} ${flags}`;
}
