// What of a source is remembered as real, sort by sort: each has one normal form in which all spellings agree.

/**
 * `email`: normalised. `phone`: national digits, the last nine of longer ones. `number`: any identifier with a structure,
 * in its normal form. `fullName`: folded words, in the order of the alphabet, one blank between. `firstName`, `lastName`:
 * one folded word each. `word`: a user name, a token or another value in one piece that tells who, folded. `street`: the
 * folded words of a street with its number. `plainWord`: a user name of letters alone, which may be any word: replaced in
 * texts, no survivor where it is left.
 */
export const realSorts = [
  'email',
  'phone',
  'number',
  'fullName',
  'firstName',
  'lastName',
  'word',
  'street',
  'plainWord',
] as const;

export type RealSort = (typeof realSorts)[number];
