// A part of a text in another notation: read into a view, searched there, and what is found put where it stands. In: a span
// and the notations. Out: edits, or nothing.

import type { Edits } from './edits.ts';
import { escapeLike } from './escape-like.ts';
import type { Ranges } from './ranges.ts';
import type { TextWork } from './text-work.ts';

/**
 * False where nothing in the span is written so. `done`: parts that are left alone, and where those that are found go.
 * `key`: what the value stands under; empty where it may be anything.
 */
export function collectView(
  work: TextWork,
  sorts: number,
  key: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  edits: Edits,
  depth: number,
  done: Ranges | null,
): boolean {
  const { view, edits: inner } = work.levels[depth]!;
  if (!view.read(bytes, start, end, sorts)) return false;
  inner.clear();
  work.collectValue(key, view.bytes, 0, view.length, inner, depth + 1);
  for (let index = 0; index < inner.count; index++) {
    const [from, to] = [inner.starts[index]!, inner.ends[index]!];
    const [placeFrom, placeTo] = [view.places[from]!, view.places[to]!];
    if (done !== null && done.touches(placeFrom, placeTo)) continue;
    done?.add(placeFrom, placeTo);
    const text = edits.texts.length;
    escapeLike(
      view.met,
      bytes,
      placeFrom,
      placeTo,
      to - from,
      inner.texts.bytes,
      inner.froms[index]!,
      inner.tos[index]!,
      edits.texts,
    );
    edits.add(placeFrom, placeTo, text);
  }
  return true;
}
