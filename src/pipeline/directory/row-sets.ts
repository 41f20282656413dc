// For each row of a directory the people whom it fits: nobody, one, a few, or a crowd. Most rows fit one person or
// nobody, so that one word a row is enough for nearly all.

/** More people than these share an identifier only where it is nobody's own: a switchboard, a mailbox of an office. */
export const mostFitting = 16;

const nobody = -1;
const few = -2;
const crowd = -3;
const atOdds = -4;

export class RowSets {
  #one: Int32Array;
  #sets = new Map<number, number[]>();

  constructor(rows: number) {
    this.#one = new Int32Array(rows).fill(nobody);
  }

  add(row: number, person: number): void {
    const known = this.#one[row]!;
    if (known === nobody) this.#one[row] = person;
    else if (known >= 0 && known !== person) {
      this.#one[row] = few;
      this.#sets.set(row, [known, person]);
    } else if (known === few) {
      const set = this.#sets.get(row)!;
      if (set.includes(person)) return;
      set.push(person);
      if (set.length > mostFitting) this.#put(row, crowd);
    }
  }

  /** Keeps of each row the people whom `others` has too; `onAgreed` is told of the rows of which that leaves some. */
  narrow(others: RowSets, onAgreed: (row: number) => void): void {
    for (let row = 0; row < this.#one.length; row++) {
      const other = others.#one[row]!;
      const known = this.#one[row]!;
      if (other === nobody || known === atOdds) continue;
      // of a crowd it is not known who is in it
      if (other === crowd) {
        if (known === nobody) this.#one[row] = crowd;
        continue;
      }
      if (known === nobody || known === crowd) this.#put(row, other, others.#sets.get(row));
      else if (known !== other || known === few) {
        const theirs = others.peopleOf(row);
        this.#keep(
          row,
          this.peopleOf(row).filter((person) => theirs.includes(person)),
        );
      }
      if (this.#one[row] !== atOdds) onAgreed(row);
    }
  }

  /** Rows for which `isDropped` holds have nobody again. */
  forget(isDropped: (row: number) => boolean): void {
    for (let row = 0; row < this.#one.length; row++)
      if (this.#one[row] !== nobody && isDropped(row)) this.#put(row, nobody);
  }

  /** Leaves of the people of a row those for whom `isPossible` holds. */
  filter(row: number, isPossible: (person: number) => boolean): void {
    const people = this.peopleOf(row);
    if (people.length > 0 && !people.every(isPossible)) this.#keep(row, people.filter(isPossible));
  }

  /** Nobody is no set: what no key speaks of. */
  isNobody(row: number): boolean {
    return this.#one[row] === nobody;
  }

  /** Its keys speak of different people. */
  isAtOdds(row: number): boolean {
    return this.#one[row] === atOdds;
  }

  /** The one whom the row fits, or -1. */
  personOf(row: number): number {
    return Math.max(nobody, this.#one[row]!);
  }

  /** How many the row fits; `mostFitting` + 1 for a crowd. */
  countOf(row: number): number {
    const known = this.#one[row]!;
    if (known === crowd) return mostFitting + 1;
    return known >= 0 ? 1 : known === few ? this.#sets.get(row)!.length : 0;
  }

  /** Those of a crowd are not told. */
  peopleOf(row: number): readonly number[] {
    const known = this.#one[row]!;
    return known >= 0 ? [known] : known === few ? this.#sets.get(row)! : [];
  }

  #keep(row: number, people: number[]): void {
    if (people.length === 0) this.#put(row, atOdds);
    else if (people.length === 1) this.#put(row, people[0]!);
    else this.#put(row, few, people);
  }

  #put(row: number, state: number, people?: readonly number[]): void {
    this.#one[row] = state;
    if (state === few) this.#sets.set(row, [...people!]);
    else this.#sets.delete(row);
  }
}
