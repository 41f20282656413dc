/*
 * The frames between the processes: however their bytes are cut, the same leaves, notes and bytes come out.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../collect-rows.fixture.ts';
import { FrameFollower } from './frame-follower.ts';
import { frameOf, leafFrame, type LeafHead } from './leaf-frames.ts';
import { LeafStream } from './leaf-stream.ts';
import { type Frame, splitFrames } from './split-frames.ts';

const headOf = (path: string): LeafHead => ({
  path,
  format: 'text',
  encoding: 'utf8',
  plan: { kind: 'document' },
  charset: 'utf8',
  continued: false,
  from: 0,
  state: '',
});

const leaves = fc.uniqueArray(
  fc.record({
    path: fc.string({ maxLength: 8 }),
    pieces: fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }),
  }),
  { maxLength: 6, selector: ({ path }) => path },
);

function framesOf(given: { path: string; pieces: Uint8Array[] }[]): Buffer {
  return Buffer.concat(
    given.flatMap(({ path, pieces }) => [
      ...frameOf(leafFrame.leaf, headOf(path)),
      ...pieces.flatMap((piece) => frameOf(leafFrame.data, piece)),
      ...frameOf(leafFrame.end, { bytes: 0, broken: null }),
    ]),
  );
}

/** Paths and bytes as a thread gets them; `greed` bytes are asked for at a time. */
function read(bytes: Uint8Array, chunkBytes: number, greed: number): [string, string][] {
  const stream = new LeafStream(memorySource(bytes, chunkBytes));
  const said: [string, string][] = [];
  for (let next = stream.next(); next; next = stream.next()) {
    if (!('leaf' in next)) continue;
    const source = stream.bytes();
    const target = new Uint8Array(greed);
    const parts: Buffer[] = [];
    for (let count; (count = source.read(0, target, 0, greed)) > 0;)
      parts.push(Buffer.from(target.slice(0, count)));
    said.push([next.leaf.path, Buffer.concat(parts).toString('hex')]);
  }
  return said;
}

async function split(bytes: Buffer, step: number): Promise<Frame[]> {
  const cut = async function* () {
    for (let p = 0; p < bytes.length; p += step) yield bytes.subarray(p, p + step);
  };
  const frames: Frame[] = [];
  for await (const frame of splitFrames(cut())) frames.push({ ...frame, body: Uint8Array.from(frame.body) });
  return frames;
}

const asGiven = (given: { path: string; pieces: Uint8Array[] }[]) =>
  given.map(({ path, pieces }) => [path, Buffer.concat(pieces).toString('hex')]);

describe('frames', () => {
  test('give the leaves that were written, however the source is cut', () => {
    fc.assert(
      fc.property(
        leaves,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        (given, chunk, greed) => {
          expect(read(framesOf(given), chunk, greed)).toEqual(asGiven(given));
        },
      ),
    );
  });

  test('are split the same way from a stream that is cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(leaves, fc.integer({ min: 1, max: 200 }), async (given, step) => {
        const frames = await split(framesOf(given), step);
        const again = Buffer.concat(frames.flatMap(({ kind, body }) => frameOf(kind, body)));
        expect(read(again, Infinity, 1000)).toEqual(asGiven(given));
      }),
    );
  });

  test('of a process that failed anywhere and of the one after it give each byte once', async () => {
    await fc.assert(
      fc.asyncProperty(leaves, fc.double({ min: 0, max: 1, noNaN: true }), async (given, part) => {
        const all = framesOf(given);
        const follower = new FrameFollower('input');
        const heard: Buffer[] = [];
        const hear = (frames: Iterable<Frame>) => {
          for (const { kind, body } of frames) heard.push(...frameOf(kind, body));
        };
        // the first process has opened the input, and ends in the middle
        hear(follower.follow({ kind: leafFrame.opening, body: Buffer.from('{"path":"input"}') }));
        for (const frame of await split(all.subarray(0, Math.floor(all.length * part)), 70))
          hear(follower.follow(frame));
        hear(follower.fail('it failed'));
        if (follower.closed.length > 0) return;
        const known = new Set(follower.known);
        const rest = framesOf(given.filter(({ path }) => !known.has(path)));
        for (const frame of await split(rest, 110)) hear(follower.follow(frame));
        const joined = new Map<string, string>();
        for (const [path, bytes] of read(Buffer.concat(heard), Infinity, 1000))
          joined.set(path, (joined.get(path) ?? '') + bytes);
        expect([...joined]).toEqual(asGiven(given));
      }),
    );
  });
});
