// Sorts more records than memory holds. In: records of one width, in any order. Out: the same in the order of their
// bytes. What does not fit waits on the disk as noise, see sealed-spool.ts. Made for records that begin with a hash:
// their first bytes order nearly all of them.

import { createSpool, type Spool } from '../package/sealed-spool.ts';

/** Records one after the other: `count` of them from the beginning of `bytes`. Good until the next is asked for. */
export interface RecordBatch {
  bytes: Uint8Array;
  count: number;
}

/** A number of a record beside its first four bytes must fit a double: 32 + 21 bits. */
const mostAtOnce = 1 << 21;
const spoolPieceBytes = 128 << 10;
const batchBytes = 256 << 10;

export class RecordSorter implements Disposable {
  readonly width: number;
  #folder: string;
  #bytes: Uint8Array;
  #capacity: number;
  #count = 0;
  #runs: Spool[] = [];
  /** A record that was put together from pieces. */
  readonly record: Uint8Array;

  /** `width`: 4 bytes or more. `atOnce`: records in memory. `folder`: where the others wait. */
  constructor(width: number, folder: string, { atOnce = mostAtOnce }: { atOnce?: number } = {}) {
    this.width = width;
    this.#folder = folder;
    this.#capacity = Math.min(atOnce, mostAtOnce);
    this.#bytes = new Uint8Array(Math.min(this.#capacity, 1024) * width);
    this.record = new Uint8Array(width);
  }

  /** Takes what stands in `record`. */
  add(): void {
    if (this.#count === this.#capacity) this.#spill();
    const at = this.#count++ * this.width;
    if (at === this.#bytes.length) this.#grow();
    this.#bytes.set(this.record, at);
  }

  /** All records in order; nothing is added any more. */
  *sorted(): Generator<RecordBatch, void, undefined> {
    if (this.#runs.length === 0) {
      yield* this.#inMemory();
      return;
    }
    if (this.#count > 0) this.#spill();
    this.#bytes = new Uint8Array(0);
    yield* mergeRuns(this.#runs, this.width);
  }

  [Symbol.dispose](): void {
    for (const run of this.#runs) run[Symbol.dispose]();
    this.#bytes.fill(0);
  }

  #grow(): void {
    const larger = new Uint8Array(Math.min(this.#bytes.length * 2, this.#capacity * this.width));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #spill(): void {
    const run = createSpool(this.#folder, spoolPieceBytes);
    this.#runs.push(run);
    for (const { bytes, count } of this.#inMemory()) run.write(bytes.subarray(0, count * this.width));
    this.#count = 0;
  }

  *#inMemory(): Generator<RecordBatch, void, undefined> {
    const { width } = this;
    const order = this.#order();
    const most = Math.max(1, Math.floor(batchBytes / width));
    const batch = new Uint8Array(Math.min(most, order.length) * width);
    for (let from = 0; from < order.length; from += most) {
      const count = Math.min(most, order.length - from);
      for (let i = 0, to = 0; i < count; i++) {
        const start = order[from + i]! * width;
        for (let byte = start; byte < start + width; byte++) batch[to++] = this.#bytes[byte]!;
      }
      yield { bytes: batch, count };
    }
  }

  /** First by the first four bytes, with the engine's own sort; those few that are the same there by the rest. */
  #order(): Uint32Array {
    const bytes = this.#bytes;
    const { width } = this;
    const keys = new Float64Array(this.#count);
    for (let i = 0, at = 0; i < keys.length; i++, at += width) {
      const start =
        bytes[at]! * 0x1000000 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);
      keys[i] = start * mostAtOnce + i;
    }
    keys.sort();
    const order = Uint32Array.from(keys, (key) => key % mostAtOnce);
    const startOf = (i: number) => Math.floor(keys[i]! / mostAtOnce);
    for (let from = 0; from < order.length;) {
      const start = startOf(from);
      let to = from + 1;
      while (to < order.length && startOf(to) === start) to++;
      if (to - from > 1)
        order.subarray(from, to).sort((a, b) => compare(bytes, a * width, bytes, b * width, width));
      from = to;
    }
    return order;
  }
}

function compare(a: Uint8Array, i: number, b: Uint8Array, j: number, width: number): number {
  for (let byte = 0; byte < width; byte++) {
    const difference = a[i + byte]! - b[j + byte]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Reads one record after the other of a run whose pieces end anywhere. */
class RunReader {
  bytes: Uint8Array = new Uint8Array(0);
  at = 0;
  #pieces: Generator<Buffer, void, undefined>;
  #width: number;

  constructor(run: Spool, width: number) {
    this.#pieces = run.read();
    this.#width = width;
    this.#fill();
  }

  get isDone(): boolean {
    return this.bytes.length - this.at < this.#width;
  }

  next(): void {
    this.at += this.#width;
    if (this.isDone) this.#fill();
  }

  #fill(): void {
    const next = this.#pieces.next();
    if (next.done) return;
    const rest = this.bytes.subarray(this.at);
    this.bytes = rest.length === 0 ? next.value : Buffer.concat([rest, next.value]);
    this.at = 0;
  }
}

function* mergeRuns(runs: readonly Spool[], width: number): Generator<RecordBatch, void, undefined> {
  const heap = runs.map((run) => new RunReader(run, width)).filter((reader) => !reader.isDone);
  const isBefore = (a: RunReader, b: RunReader) => compare(a.bytes, a.at, b.bytes, b.at, width) < 0;
  const sink = (from: number) => {
    const moved = heap[from]!;
    let place = from;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (!isBefore(heap[child]!, moved)) break;
      heap[place] = heap[child]!;
      place = child;
    }
    heap[place] = moved;
  };
  for (let i = Math.floor(heap.length / 2) - 1; i >= 0; i--) sink(i);
  const most = Math.max(1, Math.floor(batchBytes / width));
  const batch = new Uint8Array(most * width);
  let count = 0;
  while (heap.length > 0) {
    const first = heap[0]!;
    const to = count * width;
    for (let byte = 0; byte < width; byte++) batch[to + byte] = first.bytes[first.at + byte]!;
    first.next();
    if (first.isDone) {
      const last = heap.pop()!;
      if (heap.length > 0 && last !== first) heap[0] = last;
    }
    if (heap.length > 0) sink(0);
    if (++count === most) {
      yield { bytes: batch, count };
      count = 0;
    }
  }
  if (count > 0) yield { bytes: batch, count };
}
