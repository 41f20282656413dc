// Keeps account of what an input's frames have said, over several processes if need be: which leaves are whole,
// how much of the open one has come, what was being opened. In: frames. Out: the frames that are new.

import {
  leafFrame,
  type LeafEnd,
  type LeafHead,
  type OpeningNote,
  type UnreadNote,
  type DoneNote,
} from './leaf-frames.ts';
import type { Frame } from './split-frames.ts';

/** Leaves that an earlier run has read whole, and those it has read in part: up to where, and in which state. */
export interface ResumedLeaves {
  known: string[];
  open: { path: string; from: number; state: string }[];
}

export class FrameFollower {
  /** Leaves that have come to their end. */
  readonly known: string[] = [];
  /** What was being opened when a process failed. */
  readonly closed: string[] = [];
  isDone = false;
  /** Bytes that have come of leaves not ended yet; and, after a failure, those to be passed over when they come again. */
  #open = new Map<string, { head: LeafHead; come: number; again: number }>();
  #current: string | null = null;
  #opening: string[] = [];
  #notes = new Set<string>();
  #resumed = new Map<string, ResumedLeaves['open'][number]>();
  /** Paths out of which leaves have come. */
  #containers = new Set<string>();
  /** Bytes that have come of all leaves. */
  #come = 0;
  #comeAtFailure = 0;
  #input: string;

  /** `resumed`: what an earlier run has had of the input. */
  constructor(input: string, resumed: ResumedLeaves | null = null) {
    this.#input = input;
    this.known.push(...(resumed?.known ?? []));
    for (const leaf of resumed?.open ?? []) this.#resumed.set(leaf.path, leaf);
  }

  *follow(heard: Frame): Generator<Frame> {
    if (heard.kind === leafFrame.data) yield* this.#data(heard.body);
    else if (heard.kind === leafFrame.leaf) yield this.#begin(heard);
    else if (this.#isNew(heard)) yield heard;
  }

  /** Keeps account of what is no bytes of a leaf; false for what has been said before, or is said to us alone. */
  #isNew(heard: Frame): boolean {
    switch (heard.kind) {
      case leafFrame.opening:
        this.#opening.push((noteOf(heard) as OpeningNote).path);
        return false;
      case leafFrame.closed:
        this.#opening.pop();
        return false;
      case leafFrame.end:
        if (this.#current !== null) {
          this.known.push(this.#current);
          this.#open.delete(this.#current);
        }
        this.#current = null;
        return true;
      case leafFrame.container:
      case leafFrame.unread: {
        const said = Buffer.from(heard.body).toString();
        const isNew = !this.#notes.has(said);
        this.#notes.add(said);
        return isNew;
      }
      case leafFrame.done:
        this.isDone = true;
        return true;
      default:
        return true;
    }
  }

  #begin(heard: Frame): Frame {
    const head = noteOf(heard) as LeafHead;
    this.#current = head.path;
    const holder = this.#opening.at(-1);
    if (holder !== undefined && holder !== head.path) this.#containers.add(holder);
    if (this.#open.has(head.path)) return this.#again(head.path);
    const resumed = this.#resumed.get(head.path);
    this.#open.set(head.path, { head, come: resumed?.from ?? 0, again: resumed?.from ?? 0 });
    return resumed ? frame(leafFrame.leaf, { ...head, from: resumed.from, state: resumed.state }) : heard;
  }

  /**
   * The process has ended in the middle: what it was at is not opened again; but a container out of which something has
   * come since the last failure may not be to blame, and gets another chance.
   */
  *fail(reason: string): Generator<Frame> {
    const path = this.#opening.at(-1) ?? this.#input;
    const isTriedAgain = this.#containers.has(path) && this.#come > this.#comeAtFailure;
    this.#opening = [];
    this.#comeAtFailure = this.#come;
    if (!isTriedAgain) yield* this.#close(path, reason);
    for (const open of this.#open.values()) open.again = open.come;
    this.#current = null;
  }

  *#close(path: string, reason: string): Generator<Frame> {
    this.closed.push(path);
    if (this.#open.has(path)) {
      // had in part: it ends here
      if (this.#current !== path) yield this.#again(path);
      yield endOf(reason);
      this.#open.delete(path);
      this.known.push(path);
    } else {
      const unread: UnreadNote = { path, bytes: 0, reason };
      yield frame(leafFrame.unread, unread);
    }
  }

  /** No further attempt: what is open ends here. */
  *giveUp(ocrPagesLeft: number): Generator<Frame> {
    for (const path of this.#open.keys()) {
      yield this.#again(path);
      yield endOf('given up after too many failures');
    }
    this.isDone = true;
    const done: DoneNote = { ocrPagesLeft };
    yield frame(leafFrame.done, done);
  }

  /** The head of a leaf that goes on. */
  #again(path: string): Frame {
    return frame(leafFrame.leaf, { ...this.#open.get(path)!.head, continued: true });
  }

  *#data(body: Uint8Array): Generator<Frame> {
    const open = this.#open.get(this.#current ?? '');
    if (!open) return;
    const passed = Math.min(open.again, body.length);
    open.again -= passed;
    if (passed === body.length) return;
    open.come += body.length - passed;
    this.#come += body.length - passed;
    yield { kind: leafFrame.data, body: body.subarray(passed) };
  }
}

function frame(kind: number, note: object): Frame {
  return { kind, body: Buffer.from(JSON.stringify(note)) };
}

function endOf(broken: string): Frame {
  const end: LeafEnd = { bytes: 0, broken };
  return frame(leafFrame.end, end);
}

function noteOf(frame: Frame): unknown {
  return JSON.parse(Buffer.from(frame.body).toString());
}
