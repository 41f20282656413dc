// For the tests of this folder: archives made in memory, and a sink that remembers what it was given.

import { crc32 } from 'node:zlib';
import sevenZip, { type SevenZipModuleFactory } from '7z-wasm';
import type { RandomAccess } from '../random-access.ts';
import type { OpenFile, OpenStream, UnpackSink } from '../unpack/unpack-sink.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';

export interface Seen {
  members: { path: string; bytes: Buffer; fault: string | null }[];
  unread: { path: string; reason: string }[];
  skipped: { offset: number; bytes: number; reason: string }[];
  /** What the opener itself threw. */
  fault: string | null;
}

/** One line a member, link or fault: what most tests compare. */
export function linesOf(seen: Seen): string[] {
  return [
    ...seen.members.map(
      ({ path, bytes, fault }) =>
        `${path}: ${bytes.toString('latin1')}${fault === null ? '' : ` ! ${fault}`}`,
    ),
    ...seen.unread.map(({ path, reason }) => `${path} ! ${reason}`),
    ...(seen.fault === null ? [] : [`! ${seen.fault}`]),
  ];
}

/** Takes everything and keeps nothing, but for what a test puts in. */
export function quietSink(more: Partial<UnpackSink> = {}): UnpackSink {
  return {
    member: async () => {},
    unread: () => {},
    skipped: () => {},
    table: () => {},
    record: () => {},
    text: () => {},
    drained: async () => {},
    ...more,
  };
}

export const noOptions: Parameters<OpenFile>[2] = { passwords: [], ocr: { pagesLeft: 0, onPage: () => {} } };

export async function see(
  open: (sink: UnpackSink, options: Parameters<OpenFile>[2]) => Promise<void>,
  passwords: readonly string[] = [],
  keep = true,
): Promise<Seen> {
  const seen: Seen = { members: [], unread: [], skipped: [], fault: null };
  const sink = quietSink({
    member: async (member) => {
      const { path } = member;
      const pieces: Uint8Array[] = [];
      let fault: string | null = null;
      try {
        for await (const piece of member.stream()) if (keep) pieces.push(piece);
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        fault = error.message;
      }
      seen.members.push({ path, bytes: Buffer.concat(pieces), fault });
    },
    unread: (path, _size, reason) => seen.unread.push({ path, reason }),
    skipped: (offset, bytes, reason) => seen.skipped.push({ offset, bytes, reason }),
  });
  try {
    await open(sink, { ...noOptions, passwords });
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    seen.fault = error.message;
  }
  return seen;
}

export function seeStream(
  open: OpenStream,
  bytes: Uint8Array,
  sizeOfPiece: () => number = () => 65_536,
): Promise<Seen> {
  return see((sink, options) => open(inPieces(bytes, sizeOfPiece), sink, options));
}

export function seeFile(
  open: OpenFile,
  bytes: Uint8Array | RandomAccess,
  passwords: readonly string[] = [],
  keep = true,
): Promise<Seen> {
  const file = bytes instanceof Uint8Array ? inMemory(bytes) : bytes;
  return see((sink, options) => open(file, sink, options), passwords, keep);
}

