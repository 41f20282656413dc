// Bytes written one after another into one buffer that grows. In: bytes and ASCII texts. Out: a copy of its
// own, so that it can be handed to another thread.

export interface ByteWriter {
  length: () => number;
  bytes: (piece: Uint8Array) => void;
  /** One byte a sign. */
  latin1: (text: string) => void;
  utf8: (text: string) => void;
  /** What was written since; valid until the next write. */
  since: (start: number) => Uint8Array;
  /** A copy of all of it; the writer is empty then. */
  taken: () => Uint8Array<ArrayBuffer>;
  clear: () => void;
}

export function createByteWriter(firstBytes: number): ByteWriter {
  let buffer = Buffer.from(new ArrayBuffer(firstBytes));
  let at = 0;
  const room = (bytes: number) => {
    if (at + bytes <= buffer.length) return;
    const larger = Buffer.from(new ArrayBuffer(Math.max(buffer.length * 2, at + bytes)));
    larger.set(buffer.subarray(0, at));
    buffer = larger;
  };
  return {
    length: () => at,
    bytes(piece) {
      room(piece.length);
      buffer.set(piece, at);
      at += piece.length;
    },
    latin1(text) {
      room(text.length);
      at += buffer.write(text, at, 'latin1');
    },
    utf8(text) {
      room(Buffer.byteLength(text));
      at += buffer.write(text, at, 'utf8');
    },
    since: (start) => buffer.subarray(start, at),
    taken() {
      const all = new Uint8Array(at);
      all.set(buffer.subarray(0, at));
      at = 0;
      return all;
    },
    clear() {
      at = 0;
    },
  };
}
