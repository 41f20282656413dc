// The lower layer of a mail store of Outlook ([MS-PST] 2.2): nodes, and the blocks that their data lies in.
// In: a file that can be read from anywhere. Out: nodes one after the other, the data of one block by block. Trees
// are followed downwards only, and no more is read than a sound store could ask for.

import { inflateSync } from 'node:zlib';
import type { RandomAccess } from '../random-access.ts';
import { UnreadableError } from '../unpack/unreadable-error.ts';
import { decipher, type PstCipher } from './pst-cipher.ts';
import { formOf, type PstForm } from './pst-form.ts';

export interface PstNode {
  id: number;
  /** Block that its data begins in, 0 for none. */
  data: number;
  /** Block that lists the nodes inside it, 0 for none. */
  inside: number;
  parent: number;
}

export interface PstStore {
  form: PstForm;
  /** All nodes, by number. `onDamage`: some could not be read. */
  nodes(onDamage: () => void): Generator<PstNode>;
  node(id: number): PstNode | null;
  nodesInside(node: PstNode): Map<number, PstNode>;
  /** The data of a node, block by block; throws an `UnreadableError` where some is lost. */
  blocks(node: PstNode): Generator<Buffer>;
}

const headerBytes = 564;
/** Of the trees of nodes and blocks: each level has at least some ten times the entries of the one above. */
const maxLevels = 10;
/** Pages that lead to blocks, kept: 2 MB at most. */
const maxCachedPages = 512;
/** The largest block of the newest form, unpacked. */
const maxBlockBytes = 64 << 10;
/** A mail with more parts than this is none. */
const maxNodesInside = 100_000;
/** Copies of a mail share their blocks; so often none is copied. */
const maxShared = 16;
const freeBytes = 64 << 20;

const circles = 'its index leads in circles, as only damaged ones do';
const lost = 'a part of it is lost: scanpst, which comes with Outlook, may repair the store';

export function openPstStore(file: RandomAccess): PstStore {
  const header = Buffer.from(file.readSync(0, headerBytes));
  const form = knownForm(header);
  const cipher = ciphers[header[form.cipherAt]!];
  if (cipher === undefined)
    throw new UnreadableError('a mail store protected by Windows: export it on the machine of its owner');
  const nodeRoot = form.reference(header, form.nodeRootAt);
  const blockRoot = form.reference(header, form.blockRootAt);
  const cache = new Map<number, Page>();
  let pagesLeft = Math.ceil(file.sizeBytes / form.pageBytes) + 1;
  let bytesLeft = file.sizeBytes * maxShared + freeBytes;

  const page = (at: number): Page | null => {
    const known = cache.get(at);
    if (known) return known;
    const bytes = file.readSync(at, form.pageBytes);
    const read = pageOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), form);
    if (read === null) return null;
    if (cache.size >= maxCachedPages) cache.delete(cache.keys().next().value!);
    cache.set(at, read);
    return read;
  };

  /** The entry of `key` in a tree; null where there is none. */
  const find = (root: number, key: number): Buffer | null => {
    let current = page(root);
    for (let steps = 0; current && steps < maxLevels; steps++) {
      const entry = lastUpTo(current, key, form);
      if (entry === null) return null;
      if (current.level === 0) return form.key(entry, 0) === key ? entry : null;
      const next = page(form.reference(entry, form.keyBytes).at);
      if (next && next.level >= current.level) return null;
      current = next;
    }
    return null;
  };

  const block = (id: number): Buffer => {
    const entry = find(blockRoot.at, id - (id % 2));
    if (!entry) throw new UnreadableError(lost);
    const { at } = form.reference(entry, 0);
    const length = entry.readUInt16LE(form.referenceBytes);
    bytesLeft -= length;
    if (bytesLeft < 0) throw new UnreadableError('its parts overlap, as only those of damaged stores do');
    const bytes = Buffer.from(file.readSync(at, length));
    if (bytes.length < length) throw new UnreadableError(lost);
    const whole = form.isPacked(entry) ? inflated(bytes) : bytes;
    return isInternal(id) ? whole : decipher(whole, cipher, id);
  };

  function* dataBlocks(id: number, levelAbove: number): Generator<Buffer> {
    if (id === 0) return;
    const bytes = block(id);
    if (!isInternal(id)) {
      yield bytes;
      return;
    }
    const level = bytes[1]!;
    if (bytes[0] !== 1 || level === 0 || level >= levelAbove) throw new UnreadableError(lost);
    for (const part of idsOf(bytes, form)) yield* dataBlocks(part, level);
  }

  function* listed(id: number, levelAbove: number): Generator<PstNode> {
    if (id === 0) return;
    const bytes = block(id);
    const level = bytes[1]!;
    if (!isInternal(id) || bytes[0] !== 2 || level >= levelAbove) throw new UnreadableError(lost);
    const step = form.keyBytes * (level === 0 ? 3 : 2);
    const count = bytes.readUInt16LE(2);
    for (let i = 0, p = form.listAt; i < count && p + step <= bytes.length; i++, p += step) {
      if (level > 0) yield* listed(form.key(bytes, p + form.keyBytes), level);
      else
        yield {
          id: bytes.readUInt32LE(p),
          data: form.key(bytes, p + form.keyBytes),
          inside: form.key(bytes, p + form.keyBytes * 2),
          parent: 0,
        };
    }
  }

  function* nodesOf(at: number, levelAbove: number, onDamage: () => void): Generator<PstNode> {
    if (--pagesLeft < 0) throw new UnreadableError(circles);
    const current = page(at);
    if (current === null || current.level >= levelAbove) {
      onDamage();
      return;
    }
    for (const entry of current.entries) {
      if (current.level > 0) yield* nodesOf(form.reference(entry, form.keyBytes).at, current.level, onDamage);
      else yield nodeOf(entry, form);
    }
  }

  return {
    form,
    nodes: (onDamage) => nodesOf(nodeRoot.at, maxLevels, onDamage),
    node(id) {
      const entry = find(nodeRoot.at, id);
      return entry && nodeOf(entry, form);
    },
    nodesInside(node) {
      const inside = new Map<number, PstNode>();
      for (const part of listed(node.inside, maxLevels)) {
        if (inside.size >= maxNodesInside) break;
        inside.set(part.id, part);
      }
      return inside;
    },
    blocks: (node) => dataBlocks(node.data, maxLevels),
  };
}

