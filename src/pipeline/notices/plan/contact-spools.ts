// What rows say of people, kept until a person's are all there: rows come in any order, people go out one by one in the
// order of their numbers. In: rows with values. Out: rows by person. They wait in sealed spools, each for a range of
// people, so that memory does not grow with their number.

import { createSpool } from '../../package/sealed-spool.ts';
import { type ContactField, type ContactRow, mostContactBytes } from './contact-fields.ts';

export interface ContactSpools {
  /** Begins a row of a person; false where he has had so many that this one is left out. */
  begin(person: number, source: number, rank: number): boolean;
  /** A value of the row that was begun; what is empty or too long is passed over. */
  add(field: ContactField, bytes: Uint8Array, start: number, end: number): void;
  /** Keeps the row; one without values is none. */
  end(): void;
  /** Calls `visit` once for each person from 0 on, in order. */
  forEachPerson(visit: (person: number, rows: ContactRow[]) => void): void;
  [Symbol.dispose](): void;
}

/** Some hundred bytes each: what one spool holds is in memory at once. */
const peoplePerSpool = 50_000;
const mostSpools = 256;
const spoolPieceBytes = 64 << 10;

/** Of one person: more rows say the same again and again. */
const mostRows = 100;

/** Person, rank, source and the length of what follows. */
const headBytes = 12;
/** Field and length. */
const valueHeadBytes = 3;
const mostRowBytes = 4096;

export function createContactSpools(folder: string, people: number): ContactSpools {
  const count = Math.min(mostSpools, Math.max(1, Math.ceil(people / peoplePerSpool)));
  const perSpool = Math.max(1, Math.ceil(people / count));
  const spools = Array.from({ length: count }, () => createSpool(folder, spoolPieceBytes));
  const rowsOf = new Uint8Array(people);
  const row = Buffer.alloc(mostRowBytes);
  let length = 0;
  return {
    begin(person, source, rank) {
      if (rowsOf[person]! >= mostRows) return false;
      row.writeUInt32LE(person, 0);
      row.writeUInt32LE(rank >>> 0, 4);
      row.writeUInt16LE(source, 8);
      length = headBytes;
      return true;
    },
    add(field, bytes, start, end) {
      const size = end - start;
      if (size <= 0 || size > mostContactBytes || length + valueHeadBytes + size > mostRowBytes) return;
      row[length] = field;
      row.writeUInt16LE(size, length + 1);
      row.set(bytes.subarray(start, end), length + valueHeadBytes);
      length += valueHeadBytes + size;
    },
    end() {
      if (length <= headBytes) return;
      row.writeUInt16LE(length - headBytes, 10);
      const person = row.readUInt32LE(0);
      rowsOf[person]!++;
      spools[Math.floor(person / perSpool)]!.write(row.subarray(0, length));
      length = 0;
    },
    forEachPerson(visit) {
      for (const [i, spool] of spools.entries()) {
        const first = i * perSpool;
        const count = Math.max(0, Math.min(perSpool, people - first));
        visitRange(Buffer.concat([...spool.read()]), first, count, visit);
        spool[Symbol.dispose]();
      }
    },
    [Symbol.dispose]() {
      for (const spool of spools) spool[Symbol.dispose]();
      row.fill(0);
    },
  };
}

function visitRange(
  bytes: Buffer,
  first: number,
  count: number,
  visit: (person: number, rows: ContactRow[]) => void,
): void {
  const starts = new Uint32Array(count + 1);
  forEachRow(bytes, (person) => starts[person - first + 1]!++);
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const places = new Uint32Array(starts[count]!);
  forEachRow(bytes, (person, at) => (places[next[person - first]!++] = at));
  for (let i = 0; i < count; i++)
    visit(
      first + i,
      [...places.subarray(starts[i], starts[i + 1])].map((at) => rowAt(bytes, at)),
    );
}

function forEachRow(bytes: Buffer, visit: (person: number, at: number) => void): void {
  for (let at = 0; at < bytes.length; at += headBytes + bytes.readUInt16LE(at + 10))
    visit(bytes.readUInt32LE(at), at);
}

function rowAt(bytes: Buffer, at: number): ContactRow {
  const values: ContactRow['values'] = [];
  const end = at + headBytes + bytes.readUInt16LE(at + 10);
  for (let from = at + headBytes; from < end;) {
    const size = bytes.readUInt16LE(from + 1);
    const value = bytes.toString('utf8', from + valueHeadBytes, from + valueHeadBytes + size).trim();
    if (value !== '') values.push({ field: bytes[from] as ContactField, value });
    from += valueHeadBytes + size;
  }
  return { source: bytes.readUInt16LE(at + 8), rank: bytes.readUInt32LE(at + 4), values };
}
