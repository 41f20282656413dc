import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces } from './archives.fixture.ts';
import { createByteFeed, takeLimitBytes } from './byte-feed.ts';

describe('a feed of bytes', () => {
  it('gives the same bytes however the stream was cut and however they are taken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 })), { maxLength: 30 }),
        async (bytes, size, steps) => {
          const feed = createByteFeed(inPieces(bytes, () => size));
          const taken: Uint8Array[] = [];
          for (const [whole, count] of steps) {
            const first = await feed.take(count);
            feed.giveBack(first);
            const again = await (whole ? feed.take(count) : feed.some(count));
            taken.push(again);
            expect([...again]).toEqual([...first.subarray(0, again.length)]);
            expect(again.length > 0 && (!whole || again.length === first.length)).toBe(first.length > 0);
          }
          const at = feed.offset();
          expect(Buffer.concat(taken).equals(bytes.subarray(0, at))).toBe(true);
          expect(await feed.skip(1000)).toBe(bytes.length - at);
        },
      ),
    );
  });

  it('holds no more than its limit, whatever is asked for', async () => {
    const feed = createByteFeed(inPieces(Buffer.from('rows'), () => 4));
    await expect(feed.take(takeLimitBytes + 1)).rejects.toThrow('too many');
  });

  it('ends the stream that it reads', async () => {
    let ended = false;
    const feed = createByteFeed(
      (async function* () {
        try {
          yield Buffer.from('rows');
          yield Buffer.from('more');
        } finally {
          ended = true;
        }
      })(),
    );
    await feed.take(2);
    await feed.close();
    expect(ended).toBe(true);
  });
});
