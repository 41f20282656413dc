// One reading of files into a case, as the store takes it and gives it back.

export interface ReadingInput {
  path: string;
  /** 64 hex digits; '' where the file could not be read to its end. */
  sha256: string;
  bytes: number;
}

export interface PartialFile {
  path: string;
  note: string;
}

export interface ReadingTable {
  name: string;
  columns: readonly {
    name: string;
    /** Null where nothing was recognised. */
    class: string | null;
    kinds: readonly { kind: string | null; values: number }[];
  }[];
  /** Files that hold rows of it. */
  sources: readonly string[];
}

/** Everything to be kept. Walks may be gone several times and give the same each time; they hold hashes, no value. */
export interface ReadingSource {
  /** ISO 8601. */
  at: string;
  inputs: readonly ReadingInput[];
  /** The people counted, and between which bounds. */
  counted: { people: number; fewest: number; most: number };
  /** Places that could not be read as rows. */
  skipped: number;
  /** Files that were not read whole, however deep they lie, with the reason. */
  partial: readonly PartialFile[];
  /** Columns that may hold special data, by the number of their table. */
  special: readonly { table: number; column: string; category: string }[];
  tables: readonly ReadingTable[];
  /** What rows held: the table and its columns with a recognised value, each with the kind of its own value or null. */
  patterns: readonly {
    table: number;
    columns: readonly number[];
    kinds: readonly (string | null)[];
  }[];
  /** People are numbered from 0; test identities and the like are among them. */
  people: number;
  flags: (person: number) => number;
  forEachIdentifier: (visit: (person: number, sort: string, low: number, high: number) => void) => void;
  /** For each row of a person. */
  forEachExposure: (visit: (person: number, pattern: number) => void) => void;
  forEachMention: (
    visit: (table: number, column: number, sort: string, low: number, high: number) => void,
  ) => void;
}

/** A reading that a case holds. */
export interface KeptReading {
  reading: number;
  at: string;
  people: number;
  fewest: number;
  most: number;
  skipped: number;
  partial: PartialFile[];
  inputs: ReadingInput[];
}
