// Seals a stream to recipients: what comes out is one age file, which any tool of that format opens. In: bytes in
// pieces, and whom to seal to. Out: sealed bytes in pieces of at most a megabyte and a chunk, each asked for before the
// next one is made.

import { randomBytes } from 'node:crypto';
import { ChunkSealer, streamKey, streamNonceBytes } from '../../base/index.ts';
import { makeHeader } from './age-header.ts';
import type { AgeRecipient } from './age-recipients.ts';

const pieceBytes = 1 << 20;

export interface AgeSealer {
  /** Comes first. */
  header: Buffer;
  push(bytes: Uint8Array): Buffer;
  /** Comes last. */
  end(): Buffer;
}

/** For whoever writes by himself. */
export async function createSealer(recipients: AgeRecipient[]): Promise<AgeSealer> {
  const { header, fileKey } = await makeHeader(recipients);
  const nonce = randomBytes(streamNonceBytes);
  const sealer = new ChunkSealer(streamKey(fileKey, nonce));
  fileKey.fill(0);
  return {
    header: Buffer.concat([header, nonce]),
    push: (bytes) => sealer.push(bytes),
    end: () => sealer.end(),
  };
}

/** Throws RECIPIENT where there is nobody to seal to. */
export async function* sealStream(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: AgeRecipient[],
): AsyncGenerator<Buffer, void, undefined> {
  const sealer = await createSealer(recipients);
  yield sealer.header;
  for await (const bytes of content) {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      const sealed = sealer.push(bytes.subarray(from, from + pieceBytes));
      if (sealed.length > 0) yield sealed;
    }
  }
  yield sealer.end();
}
