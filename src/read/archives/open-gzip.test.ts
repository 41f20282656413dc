import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeStream, type Seen } from './archives.fixture.ts';
import { openGzip } from './open-gzip.ts';

/** Half of it cannot be packed, so that the file is read in several pieces. */
const plain = Buffer.concat([randomBytes(150_000), Buffer.alloc(400_000, 'row '), randomBytes(50_000)]);
const packed = gzipSync(plain);

function only(seen: Seen): Seen['members'][number] {
  expect(seen.members).toHaveLength(1);
  expect(seen.fault).toBe(null);
  return seen.members[0] ?? { path: '?', bytes: Buffer.alloc(0), fault: null };
}

describe('a gzip file', () => {
  it('is one member without a name of its own', async () => {
    const { path, bytes, fault } = only(await seeStream(openGzip, packed));
    expect(path).toBe('');
    expect(fault).toBe(null);
    expect(bytes.equals(plain)).toBe(true);
  });

  it('is the same in pieces of any size', async () => {
    const small = gzipSync(plain.subarray(149_000, 152_000));
    const several = Buffer.concat([small, gzipSync(''), small, Buffer.alloc(7)]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 999 }), async (size) => {
        const { bytes, fault } = only(await seeStream(openGzip, several, () => size));
        expect(fault).toBe(null);
        expect(bytes.length).toBe(6000);
      }),
      { numRuns: 20 },
    );
  });

  it('with a name, a comment, an extra field and a checksum in its header is read all the same', async () => {
    const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3]);
    const fields = Buffer.concat([
      Buffer.from([3, 0, 1, 2, 3]),
      Buffer.from('name\0comment\0'),
      Buffer.from([9, 9]),
    ]);
    const whole = Buffer.concat([header, fields, gzipSync('row').subarray(10)]);
    for (const size of [1, 100]) {
      expect(only(await seeStream(openGzip, whole, () => size)).bytes.toString()).toBe('row');
    }
  });

  it.each([
    ['a word', 'something else'],
    ['what looks like a member', '\u001f\u008bno member'],
    ['one byte', 'x'],
    ['much', 'x'.repeat(100_000)],
    ['zeros and then a word', `${'\0'.repeat(37)}word`],
  ])('with %s after it gives all of what stands before that, then the fault', async (_, garbage) => {
    const seen = await seeStream(openGzip, Buffer.concat([packed, Buffer.from(garbage, 'latin1')]));
    const { bytes, fault } = only(seen);
    expect(fault).toContain('is followed by bytes that are not gzip');
    expect(bytes.equals(plain)).toBe(true);
  });

  it.each([30_000, 8, 1])(
    'that lacks its last %d bytes gives what can be unpacked, then the fault',
    async (cut) => {
      const { bytes, fault } = only(await seeStream(openGzip, packed.subarray(0, packed.length - cut)));
      expect(fault).toContain('is cut off');
      expect(bytes.length).toBeGreaterThan(plain.length - cut - 1000);
      expect(bytes.equals(plain.subarray(0, bytes.length))).toBe(true);
    },
  );

  it('whose checksum is wrong gives its contents and says so', async () => {
    const wrong = Buffer.from(packed);
    wrong.writeUInt32LE(0, wrong.length - 8);
    const { bytes, fault } = only(await seeStream(openGzip, wrong));
    expect(fault).toContain('does not match its checksum');
    expect(bytes.equals(plain)).toBe(true);
  });

  it('that was overwritten gives what stands well before the damage', async () => {
    const hurt = Buffer.from(packed);
    hurt.fill(0xff, 100_000, 100_100);
    const { bytes, fault } = only(await seeStream(openGzip, hurt));
    expect(fault).not.toBe(null);
    expect(bytes.length).toBeGreaterThan(60_000);
    expect(bytes.subarray(0, 60_000).equals(plain.subarray(0, 60_000))).toBe(true);
  });

  it.each(['', '\u001f', '\u001f\u008b', '\u001f\u008b\u0008', '\u001f\u008b\u0008\u0004\0\0\0\0\0\0\u0009'])(
    'of %j is told, not read',
    async (text) => {
      const { bytes, fault } = only(await seeStream(openGzip, Buffer.from(text, 'latin1')));
      expect(bytes.length).toBe(0);
      expect(fault).not.toBe(null);
    },
  );
});
