// What splitting a case by controller came to, as JSON has it. Counts, names that the rules give, names of tables and
// files; no value.

export interface SplitController {
  name: string;
  people: number;
  /** People by class of data, most first. */
  classes: { class: string; people: number }[];
  /** Rows that each rule took. */
  rules: { rule: string; rows: number }[];
  /** Different identifiers in each own list, those that are one person's, and those that several people share. */
  lists: SplitList[];
}

export interface SplitList {
  list: string;
  file: string;
  identifiers: number;
  found: number;
  ambiguous: number;
  /**
   * For each column that was read what its values were taken for, how many there are, and how many of them are that.
   * Absent where the list was not read again.
   */
  columns?: { column: string; is: string; values: number; recognised: number }[];
}

export interface SplitConflict {
  controllers: string[];
  table: string;
  rows: number;
  /** The first ones: the file, and where in it the row begins, in bytes. */
  places: { file: string; offset: number }[];
}

export interface SplitReport {
  version: 1;
  case: string;
  /** ISO 8601. */
  at: string;
  /** People of the case. */
  people: number;
  /** Each with its people; somebody may be of several. */
  controllers: SplitController[];
  /** People of no controller. */
  unassigned: { people: number };
  /** People of more than one. */
  several: { people: number };
  /** Rows that several controllers claim: they are nobody's. */
  conflicts: { rows: number; listed: SplitConflict[] };
  warnings: string[];
}
