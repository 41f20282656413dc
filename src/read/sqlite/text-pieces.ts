// Gathers the text of many small places into few pieces. In: text with the place it stood at. Out: one skipped
// place for many that lie behind each other and have the same reason.

import type { UnpackSink } from '../unpack/unpack-sink.ts';

/** Text is handed over in pieces of about this many characters. */
const pieceChars = 256 << 10;

export interface TextPieces {
  /** `bytes`: of the place; 0 where it is counted otherwise. */
  add(offset: number, bytes: number, text: string): void;
  end(): void;
}

export function createTextPieces(sink: UnpackSink, reason: string): TextPieces {
  let firstAt = 0;
  let bytes = 0;
  let chars = 0;
  let texts: string[] = [];
  const pieces: TextPieces = {
    add(offset, length, text) {
      if (text === '') return;
      if (texts.length === 0) firstAt = offset;
      texts.push(text);
      bytes += length;
      chars += text.length;
      if (chars >= pieceChars) pieces.end();
    },
    end() {
      if (texts.length === 0) return;
      sink.skipped(firstAt, bytes, reason, texts.join('\n'));
      [bytes, chars, texts] = [0, 0, []];
    },
  };
  return pieces;
}
