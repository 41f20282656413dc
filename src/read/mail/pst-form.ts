// The three forms of mail stores ([MS-PST] 1.3): of Outlook up to 2002, since 2003, and with large pages since 2013.
// In: the header. Out: where things lie and how wide they are.

export interface PstForm {
  keyBytes: 4 | 8;
  /** A block's number and its place. */
  referenceBytes: 8 | 16;
  pageBytes: number;
  trailerAt: number;
  nodeEntryBytes: number;
  blockEntryBytes: number;
  /** In the header: the roots of the trees, and how blocks are disguised. */
  nodeRootAt: number;
  blockRootAt: number;
  cipherAt: number;
  /** Where a list of nodes begins in its block. */
  listAt: number;
  /** Bits of the number of a value within a page of the heap, [MS-PST] 2.3.1.1. */
  heapIndexBits: number;
  key(bytes: Buffer, at: number): number;
  reference(bytes: Buffer, at: number): { at: number };
  counts(page: Buffer): { count: number; entryBytes: number; level: number };
  /** Whether the block of this entry is packed. */
  isPacked(entry: Buffer): boolean;
}

const key4 = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at);
const key8 = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

const smallPage = (trailerAt: number, gap: number) => (page: Buffer) => ({
  count: page[trailerAt - gap]!,
  entryBytes: page[trailerAt - gap + 2]!,
  level: page[trailerAt - gap + 3]!,
});

const narrow: PstForm = {
  keyBytes: 4,
  referenceBytes: 8,
  pageBytes: 512,
  trailerAt: 500,
  nodeEntryBytes: 16,
  blockEntryBytes: 12,
  nodeRootAt: 184,
  blockRootAt: 192,
  cipherAt: 461,
  listAt: 4,
  heapIndexBits: 11,
  key: key4,
  reference: (bytes, at) => ({ at: key4(bytes, at + 4) }),
  counts: smallPage(500, 4),
  isPacked: () => false,
};

const wide: PstForm = {
  keyBytes: 8,
  referenceBytes: 16,
  pageBytes: 512,
  trailerAt: 496,
  nodeEntryBytes: 28,
  blockEntryBytes: 20,
  nodeRootAt: 216,
  blockRootAt: 232,
  cipherAt: 513,
  listAt: 8,
  heapIndexBits: 11,
  key: key8,
  reference: (bytes, at) => ({ at: key8(bytes, at + 8) }),
  counts: smallPage(496, 8),
  isPacked: () => false,
};

const large: PstForm = {
  ...wide,
  pageBytes: 4096,
  trailerAt: 4072,
  heapIndexBits: 14,
  counts: (page) => ({ count: page.readUInt16LE(4056), entryBytes: page[4060]!, level: page[4061]! }),
  isPacked: (entry) => entry.readUInt16LE(16) !== entry.readUInt16LE(18),
};

export function formOf(header: Buffer): PstForm | null {
  if (header.length < 564 || header.toString('latin1', 0, 4) !== '!BDN') return null;
  const version = header.readUInt16LE(10);
  if (version === 14 || version === 15) return narrow;
  if (version >= 36) return large;
  return version >= 20 ? wide : null;
}
