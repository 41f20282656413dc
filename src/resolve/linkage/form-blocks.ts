// Rows that share a key brought together, whatever their number. In: one pass, the rows that take part and those that
// look for somebody. Out: pairs, each once a pass; blocks too large to compare are divided and, where nothing divides
// them, handed back whole. Time grows with the rows, never with the square of a block; 4 to 8 bytes a row.

import { type BlockingPass, isSoughtIn, refinedKey } from './passes.ts';

/** Work memory of a pass, made once for all of them. */
export interface BlockRoom {
  keys: Uint32Array;
  counts: Uint32Array;
  /** By bucket: seeking rows in it, as far as 16 bits count. */
  seeking: Uint16Array;
  /** By bucket, a bit: a seeking row has its key. Small enough to be asked for every row. */
  marks: Uint32Array;
  /** By bucket: where its next row is placed, `notWorth` for buckets that are not compared. */
  ends: Uint32Array;
  placed: Int32Array;
  /** Their keys, side by side: a block is compared without a look at the rows. */
  placedKeys: Uint32Array;
  bucketBits: number;
}

export interface BlockVisitor {
  /** A pair under one key, one of them a seeking row. */
  onPair(a: number, b: number): void;
  /** A row of a block that stays too large, with the block's key and about how many rows it has. */
  onCrowded(row: number, key: number, size: number): void;
}

const notWorth = 0xffffffff;
/** Rows brought together at a time: 32 MB. */
const placedRows = 1 << 22;
/** Sizes that a block may have at most, the larger ones only while all pairs together stay within the bound. */
const blockLimits = [2048, 1024, 512, 256, 128, 64, 32];
/** Pairs a pass may make: what a second of comparing allows, and eight a row. */
const pairBound = (rows: number): number => 4_000_000 + 8 * rows;

export function createBlockRoom(rows: number, variants: 1 | 2): BlockRoom {
  const bucketBits = Math.min(22, Math.max(8, Math.ceil(Math.log2(rows + 1))));
  return {
    keys: new Uint32Array(rows * variants),
    counts: new Uint32Array(1 << bucketBits),
    seeking: new Uint16Array(1 << bucketBits),
    marks: new Uint32Array(1 << (bucketBits - 5)),
    ends: new Uint32Array(1 << bucketBits),
    placed: new Int32Array(Math.min(placedRows, rows * variants)),
    placedKeys: new Uint32Array(Math.min(placedRows, rows * variants)),
    bucketBits,
  };
}

/** @param seekers rows that may be somebody else's: a pair has at least one of them; `isSeeking` says the same by row */
export function formBlocks(
  pass: BlockingPass,
  room: BlockRoom,
  takesPart: Uint8Array,
  seekers: Int32Array,
  isSeeking: Uint8Array,
  visitor: BlockVisitor,
): void {
  const rows = takesPart.length;
  const { keys, counts, bucketBits } = room;
  const entries = rows * pass.variants;
  const shift = 32 - bucketBits;
  const sought = pass.seeks === null ? seekers : rowsThat(pass.seeks, takesPart);
  let counted = beginKeys(pass, room, takesPart, sought);
  for (let step = 0; counted > 0; step++) {
    const limit = limitFor(room, pairBound(rows));
    comparePlaced(pass, room, entries, rows, limit, isSeeking, visitor);
    if (!counts.some((size) => size > limit)) return;
    const isLast = step === pass.refinements;
    for (let entry = 0; entry < entries; entry++) {
      const key = keys[entry]!;
      if (key === 0) continue;
      const size = counts[key >>> shift]!;
      keys[entry] = size <= limit || isLast ? 0 : refinedKey(key, pass.refine(entry % rows, step + 1));
      if (size > limit && isLast) visitor.onCrowded(entry % rows, key, size);
    }
    if (isLast) return;
    counted = recount(pass, room, sought, rows, entries);
  }
}

function rowsThat(is: (row: number) => boolean, takesPart: Uint8Array): Int32Array {
  let count = 0;
  for (let row = 0; row < takesPart.length; row++) if (takesPart[row] === 1 && is(row)) count++;
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; at < count; row++) if (takesPart[row] === 1 && is(row)) rows[at++] = row;
  return rows;
}

