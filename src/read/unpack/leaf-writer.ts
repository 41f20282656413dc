// Writes what the walk of an input comes to as frames. In: leaves, their bytes or records, notes. Out: frames,
// to a sink that blocks where the other end is slower. Only one leaf is open at a time; one that others came in
// between goes on as the same leaf.

import { frameOf, leafFrame, type LeafEnd, type LeafHead, maxLeafFrameBytes } from './leaf-frames.ts';

export type WriteFrames = (parts: Uint8Array[]) => void;

export class LeafWriter {
  #write: WriteFrames;
  #open: LeafHead | null = null;
  #begun = new WeakSet<LeafHead>();

  constructor(write: WriteFrames) {
    this.#write = write;
  }

  note(kind: number, body: object): void {
    this.#write(frameOf(kind, body));
  }

  /** Bytes of `leaf`, which is begun, or taken up again, where another one was open. */
  data(leaf: LeafHead, bytes: Uint8Array): void {
    this.open(leaf);
    for (let p = 0; p < bytes.length; p += maxLeafFrameBytes)
      this.#write(frameOf(leafFrame.data, bytes.subarray(p, p + maxLeafFrameBytes)));
  }

  open(leaf: LeafHead): void {
    if (this.#open === leaf) return;
    this.#write(frameOf(leafFrame.leaf, { ...leaf, continued: this.#begun.has(leaf) }));
    this.#begun.add(leaf);
    this.#open = leaf;
  }

  end(leaf: LeafHead, end: LeafEnd): void {
    this.open(leaf);
    this.#write(frameOf(leafFrame.end, end));
    this.#open = null;
  }
}
