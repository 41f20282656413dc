// Identifiers found inside texts: what is counted of them while rows go by, and what is left of that in the end.
// In: finds, each by its column, its validator and the keyed hash of its normal form. Out: for each column and
// validator how many there were, which different ones, and how many were the row's own. A mention is nobody's row.

import type { ValidatorId } from '../recognise/index.ts';
import { grown, HashIndex } from './hash-index.ts';

/** Identifiers of one sort in the texts of one column. */
export interface Mentions {
  column: number;
  validator: ValidatorId;
  /** Finds that are not the row's own, and the hashes of the different ones. */
  count: number;
  hashes: HashIndex;
  /** Finds that say again what stands in the row's own columns: an exposure of the row's own person. */
  own: number;
}

/** Mentions as they travel from a worker. */
export type MentionsPart = Omit<Mentions, 'hashes'> & { hashes: Uint32Array<ArrayBuffer> };

const wordsEach = 3;
const ownBit = 1 << 31;
const columnShift = 8;

/** The finds of one stretch, one after the other, until the stretch is confirmed. */
export class MentionList {
  #words = new Uint32Array(96);
  #length = 0;

  add(column: number, validator: ValidatorId, low: number, high: number, isOwn = false): void {
    while (this.#length + wordsEach > this.#words.length) this.#words = grown(this.#words);
    this.#words[this.#length++] = (column << columnShift) | validator | (isOwn ? ownBit : 0);
    this.#words[this.#length++] = low;
    this.#words[this.#length++] = high;
  }

  addTo(tally: MentionTally): void {
    for (let at = 0; at < this.#length; at += wordsEach) {
      const head = this.#words[at]!;
      const sort = head & ~ownBit;
      const mentions = tally.of(sort >> columnShift, (sort & 0xff) as ValidatorId);
      if (head & ownBit) mentions.own++;
      else {
        mentions.count++;
        mentions.hashes.add(this.#words[at + 1]!, this.#words[at + 2]!);
      }
    }
  }
}

/** The finds of a table. */
export class MentionTally {
  #all = new Map<number, Mentions>();

  of(column: number, validator: ValidatorId): Mentions {
    const sort = (column << columnShift) | validator;
    let mentions = this.#all.get(sort);
    if (mentions === undefined) {
      mentions = { column, validator, count: 0, hashes: new HashIndex(), own: 0 };
      this.#all.set(sort, mentions);
    }
    return mentions;
  }

  add({ validator, count, hashes, own }: MentionsPart, column: number): void {
    const mentions = this.of(column, validator);
    mentions.count += count;
    mentions.own += own;
    for (let i = 0; i < hashes.length; i += 2) mentions.hashes.add(hashes[i]!, hashes[i + 1]!);
  }

  toParts(): MentionsPart[] {
    return this.list().map((mentions) => ({ ...mentions, hashes: mentions.hashes.toWords() }));
  }

  /** By column, then by validator, whatever order they came in. */
  list(): Mentions[] {
    return [...this.#all.values()].sort((a, b) => a.column - b.column || a.validator - b.validator);
  }
}
