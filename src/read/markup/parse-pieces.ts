// Drives a parser over the pieces of a file: each piece, then what it gave to the sink.
// A file that ends in a fault gives everything that came before the fault, and then the fault.

import { UnreadableError } from '../unpack/unreadable-error.ts';
import type { SinkQueue } from './sink-queue.ts';

export interface PieceParser {
  write(piece: string): void;
  end(): void;
}

export async function parsePieces(
  pieces: AsyncIterable<string>,
  parser: PieceParser,
  queue: SinkQueue,
  signal?: AbortSignal,
): Promise<void> {
  let failure: UnreadableError | null = null;
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      parser.write(piece);
      await queue.flush();
    }
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    failure = error;
  }
  parser.end();
  await queue.flush();
  if (failure !== null) throw failure;
}
