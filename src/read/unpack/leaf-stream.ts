// The reading end of the frames: one leaf after the other, each as a source of bytes.
// In: a source of frames. Out: heads of leaves, their bytes, their ends. It blocks where its source does.

import type { ByteSource } from '../byte-window.ts';
import {
  type ContainerNote,
  leafFrame,
  leafHeadBytes,
  type LeafEnd,
  type LeafHead,
  type UnreadNote,
} from './leaf-frames.ts';

/** What is said between the bytes. */
export type LeafNote =
  | { leaf: LeafHead }
  | { end: LeafEnd }
  | { container: ContainerNote }
  | { unread: UnreadNote };

export class LeafStream {
  #frames: ByteSource;
  #position = 0;
  /** Bytes of the current data frame that were not taken yet. */
  #left = 0;
  #ahead: { kind: number; length: number } | null = null;

  constructor(frames: ByteSource) {
    this.#frames = frames;
  }

  /** The next note; null where the stream ends. What was left of the leaf before is passed over. */
  next(): LeafNote | null {
    for (;;) {
      const frame = this.#peek();
      if (frame === null) return null;
      this.#ahead = null;
      if (frame.kind === leafFrame.data) {
        this.#take(new Uint8Array(frame.length), frame.length);
        continue;
      }
      const body = new Uint8Array(frame.length);
      if (!this.#take(body, frame.length)) return null;
      const note: unknown = JSON.parse(Buffer.from(body).toString());
      if (frame.kind === leafFrame.leaf) return { leaf: note as LeafHead };
      if (frame.kind === leafFrame.end) return { end: note as LeafEnd };
      if (frame.kind === leafFrame.container) return { container: note as ContainerNote };
      if (frame.kind === leafFrame.unread) return { unread: note as UnreadNote };
    }
  }

  /** The bytes of the leaf whose head was read last, from its beginning to its end or to where others come in between. */
  bytes(): ByteSource {
    return {
      read: (_offset, target, at, length) => {
        while (this.#left === 0) {
          const frame = this.#peek();
          if (frame?.kind !== leafFrame.data) return 0;
          this.#ahead = null;
          this.#left = frame.length;
        }
        const count = this.#frames.read(this.#position, target, at, Math.min(length, this.#left));
        this.#position += count;
        this.#left -= count;
        return count;
      },
      close() {},
    };
  }

  #peek(): { kind: number; length: number } | null {
    if (this.#ahead) return this.#ahead;
    if (this.#left > 0) this.#take(new Uint8Array(this.#left), this.#left);
    this.#left = 0;
    const head = new Uint8Array(leafHeadBytes);
    if (!this.#take(head, leafHeadBytes)) return null;
    this.#ahead = { length: new DataView(head.buffer).getUint32(0, true), kind: head[4]! };
    return this.#ahead;
  }

  /** Fills `target`; false where the source ends before. */
  #take(target: Uint8Array, length: number): boolean {
    for (let had = 0; had < length;) {
      const count = this.#frames.read(this.#position, target, had, length - had);
      if (count === 0) return false;
      this.#position += count;
      had += count;
    }
    return true;
  }
}
