// A compressed or oddly encoded input as a stream of UTF-8 bytes, for a worker's pipe.
// In: the input's path. Out: chunks; and, after them, what went wrong, if anything: all that came before is kept.

import { createReadStream } from 'node:fs';
import type { FoundInput } from './find-inputs.ts';
import { lastOf } from './dump-end.ts';
import { unpackGzip } from './unpack-gzip.ts';

export interface StreamOutcome {
  /** Unpacked bytes handed over. */
  bytes: number;
  /** The last of them, at most `tailBytes`. */
  tail: Uint8Array;
  /** Why the stream ended early, or null. */
  broken: string | null;
}

/** Read at a time from a file that is not compressed. */
const plainChunkBytes = 1 << 20;

export async function* streamInput(input: FoundInput, outcome: StreamOutcome): AsyncGenerator<Uint8Array> {
  const decoder = input.recode ? new TextDecoder(input.recode) : null;
  const encoder = new TextEncoder();
  const source = input.compression
    ? unpackGzip(input.path)
    : createReadStream(input.path, { highWaterMark: plainChunkBytes });
  try {
    for await (const chunk of source) {
      const bytes = decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : (chunk as Uint8Array);
      outcome.bytes += bytes.length;
      outcome.tail = lastOf(outcome.tail, bytes);
      yield bytes;
    }
  } catch (error) {
    outcome.broken = brokenReason(error as NodeJS.ErrnoException);
  }
}

function brokenReason(error: NodeJS.ErrnoException): string {
  if (error.code === 'Z_BUF_ERROR') return 'the gzip file is cut off';
  if (error.code?.startsWith('Z_')) return 'the gzip file is damaged or has something else after its end';
  return `the file cannot be read to its end (${error.code ?? 'unknown error'})`;
}
