// One age file, there whole or not at all. In: a path, content in pieces, whom to seal to. Out: how large it is and its
// SHA-256. Nothing of the content is in any file but under its seal.

import { createHash } from 'node:crypto';
import { WholeFile } from '../../base/files/index.ts';
import type { AgeRecipient } from './age-recipients.ts';
import { sealStream } from './seal-stream.ts';

export interface SealToFileOptions {
  signal?: AbortSignal;
  /** Given each piece of the sealed file as it is written. */
  onPiece?: (sealed: Uint8Array) => void;
}

export interface SealedAs {
  /** Of the sealed file. */
  bytes: number;
  sha256: string;
}

/** Throws RECIPIENT, what the content throws, what the file system says; then nothing has changed. */
export async function sealToFile(
  path: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  recipients: AgeRecipient[],
  { signal, onPiece }: SealToFileOptions = {},
): Promise<SealedAs> {
  using file = new WholeFile(path);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const sealed of sealStream(content, recipients)) {
    signal?.throwIfAborted();
    file.write(sealed);
    hash.update(sealed);
    onPiece?.(sealed);
    bytes += sealed.length;
  }
  file.keepAs(path);
  return { bytes, sha256: hash.digest('hex') };
}
