// A public corpus with what its columns hold. The files lie beside the checkout, in ../shared/corpora, or the corpus is
// left out of the evaluation.

import type { ExpectedTables } from '../expected-columns.ts';

export interface LabelledCorpus {
  name: string;
  /** Names of files in the folder of corpora, examined together. */
  files: readonly string[];
  tables: ExpectedTables;
  /** Distinct people it holds, where that is known. */
  people: number | null;
}
