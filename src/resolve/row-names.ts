// What the names of one row come to together: a test identity, or an organisation.
// In: what was seen of each name while the row was gathered. Out: flags of its record.

import { isTestIdentity } from '../recognise/index.ts';
import { recordFlags } from './table-plan.ts';

/** Where the first space is, or the end. */
export function spaceIn(normal: Uint8Array, length: number): number {
  let at = 0;
  while (at < length && normal[at] !== 0x20) at++;
  return at;
}

export function hasComma(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 0x2c) return true;
  return false;
}

export interface NameState {
  seen: number;
  /** First names in columns of their own. */
  first: number;
  organisation: boolean;
  /** Normalised names of the row that are made of test words. */
  texts: string[];
}

/**
 * Names, where a row has them, decide whether it is a test identity: `test@…` may well be the address of a Mr Test. A
 * company beside which somebody's first name stands is where he works.
 */
export function markNames(names: NameState, record: Uint32Array, base: number): void {
  const wasTest = (record[base]! & recordFlags.testIdentity) !== 0;
  const isTest =
    names.texts.length === names.seen &&
    isTestIdentity({ names: names.texts, ...(wasTest ? { email: 'test@example.test' } : {}) });
  if (isTest) record[base]! |= recordFlags.testIdentity;
  else record[base]! &= ~recordFlags.testIdentity;
  if (names.organisation && names.first === 0) record[base]! |= recordFlags.organisation;
}
