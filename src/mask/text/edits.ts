// What is to be replaced in one span of bytes: places that never overlap, each with the bytes that stand there afterwards.
// In: places in any order. Out: the span with them in.

import { ByteSink } from '../byte-sink.ts';

export class Edits {
  /** The new bytes of all places, one after another. */
  readonly texts = new ByteSink(1 << 10);
  starts: number[] = [];
  ends: number[] = [];
  froms: number[] = [];
  tos: number[] = [];
  #isOrdered = true;

  get count(): number {
    return this.starts.length;
  }

  clear(): void {
    if (this.starts.length === 0) return;
    this.texts.clear();
    this.starts.length = 0;
    this.ends.length = 0;
    this.froms.length = 0;
    this.tos.length = 0;
    this.#isOrdered = true;
  }

  /** What was written to `texts` since `from` is to stand at `start`..`end`. */
  add(start: number, end: number, from: number): void {
    const last = this.starts.length - 1;
    if (last >= 0 && start < this.starts[last]!) this.#isOrdered = false;
    this.starts.push(start);
    this.ends.push(end);
    this.froms.push(from);
    this.tos.push(this.texts.length);
  }

  /** Takes back all from the `first` one on. */
  cut(first: number): void {
    if (first >= this.starts.length) return;
    this.texts.length = this.froms[first]!;
    this.starts.length = first;
    this.ends.length = first;
    this.froms.length = first;
    this.tos.length = first;
  }

  /** Writes each byte that cannot stand there as `escape` has it, in the edits from the `first` one on. */
  rewrite(first: number, isUnsafe: (byte: number) => boolean, escape: (byte: number) => string): void {
    for (let index = first; index < this.starts.length; index++) {
      const [from, to] = [this.froms[index]!, this.tos[index]!];
      if (!this.texts.bytes.subarray(from, to).some((byte) => isUnsafe(byte))) continue;
      this.froms[index] = this.texts.length;
      for (let at = from; at < to; at++) {
        const byte = this.texts.bytes[at]!;
        if (isUnsafe(byte)) this.texts.write(escape(byte));
        else this.texts.put(byte);
      }
      this.tos[index] = this.texts.length;
    }
  }

  /** Puts the places in order. */
  settle(): void {
    if (this.#isOrdered) return;
    const { starts, ends, froms, tos } = this;
    const order = starts.map((_, index) => index).sort((a, b) => starts[a]! - starts[b]!);
    this.starts = order.map((index) => starts[index]!);
    this.ends = order.map((index) => ends[index]!);
    this.froms = order.map((index) => froms[index]!);
    this.tos = order.map((index) => tos[index]!);
    this.#isOrdered = true;
  }

  /** How many bytes longer the span is with the edits in, from the `first` one on. */
  growth(first = 0): number {
    let growth = 0;
    for (let index = first; index < this.starts.length; index++)
      growth += this.tos[index]! - this.froms[index]! - (this.ends[index]! - this.starts[index]!);
    return growth;
  }

  /** The same in another measure of text. */
  growthIn(
    first: number,
    measure: (bytes: Uint8Array, from: number, to: number) => number,
    bytes: Uint8Array,
  ): number {
    let growth = 0;
    for (let index = first; index < this.starts.length; index++)
      growth +=
        measure(this.texts.bytes, this.froms[index]!, this.tos[index]!) -
        measure(bytes, this.starts[index]!, this.ends[index]!);
    return growth;
  }

  /** Writes `start`..`end` of `bytes` with the settled edits in. */
  write(bytes: Uint8Array, start: number, end: number, out: ByteSink): void {
    let at = start;
    for (let index = 0; index < this.starts.length; index++) {
      out.copy(bytes, at, this.starts[index]!);
      out.copy(this.texts.bytes, this.froms[index]!, this.tos[index]!);
      at = this.ends[index]!;
    }
    out.copy(bytes, at, end);
  }
}
