// A made-up leak with all that is known of it, whatever its shape.

import type { ExposureReport } from '../../src/report/index.ts';
import type { ExaminedPeople } from '../../src/pipeline/index.ts';
import type { ExpectedTables } from './expected-columns.ts';

export type Sort = Parameters<ExaminedPeople['hash']>[0];

export interface PlantedIdentifier {
  sort: Sort;
  text: string;
  /** Whether rows with it are certainly one person's, so that two groups of them are a merge missed. */
  isLink: boolean;
}

/** Filled anew for each visit: keep nothing of it. */
export interface PlantedPerson {
  number: number;
  identifiers: PlantedIdentifier[];
  /** First, last name and date of birth with tabs between, in all forms the rows have. */
  names: string[];
  /** Whether some row has nothing but name and date of birth to tell whose it is. */
  hasLooseRow: boolean;
  classes: readonly string[];
  /** 'table.column' of every value of theirs; null where the truth does not say. */
  places: readonly string[] | null;
}

export type NameOf = (table: string, column: ExposureReport['tables'][number]['columns'][number]) => string;

export interface PlantedLeak {
  /** shape, dirt and seed */
  name: string;
  shape: string;
  dirt: string;
  seed: number;
  /** Whether the interval has to be at most 2 % wide. */
  isUsualDirt: boolean;
  paths: string[];
  now: Date;
  people: number;
  testAccounts: number;
  /** Rows that nothing certain links to the rest of their person. */
  unprovable: number;
  /** Addresses that stand only in texts. */
  mentioned: number;
  minors: number | null;
  deceased: number | null;
  columns: ExpectedTables;
  /** The label's name for a column of the report, where it is another. */
  nameOf?: NameOf;
  /** class -> people */
  classes: Readonly<Record<string, number>>;
  forEachPerson(visit: (person: PlantedPerson) => void): void;
}
