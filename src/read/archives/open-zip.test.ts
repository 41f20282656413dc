import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  noOptions,
  quietSink,
  inMemory,
  linesOf,
  packed,
  packedOne,
  seeFile,
  zipOf,
  type ZipMember,
} from './archives.fixture.ts';
import { joinParts } from './joined-parts.ts';
import { openZip } from './open-zip.ts';
import { encryptedReason } from './seven-zip-messages.ts';

const files = { 'a.txt': 'rows '.repeat(50), 'd/b.txt': 'more '.repeat(50) };
const lines = [`a.txt: ${files['a.txt']}`, `d/b.txt: ${files['d/b.txt']}`];

function deflated(path: string, text: string, more: Partial<ZipMember> = {}): ZipMember {
  const plain = Buffer.from(text);
  return {
    path,
    data: deflateRawSync(plain),
    method: 8,
    crc: crc32(plain),
    sizeBytes: plain.length,
    ...more,
  };
}

describe('a zip file', () => {
  it.each(['Copy', 'Deflate', 'Deflate64', 'BZip2', 'LZMA', 'PPMd'])(
    'packed by %s is its members',
    async (method) => {
      const bytes = await packedOne('a.zip', ['-tzip', `-mm=${method}`], files);
      expect(linesOf(await seeFile(openZip, bytes))).toEqual(lines);
    },
  );

  it('packed by zstd is its members', async () => {
    const plain = Buffer.from('rows');
    const member = { path: 'a', data: zstdCompressSync(plain), method: 93, crc: crc32(plain), sizeBytes: 4 };
    expect(linesOf(await seeFile(openZip, zipOf([member])))).toEqual(['a: rows']);
  });

  it.each([
    ['ZipCrypto', 'Deflate'],
    ['ZipCrypto', 'LZMA'],
    ['AES128', 'Copy'],
    ['AES192', 'Deflate'],
    ['AES256', 'Deflate'],
    ['AES256', 'BZip2'],
  ])('encrypted by %s and packed by %s is read with the one password that fits', async (cipher, method) => {
    const bytes = await packedOne('a.zip', ['-tzip', '-psecret', `-mem=${cipher}`, `-mm=${method}`], files);
    expect(linesOf(await seeFile(openZip, bytes, ['no', 'secret']))).toEqual(lines);
    const locked = [`a.txt ! ${encryptedReason}`, `d/b.txt ! ${encryptedReason}`];
    expect(linesOf(await seeFile(openZip, bytes))).toEqual(locked);
    expect(linesOf(await seeFile(openZip, bytes, ['no', 'not either']))).toEqual(locked);
  });

  it.each(['Copy', 'Deflate'])(
    'encrypted by ZipCrypto and packed by %s is opened by no wrong password',
    async (method) => {
      const bytes = await packedOne('a.zip', ['-tzip', '-psecret', '-mem=ZipCrypto', `-mm=${method}`], files);
      // of 2,000 some eight pass the one byte that is there to check them
      const wrong = Array.from({ length: 2000 }, (_, i) => `no ${i}`);
      expect(linesOf(await seeFile(openZip, bytes, wrong))).toEqual(
        Object.keys(files).map((path) => `${path} ! ${encryptedReason}`),
      );
      expect(linesOf(await seeFile(openZip, bytes, [...wrong, 'secret']))).toEqual(lines);
    },
  );

  it('encrypted and changed afterwards says so', async () => {
    const bytes = await packedOne('a.zip', ['-tzip', '-psecret', '-mem=AES256', '-mm=Copy'], {
      'a.txt': 'rows',
    });
    const data = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28) + 18;
    bytes[data] = (bytes[data] ?? 0) ^ 1;
    expect(linesOf(await seeFile(openZip, bytes, ['secret']))[0]).toMatch(/! does not match its checksum/u);
  });

  it('cut into parts is read from them joined', async () => {
    const noise = Buffer.from(
      Array.from({ length: 40_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255),
    );
    const parts = await packed('a.zip', ['-tzip', '-mx0', '-v16k'], { 'a.bin': noise });
    expect(parts.size).toBe(3);
    const seen = await seeFile(openZip, joinParts([...parts.values()].map(inMemory)));
    expect(seen.members[0]?.bytes.equals(noise)).toBe(true);
  });

  it('split as zip does it counts its offsets from the disk they are on', async () => {
    const whole = zipOf([deflated('a', 'rows'), deflated('b', 'more', { at: 0 })]);
    const second = whole.indexOf('PK\u0003\u0004', 4);
    const end = whole.length - 22;
    const directory = whole.indexOf('PK\u0001\u0002');
    whole.writeUInt16LE(1, end + 4);
    whole.writeUInt16LE(1, end + 6);
    whole.writeUInt32LE(directory - second, end + 16);
    whole.writeUInt16LE(1, whole.indexOf('PK\u0001\u0002', directory + 4) + 34);
    const parts = [whole.subarray(0, second), whole.subarray(second)].map(inMemory);
    expect(linesOf(await seeFile(openZip, joinParts(parts)))).toEqual(['a: rows', 'b: more']);
    expect((await seeFile(openZip, whole.subarray(second))).fault).toContain('lacks 1 of its parts');
  });

  it('behind other bytes, or with a comment, is read all the same', async () => {
    const whole = zipOf([deflated('a', 'rows')]);
    whole.writeUInt16LE(5, whole.length - 2);
    const bytes = Buffer.concat([Buffer.alloc(100, 'x'), whole, Buffer.from('PK\u0005\u0006!')]);
    expect(linesOf(await seeFile(openZip, bytes))).toEqual(['a: rows']);
  });

  it('that is empty holds nothing', async () => {
    expect(linesOf(await seeFile(openZip, zipOf([])))).toEqual([]);
  });

  it('names its members as they are: twice, out of the folder, in code page 437', async () => {
    const members = ['a', 'a', '../../etc/passwd', 'C:\\x'].map((path) => deflated(path, 'rows'));
    const bytes = zipOf([...members, deflated('b.txt', 'rows')]);
    for (let at = bytes.indexOf('b.txt'); at >= 0; at = bytes.indexOf('b.txt', at)) bytes[at] = 0x84;
    const paths = (await seeFile(openZip, bytes)).members.map(({ path }) => path);
    expect(paths).toEqual(['a', 'a', '../../etc/passwd', 'C:/x', 'ä.txt']);
  });

  it('tells of a symbolic link and does not follow it', async () => {
    const bytes = zipOf([
      { path: 'link', data: Buffer.from('/etc/passwd'), mode: 0o120_777 },
      deflated('a', 'rows'),
    ]);
    expect(linesOf(await seeFile(openZip, bytes))).toEqual([
      'a: rows',
      'link ! is a symbolic link, which is not followed',
    ]);
  });

  it.each([
    ['checksum', { crc: 1 }],
    ['size', { sizeBytes: 2 }],
  ])('whose %s is wrong gives the contents and says so', async (_, wrong) => {
    const [line] = linesOf(await seeFile(openZip, zipOf([deflated('a', 'rows', wrong)])));
    expect(line).toMatch(/^a: rows ! does not match its checksum or size/u);
  });

  it('whose member is not where the directory says tells of it and gives the others', async () => {
    const bytes = zipOf([
      deflated('a', 'rows', { at: 3 }),
      deflated('b', 'more'),
      deflated('c', 'x', { at: 2 ** 31 }),
    ]);
    const found = linesOf(await seeFile(openZip, bytes));
    expect(found.map((line) => line.slice(0, 7))).toEqual(['b: more', 'a ! is ', 'c ! is ']);
  });

  it('without its directory is found by the headers before the members', async () => {
    const members = [deflated('a', 'rows'), deflated('b', 'more', { flags: 8 }), deflated('c', 'third')];
    const seen = await seeFile(openZip, zipOf(members, { directory: false }));
    expect(linesOf(seen).slice(0, 3)).toEqual(['a: rows', 'b: more', 'c: third']);
    expect(seen.fault).toContain('has no directory');
  });

  it('that is cut off gives what there is of the last member', async () => {
    const noise = Buffer.from(
      Array.from({ length: 90_000 }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 255),
    );
    const bytes = zipOf([deflated('a', 'rows'), { path: 'b', data: noise }]).subarray(0, 60_000);
    const seen = await seeFile(openZip, bytes);
    expect(seen.members.map(({ path, fault }) => [path, fault])).toEqual([
      ['a', null],
      ['b', 'is cut off: all before that is read'],
    ]);
    expect(seen.members[1]?.bytes.length).toBeGreaterThan(59_000);
    expect(seen.fault).toContain('has no directory');
  });

  it('with a damaged directory gives what it names, then what stands behind that', async () => {
    const bytes = zipOf([deflated('a', 'rows'), deflated('b', 'more'), deflated('c', 'third')]);
    const second = bytes.indexOf('PK\u0001\u0002', bytes.indexOf('PK\u0001\u0002') + 1);
    bytes[second] = 0;
    const seen = await seeFile(openZip, bytes);
    expect(seen.members.map(({ path }) => path)).toEqual(['a', 'b', 'c']);
    expect(seen.fault).toContain('has a damaged directory');
  });
});

