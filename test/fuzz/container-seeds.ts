/*
 * Small archives and packed files, and some with others inside. All people in them are made up.
 */
import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { packedOne, rar4, rar5, tarEnd, tarMember, zipOf } from '../../src/read/archives/archives.fixture.ts';
import { crc32 } from 'node:zlib';
import { type Seeds, seedsOf } from './seed.ts';

const csv = `id,mail\n${Array.from({ length: 60 }, (_, i) => `${i},p${i}@example.org`).join('\n')}\n`;
const letter = 'Dear Ada Birchmere,\nyour address ada@example.org was found.\n';
const files = { 'people.csv': csv, 'd/letter.txt': letter };

export async function containerSeeds(): Promise<Seeds> {
  const tar = Buffer.concat([
    tarMember('export/people.csv', csv),
    tarMember('letter.txt', letter),
    tarMember('link', '', { type: '2' }),
    tarMember('long/name', '30 path=another/name.csv\n', { type: 'x' }),
    tarMember('short', csv),
    tarEnd,
  ]);
  const zip = zipOf([
    { path: 'people.csv', data: deflateRawSync(csv), method: 8, crc: crc32(csv), sizeBytes: csv.length },
    { path: 'd/letter.txt', data: Buffer.from(letter), flags: 8 },
    { path: '../../out.txt', data: Buffer.from(letter) },
  ]);
  const seven = (name: string, ...args: string[]) => packedOne(name, args, files);
  const one = (name: string, ...args: string[]) => packedOne(name, args, { 'people.csv': csv });
  return {
    gzip: [
      ...seedsOf(gzipSync(csv), Buffer.concat([gzipSync(csv), gzipSync(letter)]), gzipSync(tar)),
      { bytes: tar, wrap: (damaged) => gzipSync(damaged) },
    ],
    zstd: [...seedsOf(zstdCompressSync(csv)), { bytes: zip, wrap: (damaged) => zstdCompressSync(damaged) }],
    tar: seedsOf(tar, Buffer.concat([tarMember('in.zip', zip), tarMember('in.gz', gzipSync(csv)), tarEnd])),
    zip: [
      ...seedsOf(zip, zipOf([{ path: 'a.csv', data: Buffer.from(csv) }], { directory: false })),
      ...seedsOf(
        zipOf([
          { path: 'in.zip', data: zip },
          { path: 'in.tar', data: tar },
        ]),
      ),
    ],
    'zip with a password': seedsOf(
      await seven('a.zip', '-tzip', '-psecret', '-mem=AES256'),
      await seven('a.zip', '-tzip', '-psecret'),
    ),
    'zip of other methods': seedsOf(
      await seven('a.zip', '-tzip', '-mm=LZMA'),
      await seven('a.zip', '-tzip', '-mm=BZip2'),
      zipOf([{ path: 'a', data: brotliCompressSync(csv), method: 97, sizeBytes: csv.length }]),
    ),
    bzip2: seedsOf(await one('a.bz2', '-tbzip2')),
    xz: seedsOf(await one('a.xz', '-txz')),
    '7z': seedsOf(await seven('a.7z'), await seven('b.7z', '-psecret', '-mhe=on')),
    rar: seedsOf(rar4(files), rar5(files)),
  };
}