function knownForm(header: Buffer): PstForm {
  const form = formOf(header);
  if (form === null) throw new UnreadableError('a mail store of a form that is not known');
  return form;
}

const ciphers: Record<number, PstCipher> = { 0: 'none', 1: 'permute', 2: 'cyclic' };

interface Page {
  level: number;
  entries: Buffer[];
}

function pageOf(bytes: Buffer, form: PstForm): Page | null {
  if (bytes.length < form.pageBytes) return null;
  const { count, entryBytes, level } = form.counts(bytes);
  const kind = bytes[form.trailerAt]!;
  // pages of blocks and of nodes say which they are, twice
  if ((kind !== 0x80 && kind !== 0x81) || bytes[form.trailerAt + 1] !== kind) return null;
  const least =
    level > 0
      ? form.keyBytes + form.referenceBytes
      : kind === 0x80
        ? form.blockEntryBytes
        : form.nodeEntryBytes;
  if (entryBytes < least || count * entryBytes > form.trailerAt || level >= maxLevels) return null;
  const entries = Array.from({ length: count }, (_, i) =>
    bytes.subarray(i * entryBytes, (i + 1) * entryBytes),
  );
  return { level, entries };
}

/** Entries are in the order of their keys; above the leaves a key is the first of its page. */
function lastUpTo({ entries }: Page, key: number, form: PstForm): Buffer | null {
  let found: Buffer | null = null;
  for (const entry of entries) {
    if (form.key(entry, 0) > key) break;
    found = entry;
  }
  return found;
}

function nodeOf(entry: Buffer, form: PstForm): PstNode {
  return {
    id: entry.readUInt32LE(0),
    data: form.key(entry, form.keyBytes),
    inside: form.key(entry, form.keyBytes * 2),
    parent: entry.readUInt32LE(form.keyBytes * 3),
  };
}

/** The second bit of a block's number: it holds numbers of others. */
function isInternal(id: number): boolean {
  return id % 4 >= 2;
}

function* idsOf(bytes: Buffer, form: PstForm): Generator<number> {
  const count = bytes.readUInt16LE(2);
  for (let i = 0, p = 8; i < count && p + form.keyBytes <= bytes.length; i++, p += form.keyBytes)
    yield form.key(bytes, p);
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: maxBlockBytes });
  } catch {
    throw new UnreadableError(lost);
  }
}
