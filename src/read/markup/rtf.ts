// Opens RTF: its text as it reads, and the pictures in it.
// In: bytes. Out: running text and members. Embedded objects are told and not opened.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { parsePieces } from './parse-pieces.ts';
import { openRawPieces } from './raw-pieces.ts';
import { createRtfText } from './rtf-text.ts';
import { createRtfTokenizer } from './rtf-tokenizer.ts';
import { createRunningText } from './running-text.ts';
import { createSinkQueue } from './sink-queue.ts';

export const openRtf: OpenStream = async (stream, sink, options) => {
  const { pieces } = await openRawPieces(stream, () => null);
  const queue = createSinkQueue(sink);
  const running = createRunningText((offset, text) => queue.text(offset, text));
  const text = createRtfText(queue, running);
  const tokenizer = createRtfTokenizer(text);
  const parser = {
    write: (piece: string) => tokenizer.write(piece),
    end() {
      tokenizer.end();
      text.end();
      running.flush();
    },
  };
  await parsePieces(pieces, parser, queue, options.signal);
};
