// A sliding window over one source, in the kernel's memory, so that the index reads where the file was read to.
// In: a `ByteSource`. Out: bytes between `from` and `to` (memory positions) and the file offset of each.
// It holds one window only; it grows for a single value that is larger, up to a limit, and shrinks after it.

import { type Kernel, kernelMemoryStart } from '../kernel/index.ts';

/** Bytes of one input, read in order or, where `seekable`, from anywhere. Reads are synchronous: readers live in workers. */
export interface ByteSource {
  /** Reads up to `length` bytes of offset `offset` into `target` at `at`; 0 at the end. */
  read(offset: number, target: Uint8Array, at: number, length: number): number;
  /** Why it ended before its end, if it did since it was last asked. */
  takeFault?(): string | null;
  close(): void;
}

/** Where the parts of a reader's memory lie. */
export interface WindowLayout {
  structurals: number;
  structuralCapacity: number;
  ats: number;
  atCapacity: number;
  /** Room for decoded values. */
  scratch: number;
  scratchBytes: number;
  window: number;
  memoryBytes: number;
}

/** One megabyte holds a mysqldump statement and stays in a core's cache. */
const usualWindowBytes = 1 << 20;

/**
 * The longest single row read whole. MySQL's own limit for one packet is 1 GB, its default 64 MB:
 * a dump that can be restored with the defaults never holds a longer one.
 */
export const maxRowBytes = 64 << 20;

const structuralCapacity = 1 << 20;
const atCapacity = 1 << 19;

export function layoutWindow(options: { maxRowBytes?: number; scratchBytes?: number } = {}): WindowLayout {
  const scratchBytes = options.scratchBytes ?? 2 << 20;
  const structurals = kernelMemoryStart;
  const ats = structurals + structuralCapacity * 4;
  const scratch = ats + atCapacity * 4;
  const window = align(scratch + scratchBytes);
  const memoryBytes = window + (options.maxRowBytes ?? maxRowBytes) + pastTheEnd;
  return { structurals, structuralCapacity, ats, atCapacity, scratch, scratchBytes, window, memoryBytes };
}

/** The index reads up to 63 bytes past the end of a block; room for that lies behind the largest window. */
const pastTheEnd = 4096;

function align(position: number): number {
  return Math.ceil(position / 64) * 64;
}

export class ByteWindow {
  readonly kernel: Kernel;
  readonly layout: WindowLayout;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Memory position of the first byte held and one past the last. */
  readonly from: number;
  to: number;
  /** True once the source has said that nothing follows. */
  ended = false;
  #source: ByteSource;
  #base = 0;
  #largest: number;
  #usualCapacity: number;
  #capacity: number;

  constructor(kernel: Kernel, layout: WindowLayout, source: ByteSource, windowBytes = usualWindowBytes) {
    this.kernel = kernel;
    this.layout = layout;
    this.bytes = kernel.bytes;
    this.from = layout.window;
    this.to = layout.window;
    this.#source = source;
    this.#largest = layout.memoryBytes - layout.window - pastTheEnd;
    this.#usualCapacity = Math.max(1, Math.min(windowBytes, this.#largest));
    this.#capacity = this.#usualCapacity;
  }

  /** Starts at file offset `offset`. What is held from there on is kept: a source may be read only once. */
  seek(offset: number): void {
    const skipped = offset - this.#base;
    const held = this.to - this.from - skipped;
    this.#base = offset;
    if (skipped >= 0 && held >= 0) {
      if (skipped > 0) this.bytes.copyWithin(this.from, this.from + skipped, this.to);
      this.to = this.from + held;
      this.bytes.fill(0, this.to, this.to + 64);
      return;
    }
    this.to = this.from;
    this.ended = false;
  }

  offsetOf(position: number): number {
    return this.#base + (position - this.from);
  }

  /**
   * Drops what lies before `keep`, moves the rest to the front and reads on. Returns how far positions
   * moved down, or -1 when nothing could be added: the source ended, or one row fills the largest window.
   */
  slide(keep: number): number {
    const moved = keep - this.from;
    const held = this.to - keep;
    if (this.ended) return -1;
    if (held < this.#usualCapacity) this.#capacity = this.#usualCapacity;
    else if (held >= this.#capacity) {
      if (this.#capacity >= this.#largest) return -1;
      this.#capacity = Math.min(this.#capacity * 2, this.#largest);
    }
    if (moved > 0) this.bytes.copyWithin(this.from, keep, this.to);
    this.#base += moved;
    this.to = this.from + held;
    const wanted = this.#capacity - held;
    let added = 0;
    while (added < wanted) {
      const count = this.#source.read(this.#base + held + added, this.bytes, this.to, wanted - added);
      if (count === 0) {
        this.ended = true;
        break;
      }
      added += count;
      this.to += count;
    }
    // what readers peek at past the end must not be left from an earlier window
    this.bytes.fill(0, this.to, this.to + 64);
    return added === 0 && moved === 0 ? -1 : moved;
  }
}
