// Frames out of a stream of bytes cut anywhere. In: chunks. Out: notes whole, data in pieces as they come, each
// piece as data of its own, so that nothing has to be held until a frame is complete.

import { leafFrame, leafHeadBytes, maxLeafFrameBytes } from './leaf-frames.ts';

export interface Frame {
  kind: number;
  body: Uint8Array;
}

export async function* splitFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  let dataLeft = 0;
  for await (const chunk of source) {
    let bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    for (;;) {
      if (dataLeft > 0) {
        const piece = bytes.subarray(0, dataLeft);
        if (piece.length > 0) yield { kind: leafFrame.data, body: piece };
        dataLeft -= piece.length;
        bytes = bytes.subarray(piece.length);
        if (dataLeft > 0) break;
      }
      if (bytes.length < leafHeadBytes) break;
      const length = bytes.readUInt32LE(0);
      const kind = bytes.readUInt8(4);
      if (length > maxLeafFrameBytes) throw new Error('the unpacking process wrote no frames');
      if (kind === leafFrame.data) {
        dataLeft = length;
        bytes = bytes.subarray(leafHeadBytes);
        continue;
      }
      if (bytes.length < leafHeadBytes + length) break;
      yield { kind, body: bytes.subarray(leafHeadBytes, leafHeadBytes + length) };
      bytes = bytes.subarray(leafHeadBytes + length);
    }
    held = bytes;
  }
}
