// The kind of a value kept inside its hash: for what a person has to be told, the kind of his own password matters,
// not that of the column. In: the upper word of a hash and a kind of a validator. Out: a word with both; 57 bits of
// hash are left, far more than telling passwords apart takes.

const kindShift = 25;

/** `kind`: index + 1 into the validator's kinds, at most 127. */
export function withKind(high: number, kind: number): number {
  return ((high & ((1 << kindShift) - 1)) | (kind << kindShift)) >>> 0;
}

export function kindWithin(high: number): number {
  return high >>> kindShift;
}
