// A 7z file: LZMA, LZMA2, PPMd, bzip2, deflate and stored; encrypted contents and names. In: the file, or its
// parts joined. Out: its members.

import type { RandomAccess } from '../random-access.ts';
import type { OpenFile } from '../unpack/unpack-sink.ts';
import { openBySevenZip } from './open-by-seven-zip.ts';

export const openSevenZip: OpenFile = async (file, sink, options) => {
  const namesEncrypted = await areNamesEncrypted(file);
  const name = '/in/a.7z';
  await openBySevenZip(
    { type: '7z', files: new Map([[name, file]]), first: name, namesEncrypted },
    sink,
    options,
  );
};

const startBytes = 32;

/** What tells how the directory is packed is some hundred bytes long at most. */
const headerLimitBytes = 4096;

const packedHeader = 0x17;
const aesMethod = Buffer.from([0x06, 0xf1, 0x07, 0x01]);

async function areNamesEncrypted(file: RandomAccess): Promise<boolean> {
  const start = Buffer.from(await file.read(0, startBytes));
  if (start.length < startBytes) return false;
  const offset = startBytes + Number(start.readBigUInt64LE(12));
  const length = Number(start.readBigUInt64LE(20));
  if (offset >= file.sizeBytes) return false;
  const header = Buffer.from(await file.read(offset, Math.min(length, headerLimitBytes)));
  return header[0] === packedHeader && header.includes(aesMethod);
}
