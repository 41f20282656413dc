// A compound file (OLE2; [MS-CFB]): storages and streams in one file, as Outlook keeps a mail. In: a file that can
// be read from anywhere. Out: its entries, and the bytes of streams, read sector by sector. Chains of sectors are
// followed no further than the file has sectors, and no more is read in all than the file holds: streams of a
// sound file do not overlap.

import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';

export interface CompoundEntry {
  name: string;
  isStorage: boolean;
  sizeBytes: number;
  children: CompoundEntry[];
  startSector: number;
}

export interface CompoundFile {
  root: CompoundEntry;
  /** The bytes of a stream in pieces; ends early with an `UnreadableError` where its chain is broken. */
  stream(entry: CompoundEntry): Generator<Buffer>;
  /** The first `most` bytes of a stream, fewer where its chain is broken. */
  bytes(entry: CompoundEntry, most: number): Buffer;
  /** Something could not be read that was asked for. */
  readonly isDamaged: boolean;
}

const signature = 'd0cf11e0a1b11ae1';
const headerBytes = 512;
const entryBytes = 128;
const miniSectorBytes = 64;
const miniStreamCutoff = 4096;
const endOfChain = 0xffff_fffe;
/** From here on numbers are no sectors. */
const firstMark = 0xffff_fffa;
const freeSector = 0xffff_ffff;

/** Outlook stores some 60 streams a recipient and attachment; ten thousand of them are a mail, more is none. */
const maxEntries = 500_000;

/** Sectors of the allocation table that are kept: each leads through 128 others or 1024. */
const maxCachedSectors = 256;

/** Short streams are read more than once, whatever the size of the file. */
const repeatedBytes = 1 << 20;

/** Read at a time of a stream that lies in one run. */
const pieceBytes = 64 << 10;

const broken = 'the chain of its sectors is broken';

export function isCompoundFile(head: Uint8Array): boolean {
  return head.length >= headerBytes && Buffer.from(head.subarray(0, 8)).toString('hex') === signature;
}

export function openCompoundFile(file: RandomAccess): CompoundFile {
  const header = Buffer.from(file.readSync(0, headerBytes));
  if (!isCompoundFile(header)) throw new UnreadableError('is no compound file, or its beginning is lost');
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new UnreadableError('a compound file of a form that is not known');
  const sectors = createSectors(file, header, 1 << shift);
  const directory = sectors.chain(header.readUInt32LE(48));
  const entries = readEntries(sectors, directory.sectors);
  const root = entries[0];
  if (!root) throw new UnreadableError('a compound file without a directory');
  const { sectors: miniStream, isWhole } = sectors.chain(root.startSector);
  const miniTable = sectors.chain(header.readUInt32LE(60)).sectors;
  let budget = file.sizeBytes * 2 + repeatedBytes;
  let isDamaged = !directory.isWhole || !isWhole;

  const spend = (bytes: number): void => {
    budget -= bytes;
    if (budget < 0) throw new UnreadableError('its streams overlap, as only damaged ones do');
  };
  function* miniSectors(entry: CompoundEntry): Generator<Buffer> {
    let left = entry.sizeBytes;
    const perSector = sectors.sectorBytes / miniSectorBytes;
    for (let mini = entry.startSector; left > 0;) {
      const sector = miniStream[Math.floor(mini / perSector)];
      if (sector === undefined) throw new UnreadableError(broken);
      spend(miniSectorBytes);
      const within = (mini % perSector) * miniSectorBytes;
      yield sectors.read(sector, within, Math.min(left, miniSectorBytes));
      left -= miniSectorBytes;
      const table = miniTable[Math.floor(mini / (sectors.sectorBytes / 4))];
      if (left > 0 && table === undefined) throw new UnreadableError(broken);
      if (left > 0) mini = sectors.table(table!)[mini % (sectors.sectorBytes / 4)]!;
    }
  }
  function* fullSectors(entry: CompoundEntry): Generator<Buffer> {
    let left = entry.sizeBytes;
    for (let sector = entry.startSector; left > 0;) {
      let count = 1;
      let next = sectors.next(sector);
      while (next === sector + count && (count + 1) * sectors.sectorBytes <= pieceBytes) {
        count++;
        next = sectors.next(next);
      }
      spend(count * sectors.sectorBytes);
      const bytes = sectors.read(sector, 0, Math.min(left, count * sectors.sectorBytes));
      if (bytes.length === 0) throw new UnreadableError(broken);
      yield bytes;
      left -= bytes.length;
      if (left > 0 && next >= endOfChain) throw new UnreadableError(broken);
      sector = next;
    }
  }
  const stream = (entry: CompoundEntry): Generator<Buffer> =>
    entry.sizeBytes < miniStreamCutoff ? miniSectors(entry) : fullSectors(entry);
  return {
    root,
    stream,
    get isDamaged() {
      return isDamaged;
    },
    bytes(entry, most) {
      const pieces: Buffer[] = [];
      let had = 0;
      try {
        for (const piece of stream(entry)) {
          pieces.push(piece);
          had += piece.length;
          if (had >= most) break;
        }
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        isDamaged = true;
      }
      return Buffer.concat(pieces).subarray(0, most);
    },
  };
}

