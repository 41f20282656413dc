// A range of a file as a stream. In: where it begins and ends. Out: its bytes; it ends early only where the
// file does.

import type { RandomAccess } from '../random-access.ts';

const pieceBytes = 256 << 10;

export async function* fileRange(file: RandomAccess, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to;) {
    const piece = await file.read(at, Math.min(pieceBytes, to - at));
    if (piece.length === 0) return;
    at += piece.length;
    yield piece;
  }
}
