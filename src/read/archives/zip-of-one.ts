// A zip file that holds but one entry of another, made of that one's bytes where they lie, for 7-Zip to unpack
// what zlib cannot: deflate64, bzip2, LZMA, PPMd, xz. In: file and entry. Out: the file; nothing is copied.

import type { RandomAccess } from '../random-access.ts';
import { fileRange } from './file-range.ts';
import { joinParts } from './joined-parts.ts';
import type { ZipEntry } from './zip-entry.ts';

/** `dataFrom`: where the entry's bytes begin in `file`. */
export function zipOfOne(file: RandomAccess, entry: ZipEntry, dataFrom: number): RandomAccess {
  const big = Math.max(entry.packedBytes, entry.sizeBytes) >= 0xfff0_0000;
  const { local, central } = headersOf(entry, big);
  const centralAt = local.length + entry.packedBytes;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(big ? 0xffff_ffff : centralAt, 16);
  return joinParts([
    bytesAsFile(local, file.path),
    rangeAsFile(file, dataFrom, dataFrom + entry.packedBytes),
    bytesAsFile(Buffer.concat([central, ...(big ? [end64(centralAt, central.length)] : []), end]), file.path),
  ]);
}

const name = 'x';
const version = 51;

function headersOf(entry: ZipEntry, big: boolean): { local: Buffer; central: Buffer } {
  const extra: Buffer[] = [];
  if (big) {
    const sizes = Buffer.alloc(20);
    sizes.writeUInt16LE(1, 0);
    sizes.writeUInt16LE(16, 2);
    sizes.writeBigUInt64LE(BigInt(entry.sizeBytes), 4);
    sizes.writeBigUInt64LE(BigInt(entry.packedBytes), 12);
    extra.push(sizes);
  }
  if (entry.aes !== null) {
    const aes = Buffer.from([
      1,
      0x99,
      7,
      0,
      entry.aes.version & 255,
      0,
      0x41,
      0x45,
      entry.aes.strength,
      0,
      0,
    ]);
    aes.writeUInt16LE(entry.aes.method, 9);
    extra.push(aes);
  }
  const rest = Buffer.concat([Buffer.from(name), ...extra]);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(version, 0);
  // the name is no UTF-8; that a descriptor follows stays, since the password is then checked by the time
  shared.writeUInt16LE(entry.flags & ~0x800, 2);
  shared.writeUInt16LE(entry.method, 4);
  shared.writeUInt16LE(entry.time, 6);
  shared.writeUInt16LE(newYear1980, 8);
  shared.writeUInt32LE(entry.crc, 10);
  shared.writeUInt32LE(big ? 0xffff_ffff : entry.packedBytes, 14);
  shared.writeUInt32LE(big ? 0xffff_ffff : entry.sizeBytes, 18);
  shared.writeUInt16LE(name.length, 22);
  shared.writeUInt16LE(rest.length - name.length, 24);
  return {
    local: Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, rest]),
    central: Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, version, 0]), shared, Buffer.alloc(14), rest]),
  };
}

const newYear1980 = 0x21;

/** The end of the directory as Zip64 has it, and where that is. */
function end64(centralAt: number, centralBytes: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(version, 12);
  end.writeUInt16LE(version, 14);
  end.writeBigUInt64LE(1n, 24);
  end.writeBigUInt64LE(1n, 32);
  end.writeBigUInt64LE(BigInt(centralBytes), 40);
  end.writeBigUInt64LE(BigInt(centralAt), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(centralAt + centralBytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function bytesAsFile(bytes: Uint8Array, path: string): RandomAccess {
  const read = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
  return {
    sizeBytes: bytes.length,
    path,
    read: async (offset, length) => read(offset, length),
    readSync: read,
    async *stream(offset = 0) {
      yield bytes.subarray(offset);
    },
  };
}

function rangeAsFile(file: RandomAccess, from: number, to: number): RandomAccess {
  const clip = (offset: number, length: number): number => Math.max(0, Math.min(length, to - from - offset));
  return {
    sizeBytes: to - from,
    path: file.path,
    read: (offset, length) => file.read(from + offset, clip(offset, length)),
    readSync: (offset, length) => file.readSync(from + offset, clip(offset, length)),
    stream: (offset = 0) => fileRange(file, from + offset, to),
  };
}
