// The entries of a custody log, one line each with its number at the front. In: an open file. Out: the lines in order,
// or where the line of a number lies, found by halving, so that no list of offsets is needed.

import { fstatSync, readSync } from 'node:fs';
import { lineNumber, maxLineBytes } from './custody-entry.ts';

export interface EntryLine {
  /** Byte offsets in the file; `end` is that of the line feed. */
  begin: number;
  end: number;
  /** Without its line feed. */
  bytes: Buffer;
  /** False where the file ends without a line feed, or the line is longer than any entry. */
  isWhole: boolean;
}

const pieceBytes = 64 << 10;

const lineFeed = 10;

/** From byte `from`, to byte `to`. A line that is too long comes in pieces, none of them whole. */
export function* readLines(
  file: number,
  from = 0,
  to = fstatSync(file).size,
): Generator<EntryLine, void, undefined> {
  let kept = Buffer.alloc(0);
  let begin = from;
  for (let at = from; at < to;) {
    const piece = Buffer.alloc(Math.min(pieceBytes, to - at));
    const count = readSync(file, piece, 0, piece.length, at);
    if (count === 0) break;
    at += count;
    kept = Buffer.concat([kept, piece.subarray(0, count)]);
    let start = 0;
    for (let feed = kept.indexOf(lineFeed); feed >= 0; feed = kept.indexOf(lineFeed, start)) {
      const bytes = kept.subarray(start, feed);
      yield { begin, end: begin + bytes.length, bytes, isWhole: true };
      begin += bytes.length + 1;
      start = feed + 1;
    }
    kept = kept.subarray(start);
    if (kept.length > maxLineBytes) {
      yield { begin, end: begin + kept.length, bytes: kept, isWhole: false };
      begin += kept.length;
      kept = Buffer.alloc(0);
    }
  }
  if (kept.length > 0) yield { begin, end: begin + kept.length, bytes: kept, isWhole: false };
}

/** Null where no line has that number, or the file is not in order. */
export function findLine(file: number, number: number): EntryLine | null {
  let low = 0;
  let high = fstatSync(file).size;
  while (high - low > pieceBytes) {
    const middle = Math.floor((low + high) / 2);
    const line = lineAfter(file, middle, high);
    const found = line && lineNumber(line.bytes);
    if (line === null || line.begin >= high) high = middle;
    else if (found === null) return null;
    else if (found === number) return line;
    else if (found < number) low = line.end + 1;
    else high = middle;
  }
  // the line that holds byte `high` may be the one
  for (const line of readLines(file, low)) {
    const found = lineNumber(line.bytes);
    if (found === number) return line.isWhole ? line : null;
    if (found === null || found > number) return null;
  }
  return null;
}

/** The first line that begins after `offset`. */
function lineAfter(file: number, offset: number, to: number): EntryLine | null {
  const lines = readLines(file, offset, Math.min(fstatSync(file).size, to + maxLineBytes));
  const first = lines.next();
  const second = lines.next();
  return first.done || !first.value.isWhole || second.done ? null : second.value;
}
