// Pages that could not be read, told once for every run of pages with the same reason: a document may claim a
// million of them. In: pages in ascending order. Out: `skipped` lines for the sink.

import type { UnpackSink } from '../unpack/unpack-sink.ts';

/** Lines for one document; what comes after is counted. */
const maxLines = 200;

export interface PageGaps {
  add(page: number, reason: string): void;
  /** Tells the last run. */
  end(): void;
}

export function createPageGaps(sink: UnpackSink): PageGaps {
  let first = 0;
  let last = 0;
  let reason = '';
  let lines = 0;
  let untold = 0;

  const tell = () => {
    if (first === 0) return;
    lines += 1;
    if (lines <= maxLines) {
      sink.skipped(first, 0, first === last ? `page ${first} ${reason}` : `pages ${first}–${last} ${reason}`);
    } else {
      untold += last - first + 1;
    }
    first = 0;
  };

  return {
    add(page, why) {
      if (first !== 0 && page === last + 1 && why === reason) {
        last = page;
        return;
      }
      tell();
      first = page;
      last = page;
      reason = why;
    },
    end() {
      tell();
      if (untold > 0) sink.skipped(last, 0, `${untold} more pages not read`);
    },
  };
}
