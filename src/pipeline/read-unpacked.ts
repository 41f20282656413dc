// Reads an input that comes through the pipe, leaf by leaf, each with the reader it needs.
// In: a source of frames. Out: what each leaf came to, told piece by piece; nothing of it is in doubt, as each is
// read from its beginning on. A leaf that others lie inside of is taken up again after them.

import { type ByteSource, createReader, type LeafHead, type LeafNote, LeafStream } from '../read/index.ts';
import { tailed } from './input-source.ts';
import type { OpenLeaf } from './open-leaf.ts';
import { initialState, parseReadingState, readingState } from './read-job.ts';
import { StretchSink } from './stretch-sink.ts';

/** A leaf is counted piece by piece, so that a run that is stopped has not read a large one in vain. */
const pieceBytes = 64 << 20;

export interface UnpackedReading {
  open: (head: LeafHead, source: ByteSource) => OpenLeaf;
  hear: (note: LeafNote) => void;
  /** A piece of a leaf has been read. */
  keep: (leaf: string, sink: StretchSink, tail: Uint8Array, piece: Piece) => void;
}

/** From where to where a leaf was read, and the states that hold there. */
interface Piece {
  from: number;
  end: number;
  state: string;
  lastState: string;
}

export function readUnpacked(frames: ByteSource, { open, hear, keep }: UnpackedReading): void {
  const stream = new LeafStream(frames);
  /** Leaves that others lie inside of: where they go on. */
  const left = new Map<string, { end: number; state: string }>();
  let current = '';
  for (let next = stream.next(); next; next = stream.next()) {
    hear(next);
    if ('end' in next) left.delete(current);
    if (!('leaf' in next)) continue;
    const { leaf: head } = next;
    current = head.path;
    const { end, state } = left.get(current) ?? {
      end: head.from,
      state: head.state || initialState,
    };
    left.set(current, readLeaf(head, stream.bytes(), end, state, open, keep));
  }
}

/** Reads what there is of a leaf, piece by piece; tells where it ended. */
function readLeaf(
  head: LeafHead,
  bytes: ByteSource,
  begin: number,
  beginState: string,
  open: UnpackedReading['open'],
  keep: UnpackedReading['keep'],
): { end: number; state: string } {
  const source = tailed(bytes);
  const { window, context } = open(head, source);
  let from = begin;
  let state = beginState;
  for (;;) {
    const before = parseReadingState(state);
    const sink = new StretchSink(context, before.database);
    const reader = createReader(head.plan, window, sink);
    const end = reader.read(from, from + pieceBytes, before.reader);
    const lastState = readingState(sink.currentDatabase, reader.state);
    keep(head.path, sink, source.tail(), { from, end, state, lastState });
    state = lastState;
    const isAll = window.ended && end >= window.offsetOf(window.to);
    if (isAll || end <= from) return { end, state };
    from = end;
  }
}
