import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archiveOf } from './archive-signature.ts';
import { packedOne, rar4, rar5, tarMember, zipOf } from './archives.fixture.ts';

describe('first bytes', () => {
  it.each([
    ['gzip', gzipSync('row')],
    ['zstd', zstdCompressSync('row')],
    ['zstd', Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9])],
    ['tar', tarMember('a', 'row')],
    ['zip', zipOf([{ path: 'a', data: Buffer.from('row') }])],
    ['zip', zipOf([])],
    ['zip', Buffer.from('PK\u0007\u0008PK\u0003\u0004')],
    ['zip', Buffer.from('PK00PK\u0003\u0004')],
    ['rar', rar4({ a: 'row' })],
    ['rar', rar5({ a: 'row' })],
    ['bzip2', Buffer.from('BZh9\u0017rE8P\u0090', 'latin1')],
  ])('of a %s file say so', (kind, head) => {
    expect(archiveOf(head.subarray(0, 512))).toBe(kind);
  });

  it('of what 7-Zip packs say so', async () => {
    expect(archiveOf(await packedOne('a.7z', [], { a: 'row' }))).toBe('7z');
    expect(archiveOf(await packedOne('a.xz', ['-txz'], { a: 'row' }))).toBe('xz');
    expect(archiveOf(await packedOne('a.bz2', ['-tbzip2'], { a: 'row' }))).toBe('bzip2');
  });

  it.each([
    '',
    'P',
    'PK',
    'BZhistory of the town',
    'Rar, all of it',
    '\u001f\u008b'.repeat(3),
    'x'.repeat(600),
  ])('of %j are of none', (text) => {
    expect(archiveOf(Buffer.from(text, 'latin1'))).toBe(null);
  });

  it('of a block of zeros, or of blanks, are no tar file', () => {
    expect(archiveOf(Buffer.alloc(512))).toBe(null);
    expect(archiveOf(Buffer.alloc(512, ' '))).toBe(null);
  });
});
