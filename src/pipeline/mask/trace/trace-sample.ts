// `tocsin mask trace`: whose masked copy a found file is, or that it is real. In: paths, or bytes as they come, and the keys for
// masking that are known. Out: the result. Reads once, a few megabytes at a time; keeps nothing of it.

import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TocsinError } from '../../../base/index.ts';
import { unpackGzip } from '../../../read/index.ts';
import type { MaskKeyList } from '../../../store/index.ts';
import { createTracer, type Tracer } from './create-tracer.ts';
import { traceResult, type TraceResult } from './trace-result.ts';

export interface TraceOptions {
  keys: MaskKeyList['keys'];
  signal?: AbortSignal;
  onRead?: (bytes: number) => void;
}

/** `sample`: a file, a folder, or a stream. Throws INPUT_NOT_FOUND, INPUT_UNREADABLE, INTERRUPTED. */
export async function traceSample(
  sample: string | AsyncIterable<Uint8Array>,
  { keys, signal, onRead = () => undefined }: TraceOptions,
): Promise<TraceResult> {
  const tracer = createTracer(keys);
  for (const [stream, name] of streamsOf(sample)) {
    try {
      await feedStream(tracer, stream, { signal, onRead });
    } catch (cause) {
      if (cause instanceof TocsinError) throw cause;
      throw new TocsinError('INPUT_UNREADABLE', `cannot read ${name}`, { cause });
    }
  }
  return traceResult(
    tracer.tally,
    keys.reduce((sum, { recipients }) => sum + recipients.length, 0),
  );
}

function* streamsOf(
  sample: string | AsyncIterable<Uint8Array>,
): Generator<[stream: AsyncIterable<Uint8Array>, name: string]> {
  if (typeof sample !== 'string') yield [sample, 'the sample'];
  else
    for (const file of filesOf(sample)) yield [createReadStream(file, { highWaterMark: pieceBytes }), file];
}

function filesOf(sample: string): string[] {
  const stats = statSync(sample, { throwIfNoEntry: false });
  if (!stats) throw new TocsinError('INPUT_NOT_FOUND', `there is no ${sample}`);
  if (!stats.isDirectory()) return [sample];
  return readdirSync(sample, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

const pieceBytes = 1 << 20;
/** What stands across the end of a piece waits for the next: longer than any address or number. */
const longestWord = 4096;

async function feedStream(
  tracer: Tracer,
  stream: AsyncIterable<Uint8Array>,
  { signal, onRead }: { signal: AbortSignal | undefined; onRead: (bytes: number) => void },
): Promise<void> {
  let left = new Uint8Array(0);
  for await (const piece of inClear(stream)) {
    if (signal?.aborted) throw new TocsinError('INTERRUPTED', 'stopped while the sample was read');
    const bytes = left.length === 0 ? piece : Buffer.concat([left, piece]);
    const cut = lastBreak(bytes);
    tracer.feed(bytes, 0, cut);
    left = Uint8Array.from(bytes.subarray(cut));
    onRead(piece.length);
  }
  tracer.feed(left, 0, left.length);
}

/** Behind the last byte near the end that no address and no number holds; the end where there is none. */
function lastBreak(bytes: Uint8Array): number {
  const least = Math.max(0, bytes.length - longestWord);
  for (let at = bytes.length; at > least; at--) if (isBreak(bytes[at - 1]!)) return at;
  return least === 0 ? 0 : bytes.length;
}

/** A line end, a comma, a quote: numbers may hold blanks. */
function isBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x2c || byte === 0x27 || byte === 0x22 || byte === 0x3b;
}

/** Unpacked where it is packed with gzip, in UTF-8 where it is in UTF-16. */
async function* inClear(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  let ended = false;
  while (first.length < 2 && !ended) {
    const next = await pieces.next();
    if (next.done) ended = true;
    else first = Buffer.concat([first, next.value]);
  }
  const rest = joined(first, pieces);
  const [one, two] = first;
  if (one === 0x1f && two === 0x8b) yield* unpackGzip(rest);
  else if ((one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff))
    yield* recoded(rest, one === 0xff ? 'utf-16le' : 'utf-16be');
  else yield* rest;
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* recoded(stream: AsyncIterable<Uint8Array>, charset: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset);
  for await (const piece of stream) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}
