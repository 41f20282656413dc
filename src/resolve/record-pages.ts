// The records of one table as one thread gathers them, in pages: they are never moved, and go to another thread as
// they are. In: records as they were gathered. Out: what is kept of each; where rows repeat one another, each once.

import { keepRecord, keptLayout, type KeptLayout } from './record-layout.ts';
import { isWeak, type TablePlan } from './table-plan.ts';

/** Records of the first page to begin with: folders hold many files of few rows. */
const smallest = 16;

/** Doubles are looked for as long as one in so many records is one, and among so few in any case. */
const worthwhile = 30;
const lookedThrough = 100_000;

/** Records on their way to another thread. */
export interface RecordPart {
  pages: Uint32Array<ArrayBuffer>[];
  count: number;
  layout: KeptLayout;
}

export class RecordPages {
  readonly layout: KeptLayout;
  readonly pages: Uint32Array<ArrayBuffer>[] = [];
  count = 0;
  /** Rows left out as doubles although they say too little to be surely the same. */
  weakDoubles = 0;
  #plan: TablePlan;
  #doubles = 0;
  #room = 0;
  #slots: Int32Array;
  /** Decides only where records lie in the table of slots. */
  #key = (Math.random() * 4294967296) | 1;
  /** False where a key makes every record different, or few are found to be equal: then looking for doubles is lost work. */
  #merging: boolean;

  constructor(plan: TablePlan) {
    this.#plan = plan;
    this.layout = keptLayout(plan.gathered);
    this.#merging = plan.merging;
    this.#slots = new Int32Array(plan.merging ? smallest * 4 : 0);
  }

  /** Takes in the record at `from` of `words`, unless an equal one is known to be there already. */
  add(words: Uint32Array, from: number): void {
    if (this.count === this.#room) this.#makeRoom();
    const { width, pageRecords } = this.layout;
    const page = this.pages.at(-1)!;
    const at = (this.count & (pageRecords - 1)) * width;
    keepRecord(this.#plan.gathered, this.layout, words, from, page, at);
    if (this.#merging) {
      const slot = this.#findSlot(page, at);
      if (slot < 0) {
        this.#doubles++;
        if (isWeak(this.#plan.gathered, words, from)) this.weakDoubles++;
        return;
      }
      this.#slots[slot] = this.count + 1;
    }
    this.count++;
    if (this.#merging && this.count > this.#slots.length * 0.6) this.#growSlots();
  }

  toPart(): RecordPart {
    return { pages: this.pages, count: this.count, layout: this.layout };
  }

  #makeRoom(): void {
    const { width, pageRecords } = this.layout;
    if (this.count > 0 && this.count < pageRecords) {
      const larger = new Uint32Array(Math.min(pageRecords, this.count * 2) * width);
      const [smaller] = this.pages;
      larger.set(smaller!);
      // given back now: the collector sees a small object, not the megabytes behind it
      smaller!.buffer.transfer(0);
      this.pages[0] = larger;
      this.#room = larger.length / width;
      return;
    }
    const records = this.count === 0 ? smallest : pageRecords;
    this.pages.push(new Uint32Array(records * width));
    this.#room = this.count + records;
  }

  /** The free slot for the record at `at` of `page`, or -1 when an equal one is in. */
  #findSlot(page: Uint32Array, at: number): number {
    const { width, pageRecords } = this.layout;
    const mask = this.#slots.length - 1;
    let slot = this.#hash(page, at) & mask;
    for (;;) {
      const held = this.#slots[slot]! - 1;
      if (held < 0) return slot;
      const other = this.pages[Math.floor(held / pageRecords)]!;
      const from = (held & (pageRecords - 1)) * width;
      let i = 0;
      while (i < width && other[from + i] === page[at + i]) i++;
      if (i === width) return -1;
      slot = (slot + 1) & mask;
    }
  }

  #hash(words: Uint32Array, from: number): number {
    let hash = this.#key;
    for (let i = 0; i < this.layout.width; i++) {
      hash = Math.imul(hash ^ words[from + i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #growSlots(): void {
    if (this.count > lookedThrough && this.#doubles * worthwhile < this.count) {
      this.#merging = false;
      this.#slots = new Int32Array(0);
      return;
    }
    const { width, pageRecords } = this.layout;
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let record = 0; record < this.count; record++) {
      const page = this.pages[Math.floor(record / pageRecords)]!;
      let slot = this.#hash(page, (record & (pageRecords - 1)) * width) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = record + 1;
    }
  }
}
