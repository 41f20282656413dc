import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, seeStream, tarEnd, tarMember } from './archives.fixture.ts';
import { openTar } from './open-tar.ts';

const two = Buffer.concat([tarMember('a.txt', 'rows'), tarMember('d/b.txt', 'more'), tarEnd]);

function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = [1, 2, 3]
    .map((digits) => rest.length + digits)
    .find((sum) => `${sum}${rest}`.length === sum);
  return `${length}${rest}`;
}

describe('a tar file', () => {
  it('is its members, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1500 }), async (size) => {
        expect(linesOf(await seeStream(openTar, two, () => size))).toEqual(['a.txt: rows', 'd/b.txt: more']);
      }),
      { numRuns: 25 },
    );
  });

  it('names its members as GNU and pax do where they are long', async () => {
    const long = `${'folder/'.repeat(40)}ä.txt`;
    const gnu = [tarMember('././@LongLink', `${long}\0`, { type: 'L', size: Buffer.byteLength(long) + 1 })];
    const pax = [
      tarMember('PaxHeaders/x', paxRecord('path', 'p/ö.txt'), {
        type: 'x',
        size: Buffer.byteLength(paxRecord('path', 'p/ö.txt')),
      }),
    ];
    const prefix = (header: Buffer): void => void header.write('before', 345);
    const bytes = Buffer.concat([
      ...gnu,
      tarMember('short', 'one'),
      tarMember('p/o.txt', 'three', { more: prefix }),
      tarEnd,
    ]);
    expect(linesOf(await seeStream(openTar, bytes))).toEqual([`${long}: one`, 'before/p/o.txt: three']);
    const mismatched = Buffer.concat([...pax, tarMember('x', 'two'), tarEnd]);
    expect(linesOf(await seeStream(openTar, mismatched)).length).toBe(1);
  });

  it('takes its sizes from pax, and as binary numbers', async () => {
    const record = paxRecord('size', '4');
    const binary = (header: Buffer): void => {
      header.fill(0, 124, 136);
      header[124] = 0x80;
      header[135] = 4;
    };
    const bytes = Buffer.concat([
      tarMember('x', record, { type: 'x' }),
      tarMember('a', 'rows', { size: 0 }),
      tarMember('b', 'more', { more: binary }),
      tarEnd,
    ]);
    expect(linesOf(await seeStream(openTar, bytes))).toEqual(['a: rows', 'b: more']);
  });

  it('tells of links and devices and follows none', async () => {
    const bytes = Buffer.concat([
      ...['1', '2', '3', '4', '6'].map((type) => tarMember(`t${type}`, '', { type })),
      tarMember('d/', '', { type: '5' }),
      tarMember('a', 'rows'),
      tarEnd,
    ]);
    const lines = linesOf(await seeStream(openTar, bytes));
    expect(lines[0]).toBe('a: rows');
    expect(lines.slice(1).map((line) => line.slice(0, 7))).toEqual([
      't1 ! is',
      't2 ! is',
      't3 ! is',
      't4 ! is',
      't6 ! is',
    ]);
  });

  it('keeps names that climb out of the folder as they are', async () => {
    const bytes = Buffer.concat([tarMember('../../etc/passwd', 'rows'), tarMember('/root', 'more'), tarEnd]);
    expect(linesOf(await seeStream(openTar, bytes))).toEqual(['../../etc/passwd: rows', '/root: more']);
  });

  it('of sparse files gives what is no hole', async () => {
    const old = tarMember('old', 'rows', {
      type: 'S',
      more: (header) => {
        header[482] = 1;
      },
    });
    const more = Buffer.alloc(1024);
    more[504] = 1;
    const records =
      paxRecord('GNU.sparse.major', '1') +
      paxRecord('GNU.sparse.minor', '0') +
      paxRecord('GNU.sparse.name', 'new');
    const map = Buffer.alloc(512);
    map.write('1\n1000\n4\n');
    const bytes = Buffer.concat([
      old.subarray(0, 512),
      more,
      old.subarray(512),
      tarMember('x', records, { type: 'x' }),
      tarMember('GNUSparseFile.0/new', Buffer.concat([map, Buffer.from('more')])),
      tarEnd,
    ]);
    expect(linesOf(await seeStream(openTar, bytes))).toEqual(['old: rows', 'new: more']);
  });

  it('with a damaged header goes on at the next good one, and tells', async () => {
    const bytes = Buffer.concat([tarMember('a', 'rows'), tarMember('b', 'lost').fill(0x41, 0, 512), two]);
    const seen = await seeStream(openTar, bytes);
    expect(linesOf(seen)).toEqual(['a: rows', 'a.txt: rows', 'd/b.txt: more']);
    expect(seen.skipped).toEqual([
      { offset: 1024, bytes: 1024, reason: expect.stringContaining('no tar header') as string },
    ]);
  });

  it('put behind another one is read too', async () => {
    expect(linesOf(await seeStream(openTar, Buffer.concat([two, two])))).toHaveLength(4);
  });

  it('that is cut off gives what there is, then the fault', async () => {
    const lines = linesOf(await seeStream(openTar, tarMember('a', 'r'.repeat(2000)).subarray(0, 1512)));
    expect(lines).toEqual([`a: ${'r'.repeat(1000)} ! is cut off: all before that is read`]);
  });

  it('whose member claims to be as large as can be said gives what there is', async () => {
    const huge = (header: Buffer): void => void header.fill(0xff, 124, 136);
    const lines = linesOf(await seeStream(openTar, tarMember('a', 'rows', { more: huge })));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('! is cut off');
  });

  it('does not hold a long name that claims to be a gigabyte', async () => {
    const bytes = Buffer.concat([tarMember('././@LongLink', 'x', { type: 'L', size: 2 ** 30 }), two]);
    const seen = await seeStream(openTar, bytes);
    expect(seen.members).toEqual([]);
  });
});
