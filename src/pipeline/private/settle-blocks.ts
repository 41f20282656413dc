// Sorts what a build has made into blocks. In: the parts of a breach. Out: one block for each stretch of buckets, entries
// in the order of their tags. Goes over the parts several times rather than hold them all.

import {
  blockOf,
  bucketBytes,
  type PrivateKind,
  privateKinds,
  tagBytes,
} from '../../lookup/private/index.ts';
import {
  addPrivateBlocks,
  dropPrivateBlocks,
  endPrivateIndexes,
  type PrivateBlockRow,
  privateParts,
  type RegisterDatabase,
} from '../../store/register/index.ts';

/** Of records, at once, where nothing else is said. */
const usualHeldBytes = 64 << 20;
/** Entries a block, on average, at least; at most twice as many. */
const entriesInBlock = 128;
/** Of a bucket's number; so that a block of numbers of telephones still stands for thousands of them. */
const maxBits = 16;
const blocksAtOnce = 1000;

export interface SettleOptions {
  breach: number;
  /** Length of an entry: tag and sealed content. */
  entryBytes: number;
  heldBytes?: number;
  signal?: AbortSignal | undefined;
}

/** Bits of the number of a block, so that blocks hold `entriesInBlock` to twice that. */
export function blockBits(entries: number): number {
  return Math.min(maxBits, Math.max(0, Math.floor(Math.log2(Math.max(1, entries) / entriesInBlock))));
}

export async function settleBlocks(register: RegisterDatabase, options: SettleOptions): Promise<void> {
  const { breach, entryBytes, heldBytes = usualHeldBytes, signal } = options;
  const counts = await countRecords(register, options);
  await dropPrivateBlocks(register, breach);
  const ended = privateKinds.map((kind, i) => ({ kind, entries: counts[i]!, bits: blockBits(counts[i]!) }));
  for (const { kind, entries, bits } of ended) {
    const stretches = Math.min(2 ** bits, Math.ceil((entries * entryBytes) / heldBytes));
    for (let i = 0; i < stretches; i++) {
      signal?.throwIfAborted();
      const [from, to] = [edge(i, bits, stretches), edge(i + 1, bits, stretches)];
      const blocks = blocksOf(await gather(register, options, { kind, bits, from, to }), entryBytes);
      for (let at = 0; at < blocks.length; at += blocksAtOnce)
        await addPrivateBlocks(register, breach, kind, blocks.slice(at, at + blocksAtOnce));
    }
  }
  await endPrivateIndexes(register, breach, ended);
}

/** The first block of a stretch. */
function edge(stretch: number, bits: number, stretches: number): number {
  return Math.floor((stretch * 2 ** bits) / stretches);
}

/** By kind. */
async function countRecords(
  { rows }: RegisterDatabase,
  { breach, entryBytes }: SettleOptions,
): Promise<number[]> {
  const counts = privateKinds.map(() => 0);
  const recordBytes = 1 + bucketBytes + entryBytes;
  for await (const { bytes } of privateParts(rows, breach, 'entries'))
    for (let at = 0; at < bytes.length; at += recordBytes) counts[bytes[at]!]!++;
  return counts;
}

interface Stretch {
  kind: PrivateKind;
  bits: number;
  /** Blocks, `to` not among them. */
  from: number;
  to: number;
}

interface Gathered {
  entries: Buffer;
  /** By block: where its entries begin. */
  places: Map<number, number[]>;
}

async function gather(
  { rows }: RegisterDatabase,
  { breach, entryBytes }: SettleOptions,
  { kind, bits, from, to }: Stretch,
): Promise<Gathered> {
  const recordBytes = 1 + bucketBytes + entryBytes;
  const number = privateKinds.indexOf(kind);
  const places = new Map<number, number[]>();
  let entries = Buffer.allocUnsafe(1 << 20);
  let length = 0;
  for await (const { bytes } of privateParts(rows, breach, 'entries'))
    for (let at = 0; at < bytes.length; at += recordBytes) {
      const block = blockOf(bytes.readUInt32BE(at + 1), bits);
      if (bytes[at] !== number || block < from || block >= to) continue;
      if (length + entryBytes > entries.length) entries = grown(entries);
      bytes.copy(entries, length, at + 1 + bucketBytes, at + recordBytes);
      const known = places.get(block);
      if (known) known.push(length);
      else places.set(block, [length]);
      length += entryBytes;
    }
  return { entries, places };
}

function grown(bytes: Buffer): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(bytes.length * 2);
  bytes.copy(larger);
  return larger;
}

/** The order in a block is that of random bytes: nothing is left of the order in the leak. */
function blocksOf({ entries, places }: Gathered, entryBytes: number): PrivateBlockRow[] {
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .map(([block, offsets]) => {
      const sorted = offsets.toSorted((a, b) => entries.compare(entries, b, b + tagBytes, a, a + tagBytes));
      return { block, entries: Buffer.concat(sorted.map((at) => entries.subarray(at, at + entryBytes))) };
    });
}
