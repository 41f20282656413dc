/*
 * One line of the lexicon of column names: what the column holds, the weight of the name as log-odds, and the phrases.
 * In: nothing. Out: a type.
 */

import type { ValidatorName } from '../validators.ts';

export interface HeaderLine {
  validator: ValidatorName;
  /** 6 and more: says it outright. 3 to 5: usual, values must agree. Below: says little without siblings. */
  weight: number;
  /** Without separators and accents: `date_of_birth`, `DateOfBirth` and `dateofbirth` are one. */
  phrases: string;
}
