// What a run need not read again, from the results that an earlier one kept. In: results. Out: for each stretch how
// it ended, and of inputs that have to be unpacked the leaves that are known and those known in part.

import type { ResumedLeaves } from '../../read/index.ts';
import type { StateSwitch, WorkerResult } from '../read-job.ts';

export interface EarlierReading {
  results: WorkerResult[];
  /** Where each stretch ended that has been confirmed. */
  ends: Map<number, number>;
  switches: StateSwitch[];
  /** By stretch of an input that has been unpacked in part. */
  leaves: Map<number, ResumedLeaves>;
}

export function earlierReading(results: WorkerResult[]): EarlierReading {
  const earlier: EarlierReading = { results, ends: new Map(), switches: [], leaves: new Map() };
  const ended = new Set(
    results.flatMap(({ unpacked }) => unpacked.leaves.flatMap(({ head, end }) => (end ? [head.path] : []))),
  );
  const finished = new Set(results.flatMap((result) => result.finished));
  for (const confirmed of results.flatMap((result) => result.confirmed)) {
    const { stretch, leaf, end, lastState, state, isPiece } = confirmed;
    if (finished.has(stretch)) earlier.ends.set(stretch, end);
    else if (!isPiece) {
      earlier.ends.set(stretch, end);
      if (lastState !== state) earlier.switches.push({ stretch, state: lastState });
    } else {
      let leaves = earlier.leaves.get(stretch);
      if (!leaves) earlier.leaves.set(stretch, (leaves = { known: [], open: [] }));
      const open = leaves.open.find(({ path }) => path === leaf);
      if (ended.has(leaf)) {
        if (!leaves.known.includes(leaf)) leaves.known.push(leaf);
      } else if (!open) leaves.open.push({ path: leaf, from: end, state: lastState });
      else if (end >= open.from) Object.assign(open, { from: end, state: lastState });
    }
  }
  return earlier;
}
