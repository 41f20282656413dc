// Opens HTML: its tables with headings as records, the rest as running text.
// In: bytes, in the encoding that a byte order mark or the page states. Nothing that the page refers to is fetched.

import type { OpenStream } from '../unpack/unpack-sink.ts';
import { createDecodeRaw } from './decode-raw.ts';
import { createHtmlText } from './html-text.ts';
import { createMarkupTokenizer } from './markup-tokenizer.ts';
import { parsePieces } from './parse-pieces.ts';
import { openRawPieces } from './raw-pieces.ts';
import { createSinkQueue } from './sink-queue.ts';

export const openHtml: OpenStream = async (stream, sink, options) => {
  const { charset, offset, pieces } = await openRawPieces(stream, declaredCharset);
  const queue = createSinkQueue(sink);
  const text = createHtmlText(queue, createDecodeRaw(charset, 'html'));
  const tokenizer = createMarkupTokenizer('html', text, offset);
  const parser = {
    write: (piece: string) => tokenizer.write(piece),
    end() {
      tokenizer.end();
      text.end();
    },
  };
  await parsePieces(pieces, parser, queue, options.signal);
};

function declaredCharset(head: string): string | null {
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/iu.exec(head)?.[1] ?? null;
}
