/*
 * What the openers of packed data share while one value is opened. In: nothing. Out: types and bounds. A leaf is a
 * string or a number, told with the key it stands under; list places have no key.
 */

/** The key is empty for the places of a list. `isListed`: somewhere above it is a list, so that there may be many. */
export type VisitLeaf = (
  keyStart: number,
  keyEnd: number,
  valueStart: number,
  valueEnd: number,
  isListed: boolean,
) => void;

export interface Nesting {
  readonly bytes: Uint8Array;
  readonly visit: VisitLeaf;
  /** Free memory from here to `scratchEnd`: for values that have to be unpacked first. */
  scratch: number;
  readonly scratchEnd: number;
  /** Where the last leaf ended that was told of the value that is read, in that value's own span. */
  told: number;
  /** Packed in packed. */
  depth: number;
  /** Opens a leaf that is packed itself; false when it is none. */
  open(start: number, end: number, isListed: boolean): boolean;
}

/** Shorter scalars are counts, sizes and states, and are not told. */
export const leastScalar = 6;
/** Packed data in packed data, at most so deep. */
export const deepest = 4;
/** Arrays in arrays, at most so deep: hostile values are not followed further. */
export const deepestArray = 24;
