// The parts of a split archive, read as one file. In: the parts in their order. Out: one file, as long as all
// of them; the parts stay in reach for formats that must know where one ends.

import type { RandomAccess } from '../random-access.ts';

export interface JoinedParts extends RandomAccess {
  parts: readonly RandomAccess[];
}

/** `path` is that of the first part: no library can open the whole under it. */
export function joinParts(parts: readonly RandomAccess[]): JoinedParts {
  const starts: number[] = [];
  let sizeBytes = 0;
  for (const part of parts) {
    starts.push(sizeBytes);
    sizeBytes += part.sizeBytes;
  }

  /** What must be read of which part for these bytes. */
  const spans = (offset: number, length: number): { part: RandomAccess; from: number; count: number }[] => {
    const end = Math.min(sizeBytes, offset + length);
    return parts.flatMap((part, i) => {
      const start = starts[i] ?? 0;
      const from = Math.max(offset, start);
      const count = Math.min(end, start + part.sizeBytes) - from;
      return count > 0 ? [{ part, from: from - start, count }] : [];
    });
  };

  return {
    parts,
    sizeBytes,
    path: parts[0]?.path ?? '',
    read: async (offset, length) => {
      const pieces: Uint8Array[] = [];
      for (const { part, from, count } of spans(offset, length)) pieces.push(await part.read(from, count));
      return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
    },
    readSync: (offset, length) =>
      Buffer.concat(spans(offset, length).map(({ part, from, count }) => part.readSync(from, count))),
    async *stream(offset = 0) {
      for (const [i, part] of parts.entries()) {
        const start = starts[i] ?? 0;
        if (offset < start + part.sizeBytes) yield* part.stream(Math.max(0, offset - start));
      }
    },
  };
}

export function partsIn(file: RandomAccess): readonly RandomAccess[] {
  return 'parts' in file ? (file as JoinedParts).parts : [file];
}
