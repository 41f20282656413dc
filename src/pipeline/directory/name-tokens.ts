// The hashes under which a case may know the name of a row, as `nameHash` makes them. In: normal forms of its names, in
// the kernel's memory. Out: the name as it is written, and variants: the other order, the first of several first names,
// and the ways in which a name that stands in one column is taken apart. Beside a date of birth.

import type { Kernel } from '../../kernel/index.ts';
import { fingerprint, nameHash } from '../../resolve/index.ts';

/** A normal form lies between `start` and `end`. */
export interface NameSpan {
  start: number;
  end: number;
}

/** Longer names are none. */
const mostWords = 8;
const SPACE = 32;

export interface NameTokens {
  /** First and last names from columns of their own. */
  pair(first: NameSpan, last: NameSpan): void;
  /** A name that stands in one column; `isTurned`: `Dupont, Jean`. */
  full(name: NameSpan, isTurned: boolean): void;
}

/** `scratch`: 1 KB of the kernel's memory. `tell` may be told the same hash twice. */
export function createNameTokens(
  kernel: Kernel,
  scratch: number,
  tell: (hash: number, isWritten: boolean) => void,
): NameTokens {
  const { bytes, words } = kernel;
  const hashAt = scratch;
  const joinedAt = scratch + 16;

  const printOf = (start: number, end: number): number => {
    if (end <= start) return 0;
    kernel.hashTo(start, end - start, hashAt);
    return fingerprint(words[hashAt / 4]!, words[hashAt / 4 + 1]!);
  };
  const told = (first: number, last: number, isWritten: boolean) => {
    const hash = nameHash(first, last);
    if (hash !== 0) tell(hash, isWritten);
  };
  const spaceIn = ({ start, end }: NameSpan): number => {
    let at = start;
    while (at < end && bytes[at] !== SPACE) at++;
    return at;
  };
  /** As a table would have it that writes both into one column, taken apart at its first space. */
  const asFull = (a: NameSpan, b: NameSpan) => {
    const space = spaceIn(a);
    if (space === a.end) return;
    const rest = a.end - space - 1;
    bytes.copyWithin(joinedAt, space + 1, a.end);
    bytes[joinedAt + rest] = SPACE;
    bytes.copyWithin(joinedAt + rest + 1, b.start, b.end);
    const head = printOf(a.start, space);
    const tail = printOf(joinedAt, joinedAt + rest + 1 + (b.end - b.start));
    told(head, tail, false);
  };

  return {
    pair(first, last) {
      const firstPrint = printOf(first.start, first.end);
      const lastPrint = printOf(last.start, last.end);
      if (firstPrint === 0 || lastPrint === 0) return;
      told(firstPrint, lastPrint, true);
      told(lastPrint, firstPrint, false);
      const space = spaceIn(first);
      if (space < first.end) {
        const alone = printOf(first.start, space);
        told(alone, lastPrint, false);
        told(lastPrint, alone, false);
      }
      asFull(first, last);
      asFull(last, first);
    },
    full(name, isTurned) {
      let taken = 0;
      for (let at = name.start; at < name.end && taken < mostWords; at++) {
        if (bytes[at] !== SPACE) continue;
        const head = printOf(name.start, at);
        const tail = printOf(at + 1, name.end);
        told(isTurned ? tail : head, isTurned ? head : tail, taken === 0);
        told(isTurned ? head : tail, isTurned ? tail : head, false);
        taken++;
      }
    },
  };
}