describe('a zip file made to do harm', () => {
  it('whose members share one bomb is read no further than a gigabyte', async () => {
    const zeros = Buffer.alloc(64 << 20);
    const bomb = {
      path: 'bomb',
      data: deflateRawSync(zeros),
      method: 8,
      crc: crc32(zeros),
      sizeBytes: zeros.length,
    };
    const members = Array.from({ length: 100 }, () => ({ ...bomb, at: 0, onlyNamed: true }));
    const seen = await seeFile(openZip, zipOf([bomb, ...members]), [], false);
    expect(seen.members.length).toBeLessThan(20);
    expect(linesOf(seen).at(-1)).toContain('made to fill disks');
  });

  it('of many members does not hold its directory', async () => {
    const count = 20_000;
    const member = { path: 'a', data: Buffer.from('r'), at: 0 };
    const bytes = zipOf([member, ...Array.from({ length: count }, () => ({ ...member, onlyNamed: true }))]);
    let asked = 0;
    let members = 0;
    const file = inMemory(bytes);
    const counting = {
      ...file,
      read: async (offset: number, length: number) => {
        asked = Math.max(asked, length);
        return file.readSync(offset, length);
      },
    };
    await openZip(counting, quietSink({ member: async () => void (members += 1) }), noOptions);
    expect(members).toBe(count + 1);
    expect(asked).toBeLessThanOrEqual(256 << 10);
  });
});
