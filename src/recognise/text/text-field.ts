/*
 * What is found in a text: one value with its place and the reason it is taken for what it is; the people it is about.
 * In: nothing. Out: the types that the readers of this folder share.
 */

import type { ValidatorName } from '../validators.ts';

/** Offsets are UTF-16 units of the text. */
export interface TextField {
  validator: ValidatorName;
  /**
   * Names, addresses and telephones as written, in one line; dates as yyyy-mm-dd; NIR and IBAN in capitals without
   * blanks.
   */
  value: string;
  start: number;
  end: number;
  /** In a few words, never a value. */
  evidence: string;
}

export interface TextPerson {
  /** In the order of the text. */
  fields: TextField[];
}

export interface TextReading {
  people: TextPerson[];
  /** Addresses, numbers and accounts that could not be laid at anybody's door. */
  mentions: TextField[];
}
