// The contract of reading JSON rows that the compiled kernel and its plain twin both keep, and where what
// they write lies. Offsets are bytes into the linear memory.

/** What reading a row came to. */
export const jsonEnds = {
  row: 0,
  /** The bytes end before the row does. */
  cut: 1,
  malformed: 2,
  tooManyKeys: 3,
  longKey: 4,
  repeatedKey: 5,
  tooManyAts: 6,
  tooDeep: 7,
} as const;

export const jsonLimits = {
  /** Columns of a table, or elements of a row: what MySQL allows a table. */
  columns: 4096,
  /** Keys of all tables together, those that hold objects too. */
  entries: 8192,
  /** A key that is longer is a text. */
  keyBytes: 1024,
  /** All keys together. */
  arenaBytes: 1 << 20,
  /** Objects are columns down to here, and one value from there on. */
  depth: 32,
  /** Brackets within one value: no program writes, and few read, more. */
  nesting: 1024,
  /** An object with more keys than these is a list by its keys: it stays one value. */
  children: 256,
  /** A key said more often than this in one object is no key. */
  repeats: 8,
} as const;

/** Where the parts of the room given to `jsonBegin` lie, in bytes from its beginning. */
export const jsonRoom = {
  starts: 0,
  ends: 16_384,
  /** Entries of the columns first seen in a row. */
  newColumns: 32_768,
  entries: 118_784,
  arena: 643_072,
  bytes: 643_072 + jsonLimits.arenaBytes + 64,
} as const;

/** An entry of the table of keys, in words: its key's place and length, its parent, who it repeats. */
export const jsonEntry = { words: 16, keyAt: 0, keyLength: 1, parent: 2, column: 3, firstTime: 13 } as const;

export interface JsonKernelCode {
  /** Empties the table of keys. `withinLines`: a line end inside a row breaks it. */
  jsonBegin(roomAt: number, atOut: number, atCapacity: number, withinLines: boolean): void;
  /** The root of another table, a number above 0, whose first columns are no keys; 0 where there is no room for one. */
  jsonTable(reserved: number): number;
  /**
   * Reads the object at `from` as a row of that table: spans of values to `starts` and `ends`, by column, 0 where
   * it has none; `@` signs to `atOut`. Objects inside are columns of their own, but for those that begin with a
   * key of `$`. Of a row that is not read to its end no key and no column stays.
   */
  jsonObject(from: number, to: number, root: number): number;
  /** Reads the array at `from` as a row of its elements. */
  jsonArray(from: number, to: number): number;
  /** Reads the value at `from` as a row of one. */
  jsonValue(from: number, to: number): number;
  /** One past the row, or how far it was looked at. */
  jsonEnd(): number;
  /** Columns of the row. */
  jsonCount(): number;
  /** How many of them were not there before. */
  jsonNewColumns(): number;
  jsonAts(): number;
}
