import { describe, expect, it } from 'vitest';
import {
  inMemory,
  linesOf,
  noOptions,
  quietSink,
  packed,
  packedOne,
  seeFile,
  type Seen,
} from './archives.fixture.ts';
import { joinParts } from './joined-parts.ts';
import { openSevenZip } from './open-seven-zip.ts';
import { encryptedReason } from './seven-zip-messages.ts';

const files = { 'a.txt': 'rows', 'd/ä.txt': 'more', 'empty.txt': '' };
const lines = ['a.txt: rows', 'd/ä.txt: more', 'empty.txt: '];

async function sorted(seen: Promise<Seen>): Promise<string[]> {
  return linesOf(await seen).sort();
}

describe('a 7z file', () => {
  it.each([['LZMA2'], ['LZMA'], ['PPMd'], ['BZip2'], ['Deflate'], ['Copy']])(
    'packed by %s is its members',
    async (method) => {
      const bytes = await packedOne('a.7z', [`-m0=${method}`], files);
      expect(await sorted(seeFile(openSevenZip, bytes))).toEqual(lines);
    },
  );

  it.each([
    ['contents', []],
    ['contents, which are only stored,', ['-mx0']],
    ['contents and names', ['-mhe=on']],
  ])('with encrypted %s is read with the one password that fits', async (_, args) => {
    const bytes = await packedOne('a.7z', ['-psecret', ...args], files);
    expect(await sorted(seeFile(openSevenZip, bytes, ['no', 'secret', 'neither']))).toEqual(lines);
    expect(linesOf(await seeFile(openSevenZip, bytes, ['no']))).toEqual([`! ${encryptedReason}`]);
    expect(linesOf(await seeFile(openSevenZip, bytes))).toEqual([`! ${encryptedReason}`]);
  });

  it('in parts is read from them joined', async () => {
    const noise = Buffer.from(
      Array.from({ length: 40_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255),
    );
    const parts = await packed('a.7z', ['-mx0', '-v16k'], { 'a.bin': noise });
    expect(parts.size).toBe(3);
    const seen = await seeFile(openSevenZip, joinParts([...parts.values()].map(inMemory)));
    expect(seen.members[0]?.bytes.equals(noise)).toBe(true);
    expect(seen.fault).toBe(null);
  });

  it('with a damaged member tells of that one and gives the others', async () => {
    const bytes = await packedOne('a.7z', ['-mx0', '-ms=off'], { 'a.txt': 'rows', 'b.txt': 'more' });
    bytes[bytes.indexOf('rows')] = 0x78;
    const found = linesOf(await seeFile(openSevenZip, bytes));
    expect(found).toEqual([
      expect.stringMatching(/^a\.txt: xows ! does not match its checksum/u),
      'b.txt: more',
    ]);
  });

  it('that is cut off is told', async () => {
    const bytes = await packedOne('a.7z', [], files);
    const seen = await seeFile(openSevenZip, bytes.subarray(0, -10));
    expect(seen.members).toEqual([]);
    expect(seen.fault).toContain('is cut off');
  });

  it('is held up while a member is read, and ended where the sink fails', async () => {
    const bytes = await packedOne('a.7z', ['-mx0'], { 'a.txt': 'rows', 'b.txt': 'more' });
    let running = 0;
    let members = 0;
    const slow = quietSink({
      member: async () => {
        running += 1;
        members += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
      },
    });
    await openSevenZip(inMemory(bytes), slow, noOptions);
    expect(members).toBe(2);
    const full = quietSink({
      member: async () => {
        throw new Error('the sink is full');
      },
    });
    await expect(openSevenZip(inMemory(bytes), full, noOptions)).rejects.toThrow('the sink is full');
  });

  it('ends when it is told to', async () => {
    const bytes = await packedOne('a.7z', ['-mx0'], files);
    const signal = AbortSignal.abort(new Error('stopped'));
    const opening = openSevenZip(inMemory(bytes), quietSink(), { ...noOptions, signal });
    await expect(opening).rejects.toThrow('stopped');
  });
});
