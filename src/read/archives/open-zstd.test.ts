import { randomBytes } from 'node:crypto';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { linesOf, seeStream } from './archives.fixture.ts';
import { openZstd } from './open-zstd.ts';

const frame = zstdCompressSync('rows and ');
const skippable = Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

describe('a zstd file', () => {
  it('of several frames, some to be skipped, is all of them in pieces of any size', async () => {
    const whole = Buffer.concat([skippable, frame, skippable, frame, zstdCompressSync('rows')]);
    for (const size of [1, 2, 7, 13, 1000]) {
      expect(linesOf(await seeStream(openZstd, whole, () => size))).toEqual([': rows and rows and rows']);
    }
  });

  it('that is larger than what is read at a time is whole', async () => {
    const plain = randomBytes(300_000);
    const seen = await seeStream(openZstd, zstdCompressSync(plain));
    expect(seen.members[0]?.bytes.equals(plain)).toBe(true);
    expect(seen.members[0]?.fault).toBe(null);
  });

  it.each([
    [
      'followed by something else',
      Buffer.concat([frame, Buffer.from('something else')]),
      'is followed by bytes that are not zstd',
    ],
    ['cut off', frame.subarray(0, -4), 'is cut off'],
    ['cut off in its first bytes', frame.subarray(0, 3), 'is not zstd after all'],
  ])('%s gives what stands before that, then the fault', async (_, bytes, fault) => {
    const seen = await seeStream(openZstd, bytes);
    expect(seen.members[0]?.fault).toContain(fault);
    expect('rows and ').toContain(seen.members[0]?.bytes.toString());
  });
});
