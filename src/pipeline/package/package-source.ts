// What a package is made of: one controller's people, their classes, and their rows with the values that are handed
// over. In: whatever knows this. Out: the shape of it, so that making a package does not depend on how it is known.

export interface PackageSource {
  controller: { number: number; name: string };
  /** The controller's people by their numbers in the case, ascending. */
  people: Int32Array;
  /** Data classes that the controller's own rows hold about the person at `place` of `people`, in a fixed order. */
  classesOf(place: number): readonly string[];
  /** How many people have which. */
  classes: { class: string; people: number }[];
  /** Titles of the values that are handed over. */
  fields: readonly string[];
  /** As the case calls the table of a part. */
  tableOf(part: number): string;
  /**
   * Calls `visit` for each row that is the controller's and somebody's of `people`, and for each identifier of its own
   * lists that somebody of `people` is named by in a row that is not its own. Resolves to what its rows were read from.
   */
  forEachRow(visit: VisitRow): Promise<{ sha256: string; bytes: number }[]>;
}

/** `values`: of the fields by their number. `part` is null for identifiers of the own lists. */
export type VisitRow = (
  person: number,
  part: number | null,
  values: { field: number; value: string }[],
) => void;
