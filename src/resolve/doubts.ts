// What could not be decided while rows were joined; it widens the bounds of the count.

import { PairList } from './pair-list.ts';

export interface Doubts {
  /** People that may be more than were counted. */
  couldBeMore: number;
  /** Pairs of nodes that may be one person. */
  joins: PairList;
  /** Nodes that are one of several people, nobody can say of whom: not counted by themselves. */
  floating: Uint8Array;
  /** Nodes that say nothing but what another one says: rows that stand in the leak twice. */
  doubles: Uint8Array;
  sharedMailboxes: number;
}

export function noDoubts(nodes: number): Doubts {
  return {
    couldBeMore: 0,
    joins: new PairList(),
    floating: new Uint8Array(nodes),
    doubles: new Uint8Array(nodes),
    sharedMailboxes: 0,
  };
}