export async function* inPieces(bytes: Uint8Array, sizeOfPiece: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const size = sizeOfPiece();
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export function inMemory(bytes: Uint8Array): RandomAccess {
  const readSync = (offset: number, length: number): Uint8Array => bytes.subarray(offset, offset + length);
  return {
    sizeBytes: bytes.length,
    path: '/made-up',
    readSync,
    read: async (offset, length) => readSync(offset, length),
    stream: (offset = 0) => inPieces(bytes.subarray(offset), () => 65_536),
  };
}

/** Its types say that what is imported has it as `default`, which is not so. */
const makeSevenZip = sevenZip as unknown as SevenZipModuleFactory;

/** What 7-Zip packs: `args` before the name of the archive, and what is in it. */
export async function packed(
  name: string,
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Map<string, Buffer>> {
  const seven = await makeSevenZip({ print: () => {}, printErr: () => {} });
  seven.FS.mkdir('/made');
  seven.FS.chdir('/made');
  for (const [path, bytes] of Object.entries(files)) {
    if (path.includes('/')) seven.FS.mkdir(path.slice(0, path.indexOf('/')));
    seven.FS.writeFile(path, bytes);
  }
  seven.callMain(['a', ...args, '-bd', `/${name}`, ...Object.keys(files)]);
  const names = seven.FS.readdir('/')
    .filter((found) => found.startsWith(name))
    .sort();
  return new Map(names.map((found) => [found, Buffer.from(seven.FS.readFile(`/${found}`))]));
}

export async function packedOne(...of: Parameters<typeof packed>): Promise<Buffer> {
  return [...(await packed(...of)).values()][0] ?? Buffer.alloc(0);
}

/** A member of a tar file: header and contents in whole blocks. */
export function tarMember(
  path: string,
  contents: string | Uint8Array,
  { type = '0', size = contents.length, more = (_header: Buffer): void => {} } = {},
): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  more(header);
  header.fill(' ', 148, 156);
  header.write(
    `${header
      .reduce((a, b) => a + b, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  const padded = Buffer.alloc(Math.ceil(contents.length / 512) * 512);
  padded.set(typeof contents === 'string' ? Buffer.from(contents) : contents);
  return Buffer.concat([header, padded]);
}

export const tarEnd = Buffer.alloc(1024);

/** RAR 5, its members stored. */
export function rar5(files: Readonly<Record<string, string>>): Buffer {
  const vint = (value: number): number[] =>
    value < 128 ? [value] : [(value & 127) | 128, ...vint(value >>> 7)];
  const block5 = (fields: readonly number[], data = Buffer.alloc(0)): Buffer => {
    const body = Buffer.from([...vint(fields.length), ...fields]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32LE(crc32(body));
    return Buffer.concat([crc, body, data]);
  };
  return Buffer.concat([
    Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]),
    block5([1, 0, 0]),
    ...Object.entries(files).map(([path, text]) => {
      const data = Buffer.from(text);
      const name = Buffer.from(path);
      const crc = Buffer.alloc(4);
      crc.writeUInt32LE(crc32(data));
      const about = [4, ...vint(data.length), 0, ...crc, 0, 1, ...vint(name.length), ...name];
      return block5([2, 2, ...vint(data.length), ...about], data);
    }),
    block5([5, 0, 0]),
  ]);
}

/** RAR 1.5 to 4, its members stored. */
export function rar4(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.concat([
    Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]),
    block(Buffer.from([0x73, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0])),
    ...Object.entries(files).map(([path, text]) => {
      const data = Buffer.from(text);
      const fields = Buffer.alloc(30);
      fields.writeUInt8(0x74, 0);
      fields.writeUInt16LE(0x8000, 1);
      fields.writeUInt16LE(32 + Buffer.byteLength(path), 3);
      fields.writeUInt32LE(data.length, 5);
      fields.writeUInt32LE(data.length, 9);
      fields.writeUInt8(3, 13);
      fields.writeUInt32LE(crc32(data), 14);
      fields.writeUInt8(20, 22);
      fields.writeUInt8(0x30, 23);
      fields.writeUInt16LE(Buffer.byteLength(path), 24);
      return block(Buffer.concat([fields, Buffer.from(path)]), data);
    }),
    block(Buffer.from([0x7b, 0, 0x40, 7, 0])),
  ]);
}

function block(fields: Buffer, data = Buffer.alloc(0)): Buffer {
  const crc = Buffer.alloc(2);
  crc.writeUInt16LE(crc32(fields) & 0xffff);
  return Buffer.concat([crc, fields, data]);
}

export interface ZipMember {
  path: string;
  /** As it lies in the file. */
  data: Uint8Array;
  method?: number;
  flags?: number;
  crc?: number;
  sizeBytes?: number;
  /** Unix mode, as the directory has it. */
  mode?: number;
  /** Where the directory says that it is, if not where it is. */
  at?: number;
  /** Not in the file but in its directory. */
  onlyNamed?: boolean;
}

/** A zip file as it is asked for, right or wrong. */
export function zipOf(members: readonly ZipMember[], { directory = true } = {}): Buffer {
  const out: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { path, data, method = 0, flags = 0, mode = 0o100_644 } = member;
    const name = Buffer.from(path);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(member.crc ?? crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(member.sizeBytes ?? data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(member.at ?? offset, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0003'), shared, rest, name);
    if (member.onlyNamed === true) continue;
    const local = Buffer.from(shared);
    const descriptor = Buffer.alloc((flags & 8) === 0 ? 0 : 16);
    if (descriptor.length > 0) {
      descriptor.write('PK\u0007\u0008');
      shared.copy(descriptor, 4, 10, 22);
      local.fill(0, 10, 22);
    }
    out.push(Buffer.from('PK\u0003\u0004'), local, name, Buffer.from(data), descriptor);
    offset += 30 + name.length + data.length + descriptor.length;
  }
  if (!directory) return Buffer.concat(out);
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(members.length & 0xffff, 8);
  end.writeUInt16LE(members.length & 0xffff, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...out, ...central, end]);
}

/** A seeded source of numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