/** Writes the keys that a sought row has too, 0 for all others, and counts them by bucket. */
function beginKeys(pass: BlockingPass, room: BlockRoom, takesPart: Uint8Array, sought: Int32Array): number {
  const { keys, counts, seeking, marks, bucketBits } = room;
  const shift = 32 - bucketBits;
  const rows = takesPart.length;
  counts.fill(0);
  seeking.fill(0);
  marks.fill(0);
  for (let variant = 0; variant < pass.variants; variant++)
    for (const row of sought) {
      const key = pass.key(row, variant);
      if (key === 0) continue;
      const bucket = key >>> shift;
      marks[bucket >>> 5]! |= 1 << (bucket & 31);
      if (seeking[bucket]! < 0xffff) seeking[bucket]!++;
    }
  let counted = 0;
  for (let variant = 0; variant < pass.variants; variant++)
    for (let row = 0; row < rows; row++) {
      let key = takesPart[row] === 0 ? 0 : pass.key(row, variant);
      const bucket = key >>> shift;
      if (key !== 0 && (marks[bucket >>> 5]! & (1 << (bucket & 31))) === 0) key = 0;
      // a row whose two last names give one key stands in its block once
      if (variant === 1 && key === keys[row]) key = 0;
      keys[variant * rows + row] = key;
      if (key === 0) continue;
      counts[bucket]!++;
      counted++;
    }
  return counted;
}

/** The same for keys that were divided: those of buckets without a sought row are dropped. */
function recount(
  pass: BlockingPass,
  { keys, counts, seeking, bucketBits }: BlockRoom,
  sought: Int32Array,
  rows: number,
  entries: number,
): number {
  const shift = 32 - bucketBits;
  counts.fill(0);
  seeking.fill(0);
  for (let variant = 0; variant < pass.variants; variant++)
    for (const row of sought) {
      const key = keys[variant * rows + row]!;
      if (key !== 0 && seeking[key >>> shift]! < 0xffff) seeking[key >>> shift]!++;
    }
  let counted = 0;
  for (let entry = 0; entry < entries; entry++) {
    const key = keys[entry]!;
    if (key === 0) continue;
    if (seeking[key >>> shift] === 0) keys[entry] = 0;
    else {
      counts[key >>> shift]!++;
      counted++;
    }
  }
  return counted;
}

function limitFor({ counts, seeking }: BlockRoom, bound: number): number {
  const pairs = blockLimits.map(() => 0);
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const size = counts[bucket]!;
    if (size < 2 || size > blockLimits[0]!) continue;
    let narrowest = blockLimits.length - 1;
    while (size > blockLimits[narrowest]!) narrowest--;
    pairs[narrowest]! += size * seeking[bucket]!;
  }
  // what fits under a narrow limit fits under all wider ones
  for (let i = pairs.length - 2; i >= 0; i--) pairs[i]! += pairs[i + 1]!;
  return blockLimits.find((_, i) => pairs[i]! <= bound) ?? blockLimits.at(-1)!;
}

/** Places the rows of one range of buckets after the other, as many as there is room for, and compares them. */
function comparePlaced(
  pass: BlockingPass,
  room: BlockRoom,
  entries: number,
  rows: number,
  limit: number,
  isSeeking: Uint8Array,
  visitor: BlockVisitor,
): void {
  const { keys, counts, ends, placed, placedKeys, bucketBits } = room;
  const shift = 32 - bucketBits;
  for (let from = 0, to = 0; from < counts.length; from = to) {
    let filled = 0;
    for (; to < counts.length; to++) {
      const size = counts[to]!;
      const isWorth = size > 1 && size <= limit;
      if (isWorth && filled + size > placed.length) break;
      ends[to] = isWorth ? filled : notWorth;
      if (isWorth) filled += size;
    }
    if (filled === 0) continue;
    for (let entry = 0; entry < entries; entry++) {
      const key = keys[entry]!;
      if (key === 0) continue;
      const bucket = key >>> shift;
      if (bucket < from || bucket >= to || ends[bucket] === notWorth) continue;
      placed[ends[bucket]!] = entry;
      placedKeys[ends[bucket]!++] = key;
    }
    for (let bucket = from; bucket < to; bucket++) {
      const end = ends[bucket]!;
      if (end !== notWorth)
        compareBucket(pass, placedKeys, placed, end - counts[bucket]!, end, rows, isSeeking, visitor);
    }
  }
}

function compareBucket(
  pass: BlockingPass,
  keys: Uint32Array,
  placed: Int32Array,
  from: number,
  to: number,
  rows: number,
  isSeeking: Uint8Array,
  visitor: BlockVisitor,
): void {
  for (let i = from; i < to; i++) {
    const a = placed[i]! % rows;
    if (isSeeking[a] === 0) continue;
    const key = keys[i]!;
    for (let j = from; j < to; j++) {
      if (keys[j] !== key || j === i) continue;
      const b = placed[j]! % rows;
      // of two seeking rows the first one meets the second
      if (j < i && isSeeking[b] === 1) continue;
      if (isSoughtIn(pass, a, b) && pass.wants(a, b)) visitor.onPair(a, b);
    }
  }
}
