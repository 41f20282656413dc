// The data of one entry: chunks with their lengths, together one packed stream or the bytes themselves.
// In: a cursor at the first chunk. Out: the bytes, in pieces. Where the packed stream is damaged it ends with what
// could be had, and the cursor still comes to stand after the last chunk, so that the next entry can be read.

import { createInflate, createZstdDecompress } from 'node:zlib';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { ArchiveCursor } from './archive-cursor.ts';
import type { Packing } from './read-contents.ts';

/** Packed bytes given to the decompressor at once: zlib makes at most a thousand times as much of them. */
const pieceBytes = 16 << 10;

/** The bytes of the chunks; throws where a length cannot be. */
export function* chunksOf(cursor: ArchiveCursor): Generator<Uint8Array> {
  for (;;) {
    const length = cursor.int();
    if (length < 0 || length > cursor.left)
      throw new UnreadableError(`the archive of pg_dump is damaged at offset ${cursor.offset}`);
    if (length === 0) return;
    for (let left = length; left > 0;) {
      const part = cursor.some(Math.min(left, pieceBytes));
      left -= part.length;
      yield part;
    }
  }
}

/** `onDamage` is told once where the packed stream breaks off. */
export async function* unpackChunks(
  cursor: ArchiveCursor,
  packing: Packing,
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  const chunks = chunksOf(cursor);
  if (packing === 'none') {
    for (const chunk of chunks) yield chunk.slice();
    return;
  }
  const stream = packing === 'zlib' ? createInflate() : createZstdDecompress();
  const ready: Uint8Array[] = [];
  let isBroken = false;
  let isEmpty = true;
  stream.on('data', (data: Uint8Array) => ready.push(data));
  stream.on('error', () => (isBroken = true));
  // a write that fails is never answered: the stream closes instead
  let wake: (() => void) | null = null;
  stream.on('close', () => wake?.());
  try {
    for (const chunk of chunks) {
      isEmpty = false;
      if (isBroken) continue;
      await new Promise<void>((done) => {
        wake = done;
        stream.write(chunk.slice(), () => done());
      });
      yield* ready.splice(0);
    }
    if (!isBroken && !isEmpty) {
      await new Promise<void>((done) => {
        wake = done;
        if (stream.closed) done();
        else stream.end();
      });
      yield* ready.splice(0);
    }
    if (isBroken) onDamage();
  } finally {
    stream.destroy();
  }
}
