// What is kept of a directory's rows to find their people by: hashes under the seed of the case, no value.
// Rows are numbered from 0 here.

/** What a row of a directory, or a leaked row, gives to reach somebody by. */
export const channelBits = { email: 1, phone: 2, post: 4 } as const;

/** By what a row was found to be a person's: bits, the surest lowest. */
export const matchedBy = { number: 1, customer: 2, email: 4, name: 8, nameVariant: 16 } as const;

export type MatchedBy = keyof typeof matchedBy;

export interface KeyTokens {
  by: MatchedBy;
  /** The sort of identifier that the vault knows it under. */
  sort: string;
  /** A token with both words 0 is none. Where `rows` is null, the i-th token is that of row i. */
  low: Uint32Array;
  high: Uint32Array;
  rows: Uint32Array | null;
}

export interface DirectoryTokens {
  rows: number;
  /** The surest first. */
  keys: KeyTokens[];
  /** By row, as yyyymmdd; 0 where none is known. */
  births: Uint32Array;
  /** By row, what it says of where somebody is reached: bits of `channelBits`. */
  channels: Uint8Array;
}
