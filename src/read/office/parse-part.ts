// Goes through one XML part of an office document. In: its bytes. Out: tokens to a handler, and what the
// handler found to the sink, piece by piece.

import { createDecodeRaw, type DecodeRaw } from '../markup/decode-raw.ts';
import { createMarkupTokenizer, type MarkupHandler } from '../markup/markup-tokenizer.ts';
import { parsePieces } from '../markup/parse-pieces.ts';
import { openRawPieces } from '../markup/raw-pieces.ts';
import type { SinkQueue } from '../markup/sink-queue.ts';

export interface PartHandler extends Omit<MarkupHandler, 'comment'> {
  end(): void;
}

/** Parts are UTF-8 by their standards; UTF-16 has its mark. */
export const decodePart: DecodeRaw = createDecodeRaw('windows-1252', 'xml');

export async function parsePart(
  bytes: AsyncIterable<Uint8Array>,
  handler: PartHandler,
  queue: SinkQueue,
  signal?: AbortSignal,
): Promise<void> {
  const { pieces } = await openRawPieces(bytes, () => null);
  const tokenizer = createMarkupTokenizer('xml', { ...handler, comment: () => {} });
  const parser = {
    write: (piece: string) => tokenizer.write(piece),
    end() {
      tokenizer.end();
      handler.end();
    },
  };
  await parsePieces(pieces, parser, queue, signal);
}
