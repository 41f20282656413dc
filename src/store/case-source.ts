// What a case holds, as the store takes it when deliveries are loaded, and as it lists the deliveries again.

export interface DeliveryInput {
  path: string;
  /** 64 hex digits; '' where the file could not be read to its end. */
  sha256: string;
  bytes: number;
}

export interface PartialFile {
  path: string;
  note: string;
}

/** A delivery that a case holds: files that were examined together. */
export interface KeptDelivery {
  delivery: number;
  /** ISO 8601. */
  at: string;
  /** Places that could not be read as rows. */
  skipped: number;
  /** Files that were not read whole, however deep they lie, with the reason. */
  partial: PartialFile[];
  inputs: DeliveryInput[];
}

/** A table of one delivery. */
export interface SourcePart {
  delivery: number;
  name: string;
  columns: readonly {
    name: string;
    /** Null where nothing was recognised. */
    class: string | null;
    kinds: readonly { kind: string | null; values: number }[];
  }[];
  /** Files that hold rows of it. */
  sources: readonly string[];
  /** Columns that may hold special data. */
  special: readonly { column: string; category: string }[];
}

/** The people of the case: how many, between which bounds, and what they are besides. */
export interface CountedPeople {
  count: number;
  min: number;
  max: number;
  testAccounts: number;
  sharedMailboxes: number;
  organisations: number;
  minors: number;
  deceased: number;
}

/** Everything to be kept. Walks may be gone several times and give the same each time; they hold hashes, no value. */
export interface CaseSource {
  deliveries: readonly KeptDelivery[];
  counted: CountedPeople;
  classes: readonly { class: string; people: number }[];
  /** Identifiers that stand in texts only, by class. */
  mentioned: readonly { class: string; values: number }[];
  parts: readonly SourcePart[];
  /** What rows held: the part and its columns with a recognised value, each with the kind of its own value or null. */
  patterns: readonly {
    part: number;
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
    visit: (part: number, column: number, sort: string, low: number, high: number) => void,
  ) => void;
}
