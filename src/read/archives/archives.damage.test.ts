// Every opener on damaged files: it ends, and throws nothing but an UnreadableError (which `see` lets pass).

import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  packedOne,
  rar4,
  rar5,
  seeded,
  seeFile,
  seeStream,
  tarEnd,
  tarMember,
  zipOf,
} from './archives.fixture.ts';
import { openBzip2 } from './open-bzip2.ts';
import { openGzip } from './open-gzip.ts';
import { openRar } from './open-rar.ts';
import { openSevenZip } from './open-seven-zip.ts';
import { openTar } from './open-tar.ts';
import { openXz } from './open-xz.ts';
import { openZip } from './open-zip.ts';
import { openZstd } from './open-zstd.ts';

const rows = Array.from({ length: 300 }, (_, i) => `row ${i * i}`).join('\n');
const files = { 'a.txt': rows, 'd/b.txt': 'more' };

describe('damaged at random', () => {
  it.each([
    ['gzip', openGzip, async () => gzipSync(rows), 200],
    ['zstd', openZstd, async () => zstdCompressSync(rows), 200],
    ['xz', openXz, () => packedOne('a.xz', ['-txz'], { 'a.txt': rows }), 15],
    ['bzip2', openBzip2, () => packedOne('a.bz2', ['-tbzip2'], { 'a.txt': rows }), 15],
    ['tar', openTar, async () => Buffer.concat([tarMember('a', rows), tarMember('b', rows), tarEnd]), 200],
  ] as const)('a %s file ends in members and reasons', async (_, open, make, runs) => {
    const whole = await make();
    for (let seed = 1; seed <= runs; seed++) {
      const seen = await seeStream(open, damaged(whole, seed));
      expect(seen.members.length).toBeLessThan(100);
    }
  });

  it.each([
    ['zip', openZip, () => packedOne('a.zip', ['-tzip'], files), 200],
    ['zip with AES', openZip, () => packedOne('a.zip', ['-tzip', '-psecret', '-mem=AES256'], files), 15],
    ['zip with LZMA', openZip, () => packedOne('a.zip', ['-tzip', '-mm=LZMA'], files), 20],
    [
      'zip without directory',
      openZip,
      async () => zipOf([{ path: 'a', data: Buffer.from(rows) }], { directory: false }),
      100,
    ],
    ['7z', openSevenZip, () => packedOne('a.7z', [], files), 12],
    ['7z with a password', openSevenZip, () => packedOne('a.7z', ['-psecret', '-mhe=on'], files), 5],
    ['RAR 4', openRar, async () => rar4(files), 20],
    ['RAR 5', openRar, async () => rar5(files), 20],
  ] as const)('a %s file ends in members and reasons', async (_, open, make, runs) => {
    const whole = await make();
    for (let seed = 1; seed <= runs; seed++) {
      const seen = await seeFile(open, damaged(whole, seed), ['secret']);
      expect(seen.members.length).toBeLessThan(100);
    }
  });
});

/** Bytes changed, a piece taken out or doubled, the end cut off. */
function damaged(whole: Buffer, seed: number): Buffer {
  const random = seeded(seed);
  const bytes = Buffer.from(whole);
  const place = (): number => Math.floor(random() * bytes.length);
  for (let i = 0; i < 1 + random() * 4; i++)
    bytes[place()] = [0, 0xff, Math.floor(random() * 256)][Math.floor(random() * 3)] ?? 0;
  const kind = random();
  if (kind < 0.2) return bytes.subarray(0, place());
  if (kind > 0.4) return bytes;
  const from = place();
  const to = Math.min(bytes.length, from + Math.floor(random() * 200));
  const piece = bytes.subarray(from, to);
  return kind < 0.3
    ? Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
    : Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)]);
}
