// What is known of a column before its rule is proposed. Plain facts; the sampled values never leave the proposal.

import type { ClassFinding, TypeSort } from '../../../recognise/index.ts';
import type { ColumnValues } from './column-values.ts';

export interface PlannedColumn {
  table: string;
  name: string;
  /** As the schema has it, in lower case; null where none states it. */
  type: string | null;
  rows: number;
  filled: number;
  /** A sample of what is filled, real values. */
  values: readonly string[];
  finding: ClassFinding | null;
  /** What was recognised, for people: class, kind, share. */
  found: string | null;
  /** Some of its values name or reach people, alone or in a text. */
  hasMentions: boolean;
  /** Values of many kinds, told apart by a key beside them, some of which tell who without a form of their own. */
  isTellingByKey: boolean;
  /** What was recognised although it is nobody’s personal data, such as numbers of organisations, or null. */
  note: string | null;
  /** The sort of special data that it may hold: `health`, or null. */
  special: string | null;
  isPrimary: boolean;
  isUnique: boolean;
  /** The table whose keys it holds, or null. */
  pointsAt: string | null;
  /** Rows of the table are people, or belong to people. */
  isAboutPeople: boolean;
  /** Rows of the table are people. */
  isPeople: boolean;
  /** Rows of the largest table of the source: numbers beyond are no numbers of its rows. */
  largestTable: number;
}

/** With what all rules are decided by. */
export interface ColumnToPlan {
  column: PlannedColumn;
  values: ColumnValues;
  /** Of its name. */
  words: readonly string[];
  sort: TypeSort;
}
