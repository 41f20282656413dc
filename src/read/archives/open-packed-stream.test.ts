import { describe, expect, it } from 'vitest';
import { inPieces, linesOf, noOptions, quietSink, packedOne, seeStream } from './archives.fixture.ts';
import { openBzip2 } from './open-bzip2.ts';
import { openXz } from './open-xz.ts';

const plain = Array.from({ length: 60_000 }, (_, i) => `row ${(i * 7919) % 60_013}`).join('\n');

describe.each([
  ['xz', openXz, ['-txz', '-m0=lzma2:d64k']],
  ['bzip2', openBzip2, ['-tbzip2', '-mx1']],
] as const)('an %s file', (name, open, args) => {
  const packing = packedOne(`a.${name}`, args, { 'a.txt': plain });
  const small = packedOne(`b.${name}`, args, { 'b.txt': 'small' });

  it('is one member without a name of its own', async () => {
    const seen = await seeStream(open, await packing);
    expect(seen.members.map(({ path, fault }) => [path, fault])).toEqual([['', null]]);
    expect(seen.members[0]?.bytes.toString()).toBe(plain);
    expect(seen.fault).toBe(null);
  });

  it('of several streams is all of them, in pieces of any size', async () => {
    const whole = Buffer.concat([await small, await small]);
    for (const size of [1, 5, 64, 1000]) {
      expect(linesOf(await seeStream(open, whole, () => size))).toEqual([': smallsmall']);
    }
  });

  it('with something after it gives all of what stands before that, then the fault', async () => {
    const seen = await seeStream(open, Buffer.concat([await small, Buffer.from('something else')]));
    expect(seen.members[0]?.bytes.toString()).toBe('small');
    expect(seen.members[0]?.fault).toContain('is followed by other bytes');
  });

  it('that is cut off gives what can be unpacked, then the fault', async () => {
    const whole = await packing;
    const seen = await seeStream(open, whole.subarray(0, whole.length / 2));
    const bytes = seen.members[0]?.bytes ?? Buffer.alloc(0);
    expect(bytes.length).toBeGreaterThan(plain.length / 10);
    expect(plain.startsWith(bytes.toString())).toBe(true);
    expect(seen.members[0]?.fault).toContain('is cut off');
  });

  it('that is none after all is told', async () => {
    const seen = await seeStream(open, Buffer.from('nothing of the kind'));
    expect(linesOf(seen)).toHaveLength(1);
    expect(linesOf(seen)[0]).toContain('is damaged');
  });

  it('is handed over once, and may be left when nobody wants more of it', async () => {
    let opened = 0;
    const bytes = await packing;
    const sink = quietSink({
      member: async (member) => {
        for await (const _ of member.stream()) {
          opened += 1;
          break;
        }
      },
    });
    await open(
      inPieces(bytes, () => 1000),
      sink,
      noOptions,
    );
    expect(opened).toBe(1);
  });
});
