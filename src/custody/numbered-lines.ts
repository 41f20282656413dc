// Goes through the lines of a log as a verifier must: none can be trusted to be in its place. In: lines, and the leaf
// hash that rests for each number. Out: entries that fit their hash, and between them the stretches that fit nothing,
// with the numbers that are wanted there. After a damaged line it finds its way by the hashes.

import { lineNumber } from './custody-entry.ts';
import type { EntryLine } from './entry-file.ts';
import { leafHash } from './merkle.ts';

export type Stretch =
  | { fits: true; number: number; line: EntryLine; leaf: Buffer }
  | { fits: false; from: number; to: number; damaged: DamagedLines | null; at: number };

export interface DamagedLines {
  begin: number;
  /** That of the last line feed. */
  end: number;
  lines: number;
  /** Of the first. */
  number: number | null;
  /** Where it is one line. */
  bytes: Buffer;
}

/**
 * Numbers 0 to before `size`. Of a stretch that does not fit, `from` to before `to` are wanted; none where it lies
 * between two neighbours. Ends when all numbers were met, before the lines behind them; `at` is the byte reached.
 */
export function* numberedLines(
  lines: Iterable<EntryLine>,
  size: number,
  restingLeaf: (number: number) => Buffer | null,
): Generator<Stretch, number, undefined> {
  let wanted = 0;
  let damaged: DamagedLines | null = null;
  let at = 0;
  for (const line of lines) {
    if (wanted >= size && damaged === null) break;
    const number = line.isWhole ? lineNumber(line.bytes) : null;
    const leaf = leafHash(line.bytes);
    if (number !== null && number >= wanted && number < size && fits(number, wanted, leaf, restingLeaf)) {
      if (damaged || number > wanted) yield { fits: false, from: wanted, to: number, damaged, at };
      yield { fits: true, number, line, leaf };
      [wanted, damaged] = [number + 1, null];
    } else if (damaged?.lines === 1 && damaged.number === wanted && number === wanted + 1) {
      // the line before is whole by its number: it is wrong on its own, or its hash is
      yield { fits: false, from: wanted, to: wanted + 1, damaged, at };
      wanted++;
      damaged = wanted < size ? extended(null, line, number) : null;
      if (damaged === null) return line.begin;
    } else damaged = extended(damaged, line, number);
    at = line.end + 1;
  }
  if (damaged || wanted < size) yield { fits: false, from: wanted, to: size, damaged, at };
  return at;
}

/** Where no hash rests for it, its number has to do. */
function fits(
  number: number,
  wanted: number,
  leaf: Buffer,
  restingLeaf: (number: number) => Buffer | null,
): boolean {
  const resting = restingLeaf(number);
  return resting === null ? number === wanted : resting.equals(leaf);
}

function extended(damaged: DamagedLines | null, line: EntryLine, number: number | null): DamagedLines {
  if (damaged === null) return { begin: line.begin, end: line.end, lines: 1, number, bytes: line.bytes };
  return { ...damaged, end: line.end, lines: damaged.lines + 1 };
}
