// Writes mail stores of Outlook for tests ([MS-PST], the form since 2003): folders, mails, recipients, attachments.
// Blocks are disguised as Outlook disguises them; long values go to blocks of their own, in a list where they are
// longer than one.

import { filetimeBytes, type MadeItem, type MadeMail } from './compound-file.fixture.ts';
import { decipher, type PstCipher } from './pst-cipher.ts';

const blockBytes = 8176;
const heapLimit = 3580;

interface Node {
  id: number;
  data: number;
  inside: number;
  parent: number;
}

interface Writer {
  block(bytes: Buffer, isInternal?: boolean): number;
  /** One block, or a list of them. */
  data(bytes: Buffer): number;
}

export interface MadeStore {
  folders: { name: string; mails: MadeMail[] }[];
  cipher?: PstCipher;
}

export function writePst({ folders, cipher = 'permute' }: MadeStore): Buffer {
  const parts: Buffer[] = [Buffer.alloc(1024)];
  let at = 1024;
  const place = (bytes: Buffer, align: number): number => {
    const gap = (align - (at % align)) % align;
    parts.push(Buffer.alloc(gap), bytes);
    const start = at + gap;
    at = start + bytes.length;
    return start;
  };
  const blocks: { id: number; at: number; length: number }[] = [];
  let nextBlock = 4;
  const writer: Writer = {
    block(bytes, isInternal = false) {
      const id = nextBlock + (isInternal ? 2 : 0);
      nextBlock += 4;
      const disguised = isInternal ? bytes : disguise(Buffer.from(bytes), cipher, id);
      blocks.push({ id, at: place(Buffer.concat([disguised, Buffer.alloc(16)]), 64), length: bytes.length });
      return id;
    },
    data(bytes) {
      if (bytes.length <= blockBytes) return this.block(bytes);
      const ids: number[] = [];
      for (let p = 0; p < bytes.length; p += blockBytes)
        ids.push(this.block(bytes.subarray(p, p + blockBytes)));
      const list = Buffer.alloc(8 + ids.length * 8);
      list.set([1, 1]);
      list.writeUInt16LE(ids.length, 2);
      list.writeUInt32LE(bytes.length, 4);
      for (const [i, id] of ids.entries()) list.writeBigUInt64LE(BigInt(id), 8 + i * 8);
      return this.block(list, true);
    },
  };
  const nodes: Node[] = [];
  let index = 0x100;
  for (const { name, mails } of folders) {
    const folder = (index++ << 5) | 2;
    nodes.push({ id: folder, ...writeItem(writer, { texts: { 0x3001: name } }, []), parent: 0 });
    for (const mail of mails)
      nodes.push({ id: (index++ << 5) | 4, ...writeMail(writer, mail), parent: folder });
  }
  const page = (kind: number, level: number, entries: Buffer[]): number => {
    const bytes = Buffer.alloc(512);
    Buffer.concat(entries).copy(bytes);
    bytes.set([entries.length, 0, entries[0]?.length ?? 24, level], 488);
    bytes.set([kind, kind], 496);
    return place(bytes, 512);
  };
  const tree = (kind: number, entries: Buffer[], most: number, level = 0): number => {
    if (entries.length <= most) return page(kind, level, entries);
    const above: Buffer[] = [];
    for (let i = 0; i < entries.length; i += most) {
      const reference = Buffer.alloc(24);
      entries[i]!.copy(reference, 0, 0, 8);
      reference.writeBigUInt64LE(BigInt(page(kind, level, entries.slice(i, i + most))), 16);
      above.push(reference);
    }
    return tree(kind, above, 20, level + 1);
  };
  const blockRoot = tree(
    0x80,
    blocks
      .sort((a, b) => a.id - b.id)
      .map((block) => {
        const entry = Buffer.alloc(24);
        entry.writeBigUInt64LE(BigInt(block.id), 0);
        entry.writeBigUInt64LE(BigInt(block.at), 8);
        entry.writeUInt16LE(block.length, 16);
        return entry;
      }),
    20,
  );
  const nodeRoot = tree(
    0x81,
    nodes.map((node) => Buffer.concat([nodeBytes(node), parentBytes(node.parent)])),
    15,
  );
  const header = parts[0]!;
  header.write('!BDN', 'latin1');
  header.write('SM', 8, 'latin1');
  header.writeUInt16LE(23, 10);
  header.writeBigUInt64LE(BigInt(nodeRoot), 224);
  header.writeBigUInt64LE(BigInt(blockRoot), 240);
  header[513] = { none: 0, permute: 1, cyclic: 2 }[cipher];
  return Buffer.concat(parts);
}

function disguise(bytes: Buffer, cipher: PstCipher, id: number): Buffer {
  if (cipher !== 'permute') return decipher(bytes, cipher, id);
  const plain = decipher(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), 'permute', 0);
  return Buffer.from(bytes.map((byte) => plain.indexOf(byte)));
}

function writeMail(writer: Writer, mail: MadeMail): { data: number; inside: number } {
  const inside: Node[] = [];
  if (mail.recipients) inside.push(writeRecipients(writer, mail.recipients));
  for (const [i, attachment] of (mail.attachments ?? []).entries()) {
    const parts: Node[] = [];
    const object = ((i + 1) << 5) | 4;
    if (attachment.enclosed) parts.push({ id: object, ...writeMail(writer, attachment.enclosed), parent: 0 });
    const written = writeItem(writer, attachment, parts, attachment.enclosed ? object : 0);
    inside.push({ id: ((i + 1) << 5) | 5, ...written, parent: 0 });
  }
  return writeItem(writer, mail, inside);
}

