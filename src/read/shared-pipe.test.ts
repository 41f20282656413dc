import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createPipeMemory, openPipeSource, pipeBytes, resetPipe, writeToPipe } from './shared-pipe.ts';

/** A thread that reads pipes: to their end, or to `stopAfter` bytes and closes them; tells a digest of what it read. */
const readingThread = `
const { parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
import(${JSON.stringify(new URL('./shared-pipe.ts', import.meta.url).href)}).then(({ openPipeSource }) => {
  parentPort.on('message', ({ memory, readBytes, stopAfter }) => {
    const source = openPipeSource(memory);
    const target = new Uint8Array(readBytes + 16);
    const hash = createHash('sha256');
    let bytes = 0;
    for (let count; bytes < stopAfter && (count = source.read(bytes, target, 8, readBytes)) > 0; bytes += count) {
      hash.update(target.subarray(8, 8 + count));
    }
    source.close();
    parentPort.postMessage({ bytes, digest: hash.digest('hex') });
  });
  parentPort.postMessage('ready');
});`;
const worker = new Worker(readingThread, { eval: true });
const ready = once(worker, 'message');
afterAll(() => worker.terminate());

async function* inChunks(data: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let from = 0, i = 0; from < data.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield data.subarray(from, from + size);
    from += size;
  }
}

async function pass(
  memory: SharedArrayBuffer,
  data: Uint8Array,
  sizes: number[],
  readBytes: number,
  stopAfter = Infinity,
) {
  await ready;
  const answer = once(worker, 'message');
  worker.postMessage({ memory, readBytes, stopAfter });
  await writeToPipe(memory, inChunks(data, sizes));
  return (await answer)[0] as { bytes: number; digest: string };
}

const digestOf = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
const made = (length: number) => Uint8Array.from({ length }, (_, i) => (i ^ (i >> 8) ^ (i >> 16)) & 0xff);

describe('a pipe between threads', () => {
  it('gives the bytes that were written, in order, whatever the sizes of writes and reads', async () => {
    const memory = createPipeMemory();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60_000),
        fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 50, max: 70_000 }),
        async (length, sizes, readBytes) => {
          const data = made(length);
          resetPipe(memory);
          expect(await pass(memory, data, sizes, readBytes)).toEqual({
            bytes: length,
            digest: digestOf(data),
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds back a writer that is faster, round and round its memory', async () => {
    const data = made(pipeBytes * 3 + 12_345);
    expect(await pass(createPipeMemory(), data, [pipeBytes + 77, 1 << 20], 100_000)).toEqual({
      bytes: data.length,
      digest: digestOf(data),
    });
  });

  it('passes on what came before a source broke, and then the fault', async () => {
    const memory = createPipeMemory();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('dear');
      throw new Error('broken');
    }
    await expect(writeToPipe(memory, broken())).rejects.toThrow('broken');
    const source = openPipeSource(memory);
    const target = Buffer.alloc(8);
    expect(source.read(0, target, 0, 8)).toBe(4);
    expect(source.read(4, target, 0, 8)).toBe(0);
  });

  it('lets the writer go when the reader closes it, and its source with it', async () => {
    const memory = createPipeMemory();
    await ready;
    const answer = once(worker, 'message');
    worker.postMessage({ memory, readBytes: 1_000, stopAfter: 2_000 });
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(1 << 20);
      } finally {
        isClosed = true;
      }
    }
    await writeToPipe(memory, endless());
    expect(isClosed).toBe(true);
    expect((await answer)[0]).toMatchObject({ bytes: 2_000 });
  });

  it('whose counters wrap round goes on', async () => {
    const memory = createPipeMemory();
    const control = new Int32Array(memory, 0, 4);
    const nearWrap = 2 ** 31 - 1_000;
    control[0] = nearWrap;
    control[1] = nearWrap;
    const data = made(5_000);
    expect(await pass(memory, data, [700], 999)).toEqual({ bytes: 5_000, digest: digestOf(data) });
  });
});
