// What lay inside the inputs that had to be unpacked, put together from what the threads were told.

import type { ContainerNote, LeafEnd, LeafHead, UnreadNote } from '../read/index.ts';
import type { WorkerResult } from './read-job.ts';

/** A leaf with what came of it; `end` null where it was not heard of any more. */
export interface FoundLeaf {
  head: LeafHead;
  end: LeafEnd | null;
}

export interface Inside {
  leaves: Map<string, FoundLeaf>;
  containers: Map<string, ContainerNote>;
  unread: Map<string, UnreadNote>;
}

export function insideOf(results: WorkerResult[]): Inside {
  const inside: Inside = { leaves: new Map(), containers: new Map(), unread: new Map() };
  for (const { unpacked } of results) {
    for (const { head, end } of unpacked.leaves) {
      const known = inside.leaves.get(head.path);
      inside.leaves.set(head.path, { head, end: end ?? known?.end ?? null });
    }
    for (const note of unpacked.containers) inside.containers.set(note.path, note);
    for (const note of unpacked.unread) inside.unread.set(note.path, note);
  }
  return inside;
}

/** Whether a leaf is the file at `path`, or lies inside of it however deep. */
export function isWithin(leaf: string, path: string): boolean {
  return leaf === path || leaf.startsWith(`${path}/`);
}
