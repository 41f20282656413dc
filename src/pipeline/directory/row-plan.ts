// What a thread has to know to read the rows of a directory; plain data.

import type { DirectoryMapping } from './directory-field.ts';

export interface RowPlan {
  mapping: DirectoryMapping;
  /** Of the case. */
  seed: readonly [number, number];
  /** The last day a date of birth may be, as yyyymmdd. */
  today: number;
}
