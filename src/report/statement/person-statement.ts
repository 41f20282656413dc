/*
 * A person's statement: whether an identifier is in the files of a case, what stands there about the person it
 * belongs to, and where each was seen. In: nothing; this is the shape that the pipeline fills and the renderer beside
 * it reads; as JSON it is printed as it is. It holds neither the identifier nor any value of the leak.
 */
import type { PasswordStrength } from '../password-meaning.ts';

/**
 * `test`: looks like a test identity. `minor`, `deceased`: the files say so. `office`: the mailbox of an office.
 * `organisation`: the names are an organisation's. `unattributed`: rows at a shared mailbox that name nobody; no person by
 * themselves.
 */
export type StatementFlag = 'test' | 'minor' | 'deceased' | 'office' | 'organisation' | 'unattributed';

export interface StatementPlace {
  /** Number of the delivery whose files these are. */
  delivery: number;
  table: string;
  column: string;
  /** Files of the delivery that hold rows of the table; rows about the person may be in any of them. */
  files: string[];
  /** What the person's values are where that is known (of passwords), else those of the whole column. */
  kinds: string[];
  /** Rows about the person that hold it. */
  rows: number;
}

export interface StatementClass {
  class: string;
  kinds: string[];
  /** Of passwords: for how long the weakest of the kinds stands. */
  strength?: PasswordStrength;
  seen: StatementPlace[];
}

export interface StatementPerson {
  /** Sorts of identifier by which the person was found. */
  by: string[];
  flags: StatementFlag[];
  classes: StatementClass[];
  /** Columns, of the tables the person stands in, that may hold special data. Nothing is asserted. */
  special: { table: string; column: string; category: string }[];
}

/** Files that were examined together. */
export interface StatementDelivery {
  delivery: number;
  /** ISO 8601. */
  at: string;
  files: { path: string; sha256: string }[];
  /** Places in the files that could not be read as rows. */
  skipped: number;
  /** Files that were not read whole, however deep they lie. */
  partial: { path: string; note: string }[];
}

export interface PersonStatement {
  version: 2;
  case: string;
  name: string | null;
  /** The sorts of identifier that the question was tried as. */
  askedAs: string[];
  /** Of a number whose check digits do not fit: what it has the shape of. */
  mistyped: 'nir' | 'iban' | 'card' | null;
  /** Sorts asked for that were recognised nowhere in the files: of them nothing is known. */
  unseen: string[];
  found: boolean;
  people: StatementPerson[];
  /** How many there are; only the first are in `people`. */
  peopleInAll: number;
  /** Where it stands in texts, or beside somebody's own address: whose row that is says nothing of the person. */
  mentions: { delivery: number; table: string; column: string; files: string[] }[];
  /** All deliveries are resolved together: one person stands here once, whatever files hold something of them. */
  deliveries: StatementDelivery[];
}
