// Rows that several controllers claim, by table and by who claims them, with where the first ones stand. Bounded; what
// came in any order is listed in one.

export interface Conflict {
  /** Numbers of controllers. */
  controllers: readonly number[];
  part: number;
  rows: number;
  /** The first ones: the file, and where in it the row begins, in bytes. */
  places: { file: string; offset: number }[];
}

const mostPlaces = 5;
const mostListed = 1000;

export class ConflictList {
  rows = 0;
  #byKey = new Map<string, Conflict>();

  add(part: number, controllers: readonly number[], file: string, offset: number): void {
    this.rows++;
    const key = `${part} ${controllers.join(',')}`;
    let known = this.#byKey.get(key);
    if (!known) {
      if (this.#byKey.size >= mostListed) return;
      this.#byKey.set(key, (known = { controllers, part, rows: 0, places: [] }));
    }
    known.rows++;
    const { places } = known;
    const last = places.at(-1);
    if (places.length === mostPlaces && compare(last!, { file, offset }) <= 0) return;
    places.push({ file, offset });
    places.sort(compare);
    if (places.length > mostPlaces) places.pop();
  }

  /** Rows of which it is not known where they stand. */
  addAll(part: number, controllers: readonly number[], rows: number): void {
    this.rows += rows;
    this.#byKey.set(`${part} ${controllers.join(',')}`, { controllers, part, rows, places: [] });
  }

  list(): Conflict[] {
    return [...this.#byKey.values()].toSorted(
      (a, b) => b.rows - a.rows || a.part - b.part || (a.controllers.join() < b.controllers.join() ? -1 : 1),
    );
  }
}

function compare(a: { file: string; offset: number }, b: { file: string; offset: number }): number {
  return a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1;
}
