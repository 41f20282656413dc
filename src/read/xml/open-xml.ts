// Opens XML: rows where elements repeat, running text where they do not.
// In: bytes in any encoding. Out: tables, records and text. No entity is expanded but the five of XML and
// character references, no DTD and nothing outside the file is ever read.

import { createDecodeRaw } from '../markup/decode-raw.ts';
import { createMarkupTokenizer } from '../markup/markup-tokenizer.ts';
import { parsePieces } from '../markup/parse-pieces.ts';
import { openRawPieces } from '../markup/raw-pieces.ts';
import { createSinkQueue } from '../markup/sink-queue.ts';
import type { OpenStream } from '../unpack/unpack-sink.ts';
import { createXmlRows } from './xml-rows.ts';

export const openXml: OpenStream = async (stream, sink, options) => {
  const { charset, offset, pieces } = await openRawPieces(stream, declaredEncoding);
  const queue = createSinkQueue(sink);
  const rows = createXmlRows(queue, createDecodeRaw(charset, 'xml'));
  const tokenizer = createMarkupTokenizer('xml', rows, offset);
  const parser = {
    write: (piece: string) => tokenizer.write(piece),
    end() {
      tokenizer.end();
      rows.end();
    },
  };
  await parsePieces(pieces, parser, queue, options.signal);
};

function declaredEncoding(head: string): string | null {
  return /^\s*<\?xml[^>]*?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/u.exec(head)?.[1] ?? null;
}
