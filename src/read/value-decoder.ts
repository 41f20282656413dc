// The decoder that a reader lends to whoever looks at values: escapes off, text in UTF-8.
// In: spans of values as the file writes them. Out: spans of decoded bytes, in place or in scratch.

import { isUtf8, transcodingTable } from './charset.ts';
import type { Decoded, Notation } from './notation.ts';

export interface ValueDecoderOptions {
  notation: Notation;
  /** MySQL's name of the set the file is in where it is not UTF-8. */
  charset: string;
  scratch: number;
  scratchBytes: number;
}

export interface ValueDecoder {
  /** How the values that follow are written. */
  notation: Notation;
  /** MySQL's name of the set the file is in where it is not UTF-8. */
  charset: string;
  /** Decodes the value at `from`..`to`; false for NULL. */
  decode: (from: number, to: number, decoded: { start: number; end: number }) => boolean;
}

/** A quarter of the scratch takes escapes off, the rest is for text that grows up to threefold in UTF-8. */
export function createValueDecoder(bytes: Uint8Array, options: ValueDecoderOptions): ValueDecoder {
  const { scratch } = options;
  const plainBytes = Math.floor(options.scratchBytes / 4);
  const utf8At = scratch + plainBytes;
  const state: Decoded = { start: 0, end: 0, wide: false };

  const decoder: ValueDecoder = {
    notation: options.notation,
    charset: options.charset,
    decode(from, to, decoded) {
      if (!decoder.notation.decode(bytes, from, to, scratch, plainBytes, state)) return false;
      decoded.start = state.start;
      decoded.end = state.end;
      if (!state.wide || isUtf8(bytes, state.start, state.end)) return true;
      const table = transcodingTable(decoder.charset);
      let out = utf8At;
      const last = Math.min(state.end, state.start + plainBytes);
      for (let p = state.start; p < last; p++) {
        const packed = table[bytes[p]!]!;
        for (let i = 0; i < packed >>> 24; i++) bytes[out++] = (packed >>> (i * 8)) & 0xff;
      }
      decoded.start = utf8At;
      decoded.end = out;
      return true;
    },
  };
  return decoder;
}
