// A pipe in shared memory, from a thread that waits for streams to one that reads synchronously.
// In: chunks, as a decompressor delivers them. Out: bytes in order. It holds at most its capacity: the
// writer waits for the reader and the reader for the writer.

import type { ByteSource } from './byte-window.ts';

/** Positions in the control words. */
const WRITTEN = 0;
const TAKEN = 1;
const STATE = 2;
const controlBytes = 16;

const OPEN = 0;
const ENDED = 1;
const CLOSED = 2;

/** A power of two: counters may wrap round. */
export const pipeBytes = 4 << 20;

/** Longest wait between two looks at the other end's state, in case a wake-up came just before the wait. */
const waitMs = 500;

export function createPipeMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(controlBytes + pipeBytes);
}

export function resetPipe(memory: SharedArrayBuffer): void {
  new Int32Array(memory, 0, controlBytes / 4).fill(0);
}

/** Writes all of `source`; resolves when it has ended, or at once when the reader has closed the pipe. */
export async function writeToPipe(
  memory: SharedArrayBuffer,
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  const control = new Int32Array(memory, 0, controlBytes / 4);
  const data = new Uint8Array(memory, controlBytes);
  try {
    for await (const chunk of source) {
      let from = 0;
      while (from < chunk.length) {
        if (Atomics.load(control, STATE) === CLOSED) return;
        const written = Atomics.load(control, WRITTEN);
        const taken = Atomics.load(control, TAKEN);
        const free = pipeBytes - ((written - taken) | 0);
        if (free === 0) {
          // a reader that closes the pipe just now leaves TAKEN as it is: waiting has an end
          await Atomics.waitAsync(control, TAKEN, taken, waitMs).value;
          continue;
        }
        const at = (written >>> 0) % pipeBytes;
        const length = Math.min(free, chunk.length - from, pipeBytes - at);
        data.set(chunk.subarray(from, from + length), at);
        from += length;
        Atomics.store(control, WRITTEN, (written + length) | 0);
        Atomics.notify(control, WRITTEN);
      }
    }
  } finally {
    Atomics.compareExchange(control, STATE, OPEN, ENDED);
    Atomics.notify(control, WRITTEN);
  }
}

/** The reading end. It blocks its thread while the pipe is empty, so it must not run where the writer does. */
export function openPipeSource(memory: SharedArrayBuffer): ByteSource {
  const control = new Int32Array(memory, 0, controlBytes / 4);
  const data = new Uint8Array(memory, controlBytes);
  return {
    read(_offset, target, at, length) {
      for (;;) {
        const state = Atomics.load(control, STATE);
        const written = Atomics.load(control, WRITTEN);
        const taken = Atomics.load(control, TAKEN);
        const held = (written - taken) | 0;
        if (held > 0) {
          const from = (taken >>> 0) % pipeBytes;
          const count = Math.min(held, length, pipeBytes - from);
          target.set(data.subarray(from, from + count), at);
          Atomics.store(control, TAKEN, (taken + count) | 0);
          Atomics.notify(control, TAKEN);
          return count;
        }
        if (state !== OPEN) return 0;
        Atomics.wait(control, WRITTEN, written, waitMs);
      }
    },
    close() {
      Atomics.store(control, STATE, CLOSED);
      Atomics.notify(control, TAKEN);
    },
  };
}
