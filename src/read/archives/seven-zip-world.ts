// The world that 7-Zip, compiled to WebAssembly, lives in: its system calls, answered by us. In: what may be
// read, and who takes what is unpacked. Out: the imports of its module. It reaches no file, no network and no
// clock of this machine: it sees the bytes it was given under /in, and what it writes goes to `taker`.

import type { RandomAccess } from '../random-access.ts';
import { suspending } from './promise-integration.ts';

/** Told in the order in which it happens. A promise holds the unpacking up until it resolves. */
export interface Taker {
  opened(path: string): void;
  wrote(bytes: Uint8Array): Promise<void>;
  closed(): Promise<void>;
  /** A link that the archive asks for. It is not made. */
  link(path: string): void;
  /** What 7-Zip prints. */
  said(text: string): void;
}

export interface World {
  /** Files it may read, by the path under which it sees them. */
  files: ReadonlyMap<string, RandomAccess>;
  /** What it reads from its standard input. */
  input: AsyncIterator<Uint8Array> | null;
  taker: Taker;
}

/** Most memory it may have: an LZMA dictionary may ask for 1.5 GB, and 2 GB is what V8 will surely give. */
const memoryLimitBytes = 2 ** 31;

/** Most bytes handed over at once, so that who takes them need not hold a whole dictionary. */
const pieceBytes = 256 << 10;

/** Most files open at once for writing or reading; 7-Zip opens one of each, and the volumes of a set. */
const openFilesLimit = 4096;

/** Folders it made that it is told of; it asks only for those of the member at hand. */
const foldersLimit = 1000;

const errno = { badFile: 8, invalid: 28, io: 29, tooMany: 33, noEntry: 44, notSupported: 52, readOnly: 69 };

const modeFile = 0o100_444;
const modeFolder = 0o040_755;
const modeTerminal = 0o020_666;

type Open = { file: RandomAccess; position: number } | 'taken';

export interface WorldImports {
  imports: WebAssembly.Imports;
  /** To be called with the memory of the instance before anything runs. */
  use: (memory: WebAssembly.Memory) => void;
}

