// In which line a refusal is. In: refusals with their offsets. Out: one of each kind, the first ones with the line, for
// which the file is read once more up to there.

import { createReadStream } from 'node:fs';
import { unpackGzip } from '../../../read/index.ts';
import { grouped, type Refusal } from './refusal.ts';

/** So many are shown. */
export const refusalsShown = 20;

export async function withLines(
  found: readonly Refusal[],
  isPacked: (path: string) => boolean,
): Promise<Refusal[]> {
  const refusals = grouped(found);
  const shown = refusals.slice(0, refusalsShown);
  const told = new Map<Refusal, number>();
  for (const [path, own] of Map.groupBy(shown, ({ file }) => file)) {
    const wanted = own.filter(({ offset }) => offset !== null).toSorted((a, b) => a.offset! - b.offset!);
    if (wanted.length === 0) continue;
    const stream = createReadStream(path);
    let from = 0;
    let line = 1;
    for await (const piece of isPacked(path) ? unpackGzip(stream) : stream) {
      const bytes = piece as Uint8Array;
      let at = 0;
      for (; wanted.length > 0 && wanted[0]!.offset! < from + bytes.length; wanted.shift()) {
        const until = wanted[0]!.offset! - from;
        line += lineEnds(bytes, at, until);
        at = until;
        told.set(wanted[0]!, line);
      }
      if (wanted.length === 0) break;
      line += lineEnds(bytes, at, bytes.length);
      from += bytes.length;
    }
    for (const refusal of wanted) told.set(refusal, line);
  }
  return refusals.map((refusal) => ({ ...refusal, line: told.get(refusal) ?? null }));
}

function lineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(newline, from); at >= 0 && at < to; at = bytes.indexOf(newline, at + 1))
    count++;
  return count;
}

const newline = 0x0a;
