/*
 * The exposure report: everything `examine` has to say about the files it was given.
 * In: nothing; this is the shape that the pipeline fills and the renderers of this folder read.
 * Out: the types, held to docs/reference/examine-report.schema.json by a test.
 * It never holds a value from the leak: `examples` are masked by shape before they get here.
 */

/** One file, as it lies on disk or unpacked out of another: what it was, what it held, whether it was read whole. */
export interface ReportFile {
  /** Of a file inside another: the path of that one, and its own after a `/`. */
  path: string;
  bytes: number;
  /** 'mysqldump', 'mysqldump, gzip', 'zip archive', 'PDF', 'text' … */
  format: string;
  encoding: string;
  /** Rows read from it; of a container none, as they are those of the files inside. */
  rows: number;
  /** Documents read from it as running text. */
  documents: number;
  /** false when the file was cut off or could not be read to its end; `note` says which. */
  complete: boolean;
  note?: string;
}

/** One examined file. `sha256` of its bytes in 64 lower-case hex digits, '' if not read. */
export interface ReportInput extends ReportFile {
  sha256: string;
}

/** What one column was found to hold, and why. `confidence` is 0 to 1, `values` a count of values of the class. */
export interface ReportColumnClass {
  class: string;
  kind: string | null;
  confidence: number;
  values: number;
  evidence: string;
  /** Masked by shape, see mask-shape.ts; present only when examples were asked for. */
  examples?: string[];
}

/** One column. `filled` counts the rows where it is neither NULL nor empty. */
export interface ReportColumn {
  name: string;
  filled: number;
  classes: ReportColumnClass[];
  /** Something about its values that a reader should know, such as a broken encoding. */
  note?: string;
}

/** A key from a column of the table to a column of another (or the same) table. */
export interface ReportLink {
  column: string;
  table: string;
  toColumn: string;
  basis: 'declared' | 'implied';
  meaning: 'same person' | 'belongs to' | 'relation';
}

/** One table: about people itself, linked to people through a key, or 'nobody': neither was recognised. */
export interface ReportTable {
  name: string;
  rows: number;
  about: 'people' | 'linked' | 'nobody';
  people: number;
  columns: ReportColumn[];
  links: ReportLink[];
}

/** One data class over all files. `people` have at least one value of it; `distinct` counts different values. */
export interface ReportClass {
  class: string;
  people: number;
  values: number;
  distinct: number;
  kinds: { kind: string; values: number }[];
}

/** How many people, between which bounds; `method` is one sentence that says how count and bounds were made. */
export interface ReportPeople {
  count: number;
  min: number;
  max: number;
  method: string;
  /** Addresses that stand only in texts, counted apart from the people. */
  mentioned: number;
  /** By class, different identifiers that stand only in texts: addresses, telephones, numbers. Most first. */
  mentionedByClass: { class: string; values: number }[];
  testAccounts: number;
  sharedMailboxes: number;
  /** Rows about a company or an office instead of a person. */
  organisations: number;
  /** Of the people counted: how many are under 18, and how many the data calls dead. */
  minors: number;
  deceased: number;
}

/** A stretch of a file that could not be read as rows. `offset` and `bytes` in bytes of the unpacked file. */
export interface ReportSkipped {
  path: string;
  offset: number;
  bytes: number;
  reason: string;
}

/**
 * A column that may hold special data, for somebody to look at: `article` 9 or 10 of the GDPR, or 'national' where
 * the law of a country protects it likewise. `reason` says what raised the question; it asserts nothing of anybody.
 */
export interface ReportSpecial {
  table: string;
  column: string;
  category: string;
  article: '9' | '10' | 'national';
  reason: string;
}

export interface ExposureReport {
  version: 1;
  inputs: ReportInput[];
  /** What lay inside the inputs, however deep, in the order of the paths; at most `maxInside` of them. */
  inside: ReportFile[];
  /** How many there were in all. */
  insideCount: number;
  tables: ReportTable[];
  /** Most people first. */
  classes: ReportClass[];
  people: ReportPeople;
  /** In the order of the tables. */
  special: ReportSpecial[];
  skipped: ReportSkipped[];
  seconds: number;
  megabytesPerSecond: number;
}