export function worldImports({ files, input, taker }: World): WorldImports {
  let memory: WebAssembly.Memory | undefined;
  let view = new DataView(new ArrayBuffer(0));
  let bytes = new Uint8Array(0);
  let left: Uint8Array = new Uint8Array(0);
  const open = new Map<number, Open>();
  const decoder = new TextDecoder();
  // 7-Zip looks for what it has just made, to set its times: folders that are not there are no fault
  const made = new Set<string>();
  let last = '';

  const refresh = (): void => {
    if (memory !== undefined && view.buffer !== memory.buffer) {
      view = new DataView(memory.buffer);
      bytes = new Uint8Array(memory.buffer);
    }
  };
  const text = (pointer: number): string => {
    refresh();
    return decoder.decode(bytes.slice(pointer, bytes.indexOf(0, pointer)));
  };
  const describe = (pointer: number, mode: number, size: number): number => {
    refresh();
    bytes.fill(0, pointer, pointer + 96);
    view.setInt32(pointer + 4, mode, true);
    view.setUint32(pointer + 8, 1, true);
    view.setBigInt64(pointer + 24, BigInt(size), true);
    view.setInt32(pointer + 32, 4096, true);
    return 0;
  };
  const describePath = (path: string, pointer: number): number => {
    const file = files.get(path);
    if (file !== undefined) return describe(pointer, modeFile, file.sizeBytes);
    if (path === '/' || path === '/in' || path === '.' || made.has(path))
      return describe(pointer, modeFolder, 0);
    return path === last ? describe(pointer, modeFile, 0) : -errno.noEntry;
  };

  const openAt = (_folder: number, pathPointer: number, flags: number): number => {
    const path = text(pathPointer);
    let number = 3;
    while (open.has(number)) number += 1;
    if (number > openFilesLimit) return -errno.tooMany;
    if ((flags & 3) !== 0) {
      last = path;
      taker.opened(path);
      open.set(number, 'taken');
      return number;
    }
    const file = files.get(path);
    if (file === undefined) return -errno.noEntry;
    open.set(number, { file, position: 0 });
    return number;
  };

  const read = async (number: number, vectors: number, count: number, total: number): Promise<number> => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      refresh();
      const pointer = view.getUint32(vectors + 8 * i, true);
      const length = view.getUint32(vectors + 8 * i + 4, true);
      let piece: Uint8Array;
      const from = open.get(number);
      if (number === 0) {
        if (left.length === 0) left = (await input?.next())?.value ?? left;
        piece = left.subarray(0, length);
        left = left.subarray(piece.length);
      } else if (from !== undefined && from !== 'taken') {
        piece = await from.file.read(from.position, Math.min(length, 4 * pieceBytes));
        from.position += piece.length;
      } else {
        return errno.badFile;
      }
      refresh();
      bytes.set(piece, pointer);
      sum += piece.length;
      if (piece.length < length) break;
    }
    view.setUint32(total, sum, true);
    return 0;
  };

  const write = async (number: number, vectors: number, count: number, total: number): Promise<number> => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      refresh();
      const pointer = view.getUint32(vectors + 8 * i, true);
      const length = view.getUint32(vectors + 8 * i + 4, true);
      for (let at = 0; at < length; at += pieceBytes) {
        refresh();
        const piece = bytes.slice(pointer + at, pointer + Math.min(length, at + pieceBytes));
        if (number === 1 || number === 2) taker.said(decoder.decode(piece));
        else if (open.get(number) === 'taken') await taker.wrote(piece);
        else return errno.badFile;
      }
      sum += length;
    }
    refresh();
    view.setUint32(total, sum, true);
    return 0;
  };

  const seek = (number: number, offset: bigint, whence: number, result: number): number => {
    const from = open.get(number);
    refresh();
    if (from === undefined) return errno.badFile;
    if (from === 'taken') {
      view.setBigInt64(result, offset, true);
      return 0;
    }
    const base = [0, from.position, from.file.sizeBytes][whence] ?? 0;
    if (base + Number(offset) < 0) return errno.invalid;
    from.position = base + Number(offset);
    view.setBigInt64(result, BigInt(from.position), true);
    return 0;
  };

  const close = async (number: number): Promise<number> => {
    const from = open.get(number);
    open.delete(number);
    if (from === 'taken') await taker.closed();
    return 0;
  };

  const grow = (requested: number): number => {
    const wanted = requested >>> 0;
    if (memory === undefined || wanted > memoryLimitBytes) return 0;
    const had = memory.buffer.byteLength;
    try {
      memory.grow(Math.ceil((wanted - had) / 65_536));
      return 1;
    } catch {
      return 0;
    }
  };

  const calendar = (_time: bigint, pointer: number): void => {
    refresh();
    bytes.fill(0, pointer, pointer + 40);
  };

  const env: Record<string, WebAssembly.ImportValue> = {
    __cxa_throw: () => {
      throw new SevenZipEnd(255, 'thrown');
    },
    exit: (code: number) => {
      throw new SevenZipEnd(code, 'exit');
    },
    _abort_js: () => {
      throw new SevenZipEnd(255, 'aborted');
    },
    __syscall_openat: openAt,
    __syscall_stat64: (path: number, pointer: number) => describePath(text(path), pointer),
    __syscall_lstat64: (path: number, pointer: number) => describePath(text(path), pointer),
    __syscall_newfstatat: (_folder: number, path: number, pointer: number) =>
      describePath(text(path), pointer),
    __syscall_fstat64: (number: number, pointer: number) => {
      const from = open.get(number);
      if (number < 3) return describe(pointer, modeTerminal, 0);
      if (from === undefined) return -errno.badFile;
      return describe(pointer, modeFile, from === 'taken' ? 0 : from.file.sizeBytes);
    },
    __syscall_getcwd: (pointer: number) => {
      refresh();
      bytes.set([0x2f, 0], pointer);
      return 2;
    },
    __syscall_symlinkat: (_target: number, _folder: number, path: number) => {
      taker.link(text(path));
      return 0;
    },
    __syscall_chmod: done,
    __syscall_fchownat: done,
    __syscall_ftruncate64: done,
    __syscall_mkdirat: (_folder: number, path: number) => {
      if (made.size >= foldersLimit) made.clear();
      made.add(text(path));
      return 0;
    },
    __syscall_utimensat: done,
    __syscall_unlinkat: done,
    __syscall_rmdir: done,
    __syscall_renameat: refuse,
    __syscall_readlinkat: refuse,
    __syscall_getdents64: done,
    __syscall_ioctl: refuse,
    // times are of no interest: it is always the first of January 1970, in UTC
    emscripten_date_now: done,
    _tzset_js: (zone: number, daylight: number) => {
      refresh();
      view.setInt32(zone, 0, true);
      view.setInt32(daylight, 0, true);
    },
    _mktime_js: () => 0n,
    _localtime_js: calendar,
    _gmtime_js: calendar,
    emscripten_get_heap_max: () => memoryLimitBytes,
    emscripten_resize_heap: grow,
  };
  const wasi: Record<string, WebAssembly.ImportValue> = {
    fd_read: suspending(read),
    fd_write: suspending(write),
    fd_close: suspending(close),
    fd_seek: seek,
    fd_fdstat_get: done,
    environ_get: done,
    environ_sizes_get: (count: number, size: number) => {
      refresh();
      view.setUint32(count, 0, true);
      view.setUint32(size, 0, true);
      return 0;
    },
    clock_time_get: (_clock: number, _precision: bigint, pointer: number) => {
      refresh();
      view.setBigInt64(pointer, 0n, true);
      return 0;
    },
  };
  return {
    imports: { env, wasi_snapshot_preview1: wasi },
    use: (given) => {
      memory = given;
    },
  };
}

function done(): number {
  return 0;
}

function refuse(): number {
  return -errno.notSupported;
}

/** How a run ends that does not return: by `exit`, or by a fault of 7-Zip's. */
export class SevenZipEnd extends Error {
  override name = 'SevenZipEnd';
  readonly code: number;

  constructor(code: number, how: string) {
    super(how);
    this.code = code;
  }
}
