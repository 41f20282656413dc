// What came of a run: counts and places, never a value.

import type { SettledSubset } from '../subset/index.ts';
import type { MaskFile } from './mask-file.ts';
import type { Survivor } from './mask-job.ts';
import type { Refusal } from './refusal.ts';

export interface MaskedFile {
  file: MaskFile;
  /** Under the output's folder; '' where the output is a file. */
  place: string;
  bytes: number;
  sha256: string;
}

/** What the first pass has seen. */
export interface SeenSource {
  /** Rows by table. */
  rows: Map<string, number>;
  /** The columns that were met, by table. */
  columns: Map<string, Set<string>>;
  /** Tables of which rows were met whose columns nothing names. */
  unnamed: Set<string>;
  /** Statements by their first words, comments, heads. */
  statements: Map<string, number>;
  /** Real values that are searched for. */
  real: number;
}

export interface MaskedOutput {
  /** Null where nothing was written. */
  output: MaskedFile[] | null;
  /** Values replaced, by method. */
  values: Map<string, number>;
  /** What was replaced inside of texts, statements and comments. */
  finds: number;
  /** Identifiers whose usual replacement is somebody's real number. */
  stoodAside: number;
  survivors: Survivor[];
  refusals: Refusal[];
}

export interface MaskOutcome extends MaskedOutput {
  seen: SeenSource;
  /** A name of the source, such as that of a table that is a file, without the people in it. */
  shownName: (name: string) => string;
  /** How many rows of each table that was cut stay; null where the copy is no subset. */
  subset: SettledSubset['tables'] | null;
}
