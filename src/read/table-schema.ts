// The shape of a table as its format states it: columns, types and keys.

export interface ForeignKey {
  column: string;
  table: string;
  toColumn: string;
}

/** A key of several columns, which no single value is found by. */
export interface CompositeKey {
  columns: string[];
  table: string;
  /** Empty where the primary key is meant. */
  toColumns: string[];
}

export interface TableSchema {
  name: string;
  /** The database or schema that the statement names, in lower case; absent for none. */
  scope?: string;
  columns: { name: string; type: string }[];
  primaryKey: string[];
  /** Columns that are stated to be NOT NULL; absent where none is. */
  required?: string[];
  /** Columns that are unique alone. */
  unique: string[];
  foreignKeys: ForeignKey[];
  compositeKeys?: CompositeKey[];
  /** Where the format itself says what its columns hold: the validator of each, or null. */
  holds?: (string | null)[];
  /** One table over all files of the kind, as of mails that lie in a file each. */
  shared?: boolean;
}
