// One entry of a zip file, as its header in the directory or the one before its bytes states it (PKWARE's
// APPNOTE 6.3.10, 4.3.7 and 4.3.12). In: the bytes of a header. Out: what they say; nothing of it is checked.

import { decodeZipName } from './cp437.ts';

export interface ZipEntry {
  path: string;
  method: number;
  flags: number;
  crc: number;
  packedBytes: number;
  sizeBytes: number;
  /** Where its local header is, on its disk. */
  headerOffset: number;
  disk: number;
  /** Time of the file, by which passwords are checked in some. */
  time: number;
  /** What WinZip's encryption says of itself. */
  aes: AesHeader | null;
  isSymlink: boolean;
}

export interface AesHeader {
  version: number;
  /** 1, 2, 3: keys of 128, 192, 256 bits. */
  strength: number;
  method: number;
}

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
export const descriptorSignature = 0x08074b50;
export const localHeaderBytes = 30;
export const centralHeaderBytes = 46;

export const flagEncrypted = 1;
export const flagDescriptor = 8;
export const flagStrongEncryption = 64;
export const flagMaskedHeader = 8192;

export interface HeaderLengths {
  name: number;
  extra: number;
  comment: number;
}

export function lengthsOfCentral(header: Uint8Array): HeaderLengths {
  const view = viewOf(header);
  return {
    name: view.getUint16(28, true),
    extra: view.getUint16(30, true),
    comment: view.getUint16(32, true),
  };
}

export function lengthsOfLocal(header: Uint8Array): HeaderLengths {
  const view = viewOf(header);
  return { name: view.getUint16(26, true), extra: view.getUint16(28, true), comment: 0 };
}

/** `header`: fixed part; `rest`: name and extra field. */
export function parseCentral(header: Uint8Array, rest: Uint8Array): ZipEntry {
  const view = viewOf(header);
  const { name, extra } = lengthsOfCentral(header);
  const entry: ZipEntry = {
    path: pathOf(rest.subarray(0, name)),
    flags: view.getUint16(8, true),
    method: view.getUint16(10, true),
    time: view.getUint16(12, true),
    crc: view.getUint32(16, true),
    packedBytes: view.getUint32(20, true),
    sizeBytes: view.getUint32(24, true),
    disk: view.getUint16(34, true),
    headerOffset: view.getUint32(42, true),
    aes: null,
    // made on Unix, and what Unix says it is
    isSymlink: view.getUint8(5) === 3 && view.getUint32(38, true) >>> 28 === 0o12,
  };
  readExtra(entry, rest.subarray(name, name + extra), true);
  return entry;
}

export function parseLocal(header: Uint8Array, rest: Uint8Array, headerOffset: number): ZipEntry {
  const view = viewOf(header);
  const { name, extra } = lengthsOfLocal(header);
  const entry: ZipEntry = {
    path: pathOf(rest.subarray(0, name)),
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    time: view.getUint16(10, true),
    crc: view.getUint32(14, true),
    packedBytes: view.getUint32(18, true),
    sizeBytes: view.getUint32(22, true),
    disk: 0,
    headerOffset,
    aes: null,
    isSymlink: false,
  };
  readExtra(entry, rest.subarray(name, name + extra), false);
  return entry;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function pathOf(name: Uint8Array): string {
  return decodeZipName(name).replaceAll('\\', '/');
}

const extraZip64 = 1;
const extraAes = 0x9901;
const extraUnicodePath = 0x7075;
const inZip64 = 0xffff_ffff;

function readExtra(entry: ZipEntry, extra: Uint8Array, central: boolean): void {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const id = view.getUint16(at, true);
    const from = at + 4;
    const end = from + view.getUint16(at + 2, true);
    if (end > extra.length) return;
    if (id === extraZip64)
      readZip64(entry, new DataView(extra.buffer, extra.byteOffset + from, end - from), central);
    if (id === extraAes && end - from >= 7) {
      entry.aes = {
        version: view.getUint16(from, true),
        strength: view.getUint8(from + 4),
        method: view.getUint16(from + 5, true),
      };
    }
    if (id === extraUnicodePath && end - from > 5) entry.path = pathOf(extra.subarray(from + 5, end));
    at = end;
  }
}

/** Only what did not fit where it belongs is here, in this order. */
function readZip64(entry: ZipEntry, view: DataView, central: boolean): void {
  let at = 0;
  const next = (): number => {
    if (at + 8 > view.byteLength) return inZip64;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  if (entry.sizeBytes === inZip64) entry.sizeBytes = next();
  if (entry.packedBytes === inZip64) entry.packedBytes = next();
  if (!central) return;
  if (entry.headerOffset === inZip64) entry.headerOffset = next();
  if (entry.disk === 0xffff && at + 4 <= view.byteLength) entry.disk = view.getUint32(at, true);
}
