// A stream of bytes to be taken in the sizes that a format wants. In: pieces of any size. Out: as many bytes
// as are asked for, fewer only at the end. It holds one piece of the stream and what was given back.

/** Most bytes that may be taken at once: more than any header here is long. */
export const takeLimitBytes = 1 << 20;

export interface ByteFeed {
  /** Bytes taken so far, less those given back. */
  offset: () => number;
  /** Exactly `count` bytes, fewer only at the end. */
  take: (count: number) => Promise<Uint8Array>;
  /** What comes next, at most `limit` bytes of it; empty at the end. */
  some: (limit: number) => Promise<Uint8Array>;
  /** Bytes taken last, which come again. */
  giveBack: (bytes: Uint8Array) => void;
  /** Passes over bytes; how many there were. */
  skip: (count: number) => Promise<number>;
  /** Ends the stream. */
  close: () => Promise<void>;
}

export function createByteFeed(stream: AsyncIterable<Uint8Array>): ByteFeed {
  const source = stream[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let ended = false;

  const some = async (limit: number): Promise<Uint8Array> => {
    while (held.length === 0 && !ended) {
      const next = await source.next();
      if (next.done === true) ended = true;
      else held = next.value;
    }
    const piece = held.subarray(0, limit);
    held = held.subarray(piece.length);
    offset += piece.length;
    return piece;
  };

  return {
    offset: () => offset,
    some,
    take: async (count) => {
      if (count > takeLimitBytes) throw new RangeError(`${count} bytes are too many to be taken at once`);
      const first = await some(count);
      if (first.length === count || first.length === 0) return first;
      const whole = new Uint8Array(count);
      whole.set(first);
      let filled = first.length;
      while (filled < count) {
        const piece = await some(count - filled);
        if (piece.length === 0) break;
        whole.set(piece, filled);
        filled += piece.length;
      }
      return whole.subarray(0, filled);
    },
    giveBack: (bytes) => {
      if (bytes.length === 0) return;
      offset -= bytes.length;
      held = held.length === 0 ? bytes : Buffer.concat([bytes, held]);
    },
    skip: async (count) => {
      let skipped = 0;
      while (skipped < count) {
        const piece = await some(count - skipped);
        if (piece.length === 0) break;
        skipped += piece.length;
      }
      return skipped;
    },
    close: async () => {
      ended = true;
      await source.return?.();
    },
  };
}
