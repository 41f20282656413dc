// Which container a file is, from its first bytes and never from its name.
// In: the head of a file. Out: the kind, or null. A program that unpacks itself is none.

import { isTarHeader } from './tar-header.ts';

export type ArchiveKind = 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'tar' | 'zip' | '7z' | 'rar';

/** `head`: the first bytes; 512 of them decide every kind. */
export function archiveOf(head: Uint8Array): ArchiveKind | null {
  for (const { kind, begins, and } of signatures) {
    if (begins.every((byte, i) => head[i] === byte) && (and === undefined || and(head))) return kind;
  }
  return isTarHeader(head) ? 'tar' : null;
}

interface Signature {
  kind: ArchiveKind;
  begins: readonly number[];
  and?: (head: Uint8Array) => boolean;
}

const p = 0x50;
const k = 0x4b;

const signatures: readonly Signature[] = [
  { kind: 'gzip', begins: [0x1f, 0x8b, 8] },
  // "BZh", the size of its blocks, then a block, or the end of an empty file
  {
    kind: 'bzip2',
    begins: [0x42, 0x5a, 0x68],
    and: (head) => isDigit(head[3]) && (head[4] === 0x31 || head[4] === 0x17),
  },
  { kind: 'xz', begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0] },
  { kind: 'zstd', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  // a skippable frame, as pzstd writes one first
  {
    kind: 'zstd',
    begins: [],
    and: (head) =>
      (head[0] ?? 0) >> 4 === 5 &&
      head[1] === 0x2a &&
      head[2] === 0x4d &&
      head[3] === 0x18 &&
      head.length > 8,
  },
  { kind: '7z', begins: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'rar', begins: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'zip', begins: [p, k, 3, 4] },
  // an empty one, and the marks of the first part of a split one
  { kind: 'zip', begins: [p, k, 5, 6] },
  { kind: 'zip', begins: [p, k, 7, 8, p, k] },
  { kind: 'zip', begins: [p, k, 0x30, 0x30, p, k] },
];

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x31 && byte <= 0x39;
}