/** `object`: node of what is attached. */
function writeItem(
  writer: Writer,
  item: MadeItem,
  inside: Node[],
  object = 0,
): { data: number; inside: number } {
  const heap = createHeap(0xbc);
  const parts = [...inside];
  const values: [id: number, type: number, at: number][] = [];
  const place = (id: string, type: number, bytes: Buffer): void => {
    let at = 0;
    if (bytes.length > heapLimit) {
      at = ((parts.length + 0x50) << 5) | 0x1f;
      parts.push({ id: at, data: writer.data(bytes), inside: 0, parent: 0 });
    } else if (bytes.length > 0) at = heap.put(bytes);
    values.push([Number(id), type, at]);
  };
  for (const [id, text] of Object.entries(item.texts ?? {})) place(id, 0x1f, Buffer.from(text, 'utf16le'));
  for (const [id, bytes] of Object.entries(item.narrow ?? {})) place(id, 0x1e, bytes);
  for (const [id, bytes] of Object.entries(item.bytes ?? {})) place(id, 0x102, bytes);
  for (const [id, date] of Object.entries(item.times ?? {})) place(id, 0x40, filetimeBytes(date));
  for (const [id, number] of Object.entries(item.numbers ?? {})) values.push([Number(id), 3, number]);
  if (object > 0) {
    const reference = Buffer.alloc(8);
    reference.writeUInt32LE(object);
    place(String(0x3701), 0x0d, reference);
  }
  const entries = values
    .sort((a, b) => a[0] - b[0])
    .map(([id, type, at]) => {
      const entry = Buffer.alloc(8);
      entry.writeUInt16LE(id, 0);
      entry.writeUInt16LE(type, 2);
      entry.writeUInt32LE(at, 4);
      return entry;
    });
  const tree = Buffer.from([0xb5, 2, 6, 0, 0, 0, 0, 0]);
  tree.writeUInt32LE(entries.length > 0 ? heap.put(Buffer.concat(entries)) : 0, 4);
  return { data: writer.data(heap.end(heap.put(tree))), inside: writeInside(writer, parts) };
}

function writeInside(writer: Writer, nodes: Node[]): number {
  if (nodes.length === 0) return 0;
  const head = Buffer.from([2, 0, nodes.length, 0, 0, 0, 0, 0]);
  return writer.block(Buffer.concat([head, ...nodes.sort((a, b) => a.id - b.id).map(nodeBytes)]), true);
}

/** A table of rows in the heap: name and address of each. */
function writeRecipients(writer: Writer, recipients: MadeItem[]): Node {
  const heap = createHeap(0x7c);
  const columns = [0x3001, 0x39fe];
  const rows = recipients.map(({ texts = {} }) => {
    const row = Buffer.alloc(9);
    for (const [i, id] of columns.entries()) {
      if (texts[id] === undefined) continue;
      row.writeUInt32LE(heap.put(Buffer.from(texts[id], 'utf16le')), i * 4);
      row[8]! |= 0x80 >> i;
    }
    return row;
  });
  const head = Buffer.alloc(22 + columns.length * 8);
  head.set([0x7c, columns.length]);
  head.writeUInt16LE(8, 2);
  head.writeUInt16LE(8, 4);
  head.writeUInt16LE(8, 6);
  head.writeUInt16LE(9, 8);
  head.writeUInt32LE(heap.put(Buffer.concat(rows)), 14);
  for (const [i, id] of columns.entries()) {
    head.writeUInt16LE(0x1f, 22 + i * 8);
    head.writeUInt16LE(id, 24 + i * 8);
    head.writeUInt16LE(i * 4, 26 + i * 8);
    head.set([4, i], 28 + i * 8);
  }
  return { id: 0x692, data: writer.data(heap.end(heap.put(head))), inside: 0, parent: 0 };
}

function createHeap(client: number): { put(bytes: Buffer): number; end(root: number): Buffer } {
  const items: Buffer[] = [];
  return {
    put(bytes) {
      items.push(bytes);
      return items.length << 5;
    },
    end(root) {
      const head = Buffer.alloc(12);
      const body = Buffer.concat(items);
      head.writeUInt16LE(12 + body.length, 0);
      head.set([0xec, client], 2);
      head.writeUInt32LE(root, 4);
      const map = Buffer.alloc(4 + (items.length + 1) * 2);
      map.writeUInt16LE(items.length, 0);
      let at = 12;
      for (const [i, item] of items.entries()) {
        map.writeUInt16LE(at, 4 + i * 2);
        at += item.length;
      }
      map.writeUInt16LE(at, 4 + items.length * 2);
      return Buffer.concat([head, body, map]);
    },
  };
}

function nodeBytes({ id, data, inside }: Node): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt32LE(id, 0);
  bytes.writeBigUInt64LE(BigInt(data), 8);
  bytes.writeBigUInt64LE(BigInt(inside), 16);
  return bytes;
}

function parentBytes(parent: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(parent);
  return bytes;
}
