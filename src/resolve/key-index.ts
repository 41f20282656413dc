// The keys of a table: for each the first record that has it.
// In: a column of keys, small whole numbers as they are or hashes. Out: look-ups. Numbers that lie close together, as
// those that a database gave out one after the other, are looked up in an array by themselves.

import { HashIndex } from './hash-index.ts';
import type { RecordColumn } from './table-records.ts';

/** Numbers are looked up by themselves where an array of them has at most so many places a key, and some more. */
const placesEach = 4;
const placesFree = 1024;

export class KeyIndex {
  /** Different keys, zero and NULL aside, and records that have one. */
  size = 0;
  filled = 0;
  /** By number, one more than the record; null where the keys are looked up by hash. */
  #records: Int32Array | null;
  #hashes: HashIndex | null;
  #recordOf: Int32Array;

  constructor({ low, high }: RecordColumn) {
    let highest = 0;
    let areNumbers = true;
    for (let record = 0; record < low.length; record++) {
      if (low[record] === 0 && high![record] === 0) continue;
      this.filled++;
      if (high![record] !== 0) areNumbers = false;
      else if (low[record]! > highest) highest = low[record]!;
    }
    const isDense = areNumbers && highest <= this.filled * placesEach + placesFree;
    this.#records = isDense ? new Int32Array(highest + 1) : null;
    this.#hashes = isDense ? null : new HashIndex();
    this.#recordOf = new Int32Array(isDense ? 0 : this.filled);
    for (let record = 0; record < low.length; record++)
      if (low[record] !== 0 || high![record] !== 0) this.#add(low[record]!, high![record]!, record);
  }

  /** The first record that has the key, or -1. */
  find(low: number, high: number): number {
    if (this.#records !== null)
      return high === 0 && low < this.#records.length ? this.#records[low]! - 1 : -1;
    const id = this.#hashes!.find(low, high);
    return id < 0 ? -1 : this.#recordOf[id]!;
  }

  /** How many of these keys `others` has too. */
  countHeldBy(others: KeyIndex): number {
    let held = 0;
    this.#forEach((low, high) => {
      if (others.find(low, high) >= 0) held++;
    });
    return held;
  }

  #forEach(visit: (low: number, high: number) => void): void {
    this.#records?.forEach((record, key) => {
      if (record > 0) visit(key, 0);
    });
    const words = this.#hashes?.toWords() ?? [];
    for (let i = 0; i < words.length; i += 2) visit(words[i]!, words[i + 1]!);
  }

  #add(low: number, high: number, record: number): void {
    if (this.#records !== null) {
      if (this.#records[low] !== 0) return;
      this.#records[low] = record + 1;
      this.size++;
      return;
    }
    const id = this.#hashes!.add(low, high);
    if (id < this.size) return;
    this.#recordOf[id] = record;
    this.size++;
  }
}
