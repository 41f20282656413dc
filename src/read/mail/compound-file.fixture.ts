// Writes compound files for tests: small streams in the mini stream, others in sectors of their own; and mails as
// Outlook saves them in such files.

export type CompoundTree = { [name: string]: Buffer | CompoundTree };

const sectorBytes = 512;
const miniBytes = 64;
const cutoff = 4096;
const endOfChain = 0xffff_fffe;
const free = 0xffff_ffff;

interface Entry {
  name: string;
  kind: number;
  child: number;
  right: number;
  start: number;
  size: number;
}

export function writeCompoundFile(tree: CompoundTree): Buffer {
  const entries: Entry[] = [];
  const streams: { entry: Entry; bytes: Buffer }[] = [];
  const add = (name: string, content: Buffer | CompoundTree, kind: number): number => {
    const entry: Entry = { name, kind, child: free, right: free, start: endOfChain, size: 0 };
    const at = entries.push(entry) - 1;
    if (Buffer.isBuffer(content)) streams.push({ entry, bytes: content });
    else {
      const children = Object.entries(content).map(([child, inside]) =>
        add(child, inside, Buffer.isBuffer(inside) ? 2 : 1),
      );
      entry.child = children[0] ?? free;
      for (const [i, child] of children.entries()) entries[child]!.right = children[i + 1] ?? free;
    }
    return at;
  };
  add('Root Entry', tree, 5);
  const sectors: Buffer[] = [];
  const next: number[] = [];
  const put = (bytes: Buffer): number => {
    if (bytes.length === 0) return endOfChain;
    const first = sectors.length;
    for (let p = 0; p < bytes.length; p += sectorBytes) {
      const sector = Buffer.alloc(sectorBytes);
      bytes.copy(sector, 0, p, p + sectorBytes);
      sectors.push(sector);
      next.push(p + sectorBytes < bytes.length ? sectors.length : endOfChain);
    }
    return first;
  };
  const mini: Buffer[] = [];
  const miniNext: number[] = [];
  for (const { entry, bytes } of streams) {
    entry.size = bytes.length;
    if (bytes.length >= cutoff) entry.start = put(bytes);
    else if (bytes.length > 0) {
      entry.start = mini.length;
      for (let p = 0; p < bytes.length; p += miniBytes) {
        const piece = Buffer.alloc(miniBytes);
        bytes.copy(piece, 0, p, p + miniBytes);
        mini.push(piece);
        miniNext.push(p + miniBytes < bytes.length ? mini.length : endOfChain);
      }
    }
  }
  entries[0]!.start = put(Buffer.concat(mini));
  entries[0]!.size = mini.length * miniBytes;
  const miniTable = put(numbers(miniNext));
  const directory = put(Buffer.concat(entries.map(entryBytes)));
  const tables = Math.ceil((next.length + 1) / 127);
  const tableAt = sectors.length;
  for (let i = 0; i < tables; i++) next.push(0xffff_fffd);
  const table = numbers(next);
  const header = Buffer.alloc(sectorBytes, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(directory, 48);
  header.writeUInt32LE(cutoff, 56);
  header.writeUInt32LE(miniTable, 60);
  header.writeUInt32LE(endOfChain, 68);
  for (let i = 0; i < tables; i++) header.writeUInt32LE(tableAt + i, 76 + i * 4);
  return Buffer.concat([header, ...sectors, table]);
}

function numbers(values: number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil((values.length * 4) / sectorBytes) * sectorBytes, 0xff);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

function entryBytes({ name, kind, child, right, start, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = kind;
  bytes.writeUInt32LE(free, 68);
  bytes.writeUInt32LE(right, 72);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

export interface MadeItem {
  texts?: Record<number, string>;
  bytes?: Record<number, Buffer>;
  times?: Record<number, Date>;
  /** Texts in the code page of the message. */
  narrow?: Record<number, Buffer>;
  numbers?: Record<number, number>;
}

export interface MadeMail extends MadeItem {
  recipients?: MadeItem[];
  attachments?: (MadeItem & { enclosed?: MadeMail })[];
}

/** A mail as [MS-OXMSG] lays it out. */
export function mailTree(mail: MadeMail, headerBytes = 32): CompoundTree {
  const tree = itemTree(mail, headerBytes);
  for (const [i, recipient] of (mail.recipients ?? []).entries())
    tree[`__recip_version1.0_#${hex8(i)}`] = itemTree(recipient, 8);
  for (const [i, attachment] of (mail.attachments ?? []).entries()) {
    const inside = itemTree(attachment, 8);
    if (attachment.enclosed) inside['__substg1.0_3701000D'] = mailTree(attachment.enclosed, 24);
    tree[`__attach_version1.0_#${hex8(i)}`] = inside;
  }
  return tree;
}

function itemTree(
  { texts = {}, bytes = {}, times = {}, narrow = {}, numbers = {} }: MadeItem,
  headerBytes: number,
): CompoundTree {
  const tree: CompoundTree = {};
  const fixed: Buffer[] = [Buffer.alloc(headerBytes)];
  const property = (id: string, type: number): Buffer => {
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(Number(id), 2);
    fixed.push(entry);
    return entry;
  };
  for (const [id, date] of Object.entries(times)) filetimeBytes(date).copy(property(id, 0x40), 8);
  for (const [id, number] of Object.entries(numbers)) property(id, 3).writeInt32LE(number, 8);
  tree['__properties_version1.0'] = Buffer.concat(fixed);
  for (const [id, text] of Object.entries(texts)) tree[streamName(id, '001F')] = Buffer.from(text, 'utf16le');
  for (const [id, text] of Object.entries(narrow)) tree[streamName(id, '001E')] = text;
  for (const [id, value] of Object.entries(bytes)) tree[streamName(id, '0102')] = value;
  return tree;
}

export function filetimeBytes(date: Date): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE((BigInt(date.getTime()) + 11_644_473_600_000n) * 10_000n);
  return bytes;
}

function streamName(id: string, type: string): string {
  return `__substg1.0_${Number(id).toString(16).padStart(4, '0').toUpperCase()}${type}`;
}

function hex8(number: number): string {
  return number.toString(16).padStart(8, '0').toUpperCase();
}
