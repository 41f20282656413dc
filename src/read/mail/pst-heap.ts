// The middle layer of a mail store ([MS-PST] 2.3): the heap in a node's data, and the properties and tables kept
// there. In: a node. Out: properties by their number, rows of a table as properties. Each value is read when it
// is asked for; of a value longer than a text is, the beginning.

import type { TextDecoder } from 'node:util';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { filetime } from './filetime.ts';
import { decoderOf } from './mail-charset.ts';
import type { MapiProperties } from './mapi-item.ts';
import type { PstNode, PstStore } from './pst-store.ts';

/** Heaps hold short values and have some ten kilobytes; long values lie in nodes of their own. */
const maxHeapBytes = 32 << 20;
const maxValueBytes = 16 << 20;
/** Properties of an item or recipients of a mail. */
const maxEntries = 100_000;
const maxLevels = 8;

const heapSign = 0xec;
const treeSign = 0xb5;
const tableSign = 0x7c;
const damaged = 'its properties are damaged';

export interface PstProperties extends MapiProperties {
  /** The node that a long value lies in; null where it is short or there is none. */
  nodeOf(id: number): PstNode | null;
  /** The node of an object: a mail inside a mail. */
  objectOf(id: number): PstNode | null;
}

interface Heap {
  root: number;
  item(id: number): Buffer | null;
}

interface Value {
  type: number;
  /** The value itself, or where it lies. */
  held: Buffer;
}

/** `inside`: the nodes inside this one. */
export function propertiesOf(
  store: PstStore,
  node: PstNode,
  inside: ReadonlyMap<number, PstNode>,
): PstProperties {
  const heap = heapOf(store, store.blocks(node));
  const values = new Map<number, Value>();
  for (const entry of treeEntries(heap, heap.root, 2, 6))
    values.set(entry.readUInt16LE(0), { type: entry.readUInt16LE(2), held: entry.subarray(4, 8) });
  return readableProperties(store, heap, inside, values);
}

/** The rows of a table, in the order that they lie in. */
export function* rowsOf(
  store: PstStore,
  node: PstNode,
  inside: ReadonlyMap<number, PstNode>,
): Generator<PstProperties> {
  const heap = heapOf(store, store.blocks(node));
  const head = heap.item(heap.root);
  if (!head || head.length < 22 || head[0] !== tableSign) throw new UnreadableError(damaged);
  const rowBytes = head.readUInt16LE(8);
  const presentAt = head.readUInt16LE(6);
  const columns = columnsOf(head, rowBytes);
  const rowsAt = head.readUInt32LE(14);
  let count = 0;
  const blocks = isHeapId(rowsAt) ? [heap.item(rowsAt) ?? nothing] : blocksInside(store, inside, rowsAt);
  for (const block of blocks) {
    for (const row of piecesOf(block, rowBytes)) {
      if (count++ >= maxEntries) return;
      const values = new Map<number, Value>();
      for (const { id, type, at, length, bit } of columns) {
        const present = row[presentAt + (bit >> 3)] ?? 0;
        if ((present & (0x80 >> (bit & 7))) !== 0)
          values.set(id, { type, held: row.subarray(at, at + length) });
      }
      yield readableProperties(store, heap, inside, values);
    }
  }
}

const nothing = Buffer.alloc(0);

function* piecesOf(bytes: Buffer, length: number): Generator<Buffer> {
  if (length === 0) return;
  for (let p = 0; p + length <= bytes.length; p += length) yield bytes.subarray(p, p + length);
}

function columnsOf(
  head: Buffer,
  rowBytes: number,
): { id: number; type: number; at: number; length: number; bit: number }[] {
  const columns = [];
  for (let i = 0, p = 22; i < head[1]! && p + 8 <= head.length; i++, p += 8) {
    const column = {
      type: head.readUInt16LE(p),
      id: head.readUInt16LE(p + 2),
      at: head.readUInt16LE(p + 4),
      length: head[p + 6]!,
      bit: head[p + 7]!,
    };
    if (column.at + column.length <= rowBytes) columns.push(column);
  }
  return columns;
}