interface Sectors {
  sectorBytes: number;
  /** Up to `length` bytes of a sector and those behind it. */
  read(sector: number, from: number, length: number): Buffer;
  table(sector: number): Uint32Array;
  next(sector: number): number;
  /** `isWhole`: it comes to an end. */
  chain(first: number): { sectors: number[]; isWhole: boolean };
}

function createSectors(file: RandomAccess, header: Buffer, sectorBytes: number): Sectors {
  const count = Math.ceil(file.sizeBytes / sectorBytes);
  const perTable = sectorBytes / 4;
  const cache = new Map<number, Uint32Array>();
  const read = (sector: number, from: number, length: number): Buffer => {
    if (sector >= count) return Buffer.alloc(0);
    const bytes = file.readSync((sector + 1) * sectorBytes + from, length);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  const table = (sector: number): Uint32Array => {
    const known = cache.get(sector);
    if (known) return known;
    const bytes = read(sector, 0, sectorBytes);
    const numbers = new Uint32Array(perTable).fill(endOfChain);
    for (let i = 0; i * 4 + 4 <= bytes.length; i++) numbers[i] = bytes.readUInt32LE(i * 4);
    if (cache.size >= maxCachedSectors) cache.delete(cache.keys().next().value!);
    cache.set(sector, numbers);
    return numbers;
  };
  const tables = tableSectors(header, count, perTable, table);
  const next = (sector: number): number => {
    const at = tables[Math.floor(sector / perTable)];
    return at === undefined ? endOfChain : table(at)[sector % perTable]!;
  };
  return {
    sectorBytes,
    read,
    table,
    next,
    chain(first) {
      const sectors: number[] = [];
      let sector = first;
      for (; sector < count && sectors.length < count; sector = next(sector)) sectors.push(sector);
      const isWhole = sector >= firstMark;
      return { sectors, isWhole };
    },
  };
}

/** The sectors of the allocation table: 109 in the header, the others in a chain of their own. */
function tableSectors(
  header: Buffer,
  count: number,
  perTable: number,
  table: (sector: number) => Uint32Array,
): number[] {
  const sectors: number[] = [];
  const most = Math.ceil(count / perTable) + 1;
  for (let at = 76; at < headerBytes && sectors.length < most; at += 4) {
    const sector = header.readUInt32LE(at);
    if (sector < count) sectors.push(sector);
  }
  let further = header.readUInt32LE(68);
  for (let steps = 0; further < count && steps < most && sectors.length < most; steps++) {
    const numbers = table(further);
    for (const sector of numbers.subarray(0, -1))
      if (sector < count && sectors.length < most) sectors.push(sector);
    further = numbers.at(-1)!;
  }
  return sectors;
}

/** The directory, each entry in one place at most, whatever their links say. */
function readEntries(sectors: Sectors, directory: number[]): CompoundEntry[] {
  const entries: (CompoundEntry & { left: number; right: number; child: number; kind: number })[] = [];
  for (const sector of directory) {
    const bytes = sectors.read(sector, 0, sectors.sectorBytes);
    for (let p = 0; p + entryBytes <= bytes.length && entries.length < maxEntries; p += entryBytes)
      entries.push(parseEntry(bytes.subarray(p, p + entryBytes), sectors.sectorBytes));
  }
  const placed = new Uint8Array(entries.length);
  placed[0] = 1;
  for (const storage of entries) {
    if (!storage.isStorage) continue;
    const waiting = [storage.child];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const entry = at === freeSector ? undefined : entries[at];
      if (!entry || placed[at] === 1 || entry.kind === 0) continue;
      placed[at] = 1;
      storage.children.push(entry);
      waiting.push(entry.right, entry.left);
    }
  }
  return entries;
}

function parseEntry(
  bytes: Buffer,
  sectorBytes: number,
): CompoundEntry & { left: number; right: number; child: number; kind: number } {
  const nameBytes = Math.min(Math.max(bytes.readUInt16LE(64) - 2, 0), 62) & ~1;
  const kind = bytes[66]!;
  return {
    name: bytes.toString('utf16le', 0, nameBytes),
    kind,
    isStorage: kind === 1 || kind === 5,
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    startSector: bytes.readUInt32LE(116),
    // the upper half is only used with large sectors, and holds rubbish otherwise
    sizeBytes: bytes.readUInt32LE(120) + (sectorBytes === 4096 ? bytes.readUInt32LE(124) * 2 ** 32 : 0),
    children: [],
  };
}
