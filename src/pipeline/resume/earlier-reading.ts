// What a run need not read again, from the results that an earlier one kept. In: results. Out: for each stretch how
// it ended, and of inputs that have to be unpacked the leaves that are known and those known in part.

import type { ResumedLeaves } from '../../read/index.ts';
import type { StateSwitch, WorkerResult } from '../read-job.ts';

type LeafPiece = ResumedLeaves['open'][number];

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
  /** By stretch, how far each leaf was read. */
  const piecesOf = new Map<number, Map<string, LeafPiece>>();
  for (const confirmed of results.flatMap((result) => result.confirmed)) {
    const { stretch, leaf, end, lastState, state, isPiece } = confirmed;
    if (finished.has(stretch)) earlier.ends.set(stretch, end);
    else if (!isPiece) {
      earlier.ends.set(stretch, end);
      if (lastState !== state) earlier.switches.push({ stretch, state: lastState });
    } else {
      const pieces = piecesOf.get(stretch) ?? new Map<string, LeafPiece>();
      piecesOf.set(stretch, pieces);
      const furthest = pieces.get(leaf);
      if (!furthest || end >= furthest.from) pieces.set(leaf, { path: leaf, from: end, state: lastState });
    }
  }
  for (const [stretch, pieces] of piecesOf) {
    const { known = [], open = [] } = Object.groupBy(pieces.values(), ({ path }) =>
      ended.has(path) ? 'known' : 'open',
    );
    earlier.leaves.set(stretch, { known: known.map(({ path }) => path), open });
  }
  return earlier;
}
