// What is known of given names: of which language and sex. In: a folded name. Out: a range of names that can stand for it.

import {
  type GivenNames,
  nameLanguages,
  nameTable,
  type NameLanguage,
  type NameRange,
  type NameTable,
} from '../lists/name-table.ts';
import { givenNameSex } from './given-name-ending.ts';

const slots = 1 << 13;

export interface GivenNameIndex {
  has(folded: Uint8Array, end: number): boolean;
  /**
   * The names of the same language and sex; of the other sex too where it is borne by both; of `language` where that has the
   * name among others, and where none has it: then of the sex that its ending tells.
   */
  rangeFor(folded: Uint8Array, end: number, language: NameLanguage): NameRange;
}

export function createGivenNameIndex(): GivenNameIndex {
  const table = nameTable();
  const entries = new Int32Array(slots).fill(-1);
  for (let index = 0; index < table.givenCount; index++) {
    const [start, stop] = [table.foldedOffsets[index]!, table.foldedOffsets[index + 1]!];
    let slot = hashOf(table.folded, start, stop);
    while (entries[slot] !== -1) slot = (slot + 1) & (slots - 1);
    entries[slot] = index;
  }
  const next = (folded: Uint8Array, end: number, from: number): number => {
    for (let slot = from; entries[slot] !== -1; slot = (slot + 1) & (slots - 1))
      if (isEntry(table, entries[slot]!, folded, end)) return slot;
    return -1;
  };
  return {
    has: (folded, end) => next(folded, end, hashOf(folded, 0, end)) >= 0,
    rangeFor(folded, end, language) {
      const found: number[] = [];
      for (let slot = next(folded, end, hashOf(folded, 0, end)); slot >= 0;) {
        found.push(entries[slot]!);
        slot = next(folded, end, (slot + 1) & (slots - 1));
      }
      return chosenRange(table, found, language) ?? rangeOf(table.given[language], givenNameSex(folded, end));
    },
  };
}

function chosenRange(
  table: NameTable,
  found: readonly number[],
  language: NameLanguage,
): NameRange | undefined {
  if (found.length === 0) return undefined;
  const order = [language, ...nameLanguages];
  for (const each of order) {
    const sexes = sexesIn(table.given[each], found);
    if (sexes !== undefined) return rangeOf(table.given[each], sexes);
  }
  return rangeOf(table.given[language], sexesIn(table.others, found));
}

type Sexes = 'female' | 'male' | 'both';

function sexesIn({ female, male }: GivenNames, found: readonly number[]): Sexes | undefined {
  const isFemale = found.some((index) => isIn(female, index));
  const isMale = found.some((index) => isIn(male, index));
  if (isFemale && isMale) return 'both';
  if (isFemale) return 'female';
  return isMale ? 'male' : undefined;
}

function rangeOf({ female, male }: GivenNames, sexes: Sexes | undefined): NameRange {
  if (sexes === 'female') return female;
  return sexes === 'male' ? male : { from: female.from, count: female.count + male.count };
}

function isIn(range: NameRange, index: number): boolean {
  return index >= range.from && index < range.from + range.count;
}

function isEntry(table: NameTable, index: number, folded: Uint8Array, end: number): boolean {
  const start = table.foldedOffsets[index]!;
  if (table.foldedOffsets[index + 1]! - start !== end) return false;
  for (let at = 0; at < end; at++) if (table.folded[start + at] !== folded[at]) return false;
  return true;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c_9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x0100_0193);
  return (hash ^ (hash >>> 13)) & (slots - 1);
}
