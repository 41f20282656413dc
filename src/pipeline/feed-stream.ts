// A compressed or oddly encoded input as a stream of UTF-8 bytes, for a worker's pipe.
// In: the input's path. Out: chunks; and, after them, what went wrong, if anything: all that came before is kept.

import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { FoundInput } from './find-inputs.ts';

export interface StreamOutcome {
  /** Unpacked bytes handed over. */
  bytes: number;
  /** Why the stream ended early, or null. */
  broken: string | null;
}

const chunkBytes = 1 << 20;

export async function* streamInput(input: FoundInput, outcome: StreamOutcome): AsyncGenerator<Uint8Array> {
  const decoder = input.recode ? new TextDecoder(input.recode) : null;
  const encoder = new TextEncoder();
  try {
    for await (const chunk of openStream(input)) {
      const bytes = decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
      outcome.bytes += bytes.length;
      yield bytes;
    }
  } catch (error) {
    outcome.broken = brokenReason(error as NodeJS.ErrnoException);
  }
}

function openStream(input: FoundInput): AsyncIterable<Uint8Array> {
  const file = createReadStream(input.path, { highWaterMark: chunkBytes });
  if (input.compression === null) return file;
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  file.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => file.destroy());
  return file.pipe(gunzip);
}

function brokenReason(error: NodeJS.ErrnoException): string {
  if (error.code === 'Z_BUF_ERROR') return 'the gzip file is cut off';
  if (error.code?.startsWith('Z_')) return 'the gzip file is damaged or has something else after its end';
  return `the file cannot be read to its end (${error.code ?? 'unknown error'})`;
}