function readableProperties(
  store: PstStore,
  heap: Heap,
  inside: ReadonlyMap<number, PstNode>,
  values: ReadonlyMap<number, Value>,
): PstProperties {
  const bytesOf = ({ held }: Value): Buffer | null => {
    if (held.length < 4) return null;
    const at = held.readUInt32LE(0);
    if (at === 0) return null;
    if (isHeapId(at)) return heap.item(at);
    const parts: Buffer[] = [];
    let had = 0;
    for (const block of blocksInside(store, inside, at)) {
      parts.push(block);
      if ((had += block.length) >= maxValueBytes) break;
    }
    return Buffer.concat(parts);
  };
  const number = (id: number): number | null => {
    const value = values.get(id);
    return value?.type === 3 && value.held.length >= 4 ? value.held.readInt32LE(0) : null;
  };
  const text = (id: number): string | null => {
    const value = values.get(id);
    if (value?.type !== 0x1f && value?.type !== 0x1e) return null;
    const bytes = bytesOf(value);
    if (!bytes) return null;
    const written = value.type === 0x1f ? bytes.toString('utf16le') : codePage().decode(bytes);
    return written.replace(/\0{1,100}$/u, '');
  };
  const codePage = (): TextDecoder => decoderOf(`cp${number(0x3ffd) ?? number(0x3fde) ?? 1252}`);
  const placeOf = (id: number): number => {
    const held = values.get(id)?.held;
    return held && held.length >= 4 ? held.readUInt32LE(0) : 0;
  };
  return {
    text,
    number,
    bytes(id) {
      const value = values.get(id);
      return value?.type === 0x102 ? bytesOf(value) : null;
    },
    time(id) {
      const value = values.get(id);
      if (value?.type !== 0x40) return null;
      return filetime((value.held.length >= 8 ? value.held : bytesOf(value)) ?? Buffer.alloc(0));
    },
    *range(first, last) {
      for (const [id, { type }] of values)
        if (id >= first && id <= last && (type === 0x1f || type === 0x1e)) yield [id, text(id) ?? ''];
    },
    nodeOf: (id) => (isHeapId(placeOf(id)) ? null : (inside.get(placeOf(id)) ?? null)),
    objectOf(id) {
      const held = values.get(id)?.type === 0x0d ? heap.item(placeOf(id)) : null;
      return held && held.length >= 4 ? (inside.get(held.readUInt32LE(0)) ?? null) : null;
    },
  };
}

function blocksInside(store: PstStore, inside: ReadonlyMap<number, PstNode>, id: number): Iterable<Buffer> {
  const node = inside.get(id);
  return node ? store.blocks(node) : [];
}

/** The five lower bits of a node's number say its kind; of a value in the heap they are 0. */
function isHeapId(id: number): boolean {
  return (id & 0x1f) === 0;
}

function heapOf(store: PstStore, source: Iterable<Buffer>): Heap {
  const blocks: Buffer[] = [];
  let had = 0;
  for (const block of source) {
    blocks.push(block);
    if ((had += block.length) > maxHeapBytes) throw new UnreadableError(damaged);
  }
  const first = blocks[0];
  if (!first || first.length < 12 || first[2] !== heapSign) throw new UnreadableError(damaged);
  const bits = store.form.heapIndexBits;
  return {
    root: first.readUInt32LE(4),
    item(id) {
      const index = (id >>> 5) & ((1 << bits) - 1);
      const block = blocks[id >>> (5 + bits)];
      if (!isHeapId(id) || index === 0 || !block || block.length < 2) return null;
      const map = block.readUInt16LE(0);
      const at = map + 4 + (index - 1) * 2;
      if (at + 4 > block.length || index > block.readUInt16LE(map)) return null;
      return block.subarray(block.readUInt16LE(at), block.readUInt16LE(at + 2));
    },
  };
}

/** The leaves of a tree in the heap. */
function* treeEntries(heap: Heap, id: number, keyBytes: number, valueBytes: number): Generator<Buffer> {
  const head = heap.item(id);
  if (!head || head.length < 8 || head[0] !== treeSign || head[1] !== keyBytes || head[2] !== valueBytes)
    throw new UnreadableError(damaged);
  let left = maxEntries;
  function* walk(at: number, level: number): Generator<Buffer> {
    for (const entry of piecesOf(heap.item(at) ?? nothing, keyBytes + (level > 0 ? 4 : valueBytes))) {
      if (--left < 0) return;
      if (level > 0) yield* walk(entry.readUInt32LE(keyBytes), level - 1);
      else yield entry;
    }
  }
  yield* walk(head.readUInt32LE(4), Math.min(head[3]!, maxLevels));
}
