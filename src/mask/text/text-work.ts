// What the readers of one text share: how a part of it is masked, and memory for each depth. In: nothing. Out: types and
// bounds.

import { ByteSink } from '../byte-sink.ts';
import type { MethodName } from '../method.ts';
import { Edits } from './edits.ts';
import { EscapedView } from './escaped-view.ts';
import { Finds } from './finds.ts';
import { Ranges } from './ranges.ts';

/** Packed in packed, at most so deep: hostile values are not followed further, and stay text. */
export const deepestText = 6;

export interface Level {
  /** What is found at this depth where bytes had to be unpacked. */
  readonly edits: Edits;
  readonly view: EscapedView;
  readonly finds: Finds;
  /** Parts of the span that are done. */
  readonly done: Ranges;
  readonly unpacked: ByteSink;
  readonly packed: ByteSink;
}

export interface TextWork {
  readonly levels: Level[];
  /** Adds what is to be replaced in a span, in no order. */
  collect(bytes: Uint8Array, start: number, end: number, edits: Edits, depth: number): void;
  /** The same of a value that stands under a key (empty: under none): the key may tell what all of it is. */
  collectValue(key: string, bytes: Uint8Array, start: number, end: number, edits: Edits, depth: number): void;
  /** One find. */
  put(method: MethodName, bytes: Uint8Array, start: number, end: number, edits: Edits): void;
}

export function createLevels(): Level[] {
  return Array.from({ length: deepestText + 2 }, () => ({
    edits: new Edits(),
    view: new EscapedView(),
    finds: new Finds(),
    done: new Ranges(),
    unpacked: new ByteSink(1 << 10),
    packed: new ByteSink(1 << 10),
  }));
}
