// Records, texts and skipped places as frames. In: calls of an opener. Out: bytes, collected into chunks.
// What is too long for a frame is cut, and the cut is told: nothing is dropped in silence.

import type { RecordTable, RecordValue } from '../unpack/unpack-sink.ts';
import { absent, frameHeadBytes, frameKind, maxFrameBytes, type TableFrame } from './record-frames.ts';

/** Collected before a chunk is handed over: few calls, little memory. */
const chunkBytes = 256 << 10;

/** The longest value kept whole: nobody's name is longer, and of letters this is a thousand pages. */
const maxValueBytes = 4 << 20;

export class RecordWriter {
  #chunk = Buffer.allocUnsafe(chunkBytes);
  #used = 0;
  #emit: (bytes: Uint8Array) => void;
  #values: Uint8Array[] = [];

  constructor(emit: (bytes: Uint8Array) => void) {
    this.#emit = emit;
  }

  table(table: RecordTable): void {
    const frame: TableFrame = {
      name: table.name,
      columns: table.columns,
      types: table.schema?.columns.map((column) => column.type) ?? null,
      primaryKey: table.schema?.primaryKey ?? [],
      unique: table.schema?.unique ?? [],
      foreignKeys: table.schema?.foreignKeys ?? [],
      holds: table.holds ?? null,
      shared: table.shared ?? false,
    };
    const body = Buffer.from(JSON.stringify(frame));
    this.#head(frameKind.table, body.length);
    this.#put(body);
  }

  record(offset: number, values: readonly RecordValue[]): void {
    let length = 12 + values.length * 4;
    let cut = 0;
    values.forEach((value, i) => {
      let bytes = value === null ? nothing : typeof value === 'string' ? Buffer.from(value) : value;
      const kept = Math.min(bytes.length, maxValueBytes, Math.max(0, maxFrameBytes - length));
      if (kept < bytes.length) {
        cut += bytes.length - kept;
        bytes = bytes.subarray(0, kept);
      }
      this.#values[i] = bytes;
      length += bytes.length;
    });
    this.#head(frameKind.record, length);
    const head = this.#room(12 + values.length * 4);
    let p = this.#chunk.writeDoubleLE(offset, head);
    p = this.#chunk.writeUInt32LE(values.length, p);
    values.forEach((value, i) => {
      p = this.#chunk.writeUInt32LE(value === null ? absent : this.#values[i]!.length, p);
    });
    for (let i = 0; i < values.length; i++) this.#put(this.#values[i]!);
    if (cut > 0) this.skipped(offset, cut, 'the end of a value longer than is kept');
  }

  text(offset: number, text: string): void {
    for (const part of partsOf(Buffer.from(text))) {
      this.#head(frameKind.text, 8 + part.length);
      this.#chunk.writeDoubleLE(offset, this.#room(8));
      this.#put(part);
    }
  }

  skipped(offset: number, bytes: number, reason: string, text = ''): void {
    const why = Buffer.from(reason);
    for (const [i, part] of partsOf(Buffer.from(text)).entries()) {
      this.#head(frameKind.skipped, 20 + why.length + part.length);
      let p = this.#chunk.writeDoubleLE(offset, this.#room(20));
      p = this.#chunk.writeDoubleLE(i === 0 ? bytes : 0, p);
      this.#chunk.writeUInt32LE(why.length, p);
      this.#put(why);
      this.#put(part);
    }
  }

  /** Hands over what is collected. */
  flush(): void {
    if (this.#used === 0) return;
    this.#emit(this.#chunk.subarray(0, this.#used));
    this.#chunk = Buffer.allocUnsafe(chunkBytes);
    this.#used = 0;
  }

  #head(kind: number, length: number): void {
    const p = this.#room(frameHeadBytes);
    this.#chunk.writeUInt32LE(length, this.#chunk.writeUInt8(kind, p));
  }

  /** Where `length` bytes may be written now. */
  #room(length: number): number {
    if (this.#used + length > this.#chunk.length) {
      this.flush();
      if (length > this.#chunk.length) this.#chunk = Buffer.allocUnsafe(length);
    }
    const at = this.#used;
    this.#used += length;
    return at;
  }

  #put(bytes: Uint8Array): void {
    if (bytes.length > chunkBytes >> 2) {
      this.flush();
      this.#emit(bytes);
      return;
    }
    // where the chunk is full, room is in the next one
    const at = this.#room(bytes.length);
    this.#chunk.set(bytes, at);
  }
}

const nothing = new Uint8Array(0);

/** Pieces of at most half a frame, never cut inside a character; at least one, even of nothing. */
function partsOf(utf8: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  do {
    let to = Math.min(utf8.length, from + (maxFrameBytes >> 1));
    while (to < utf8.length && to > from + 1 && (utf8[to]! & 0xc0) === 0x80) to--;
    parts.push(utf8.subarray(from, to));
    from = to;
  } while (from < utf8.length);
  return parts;
}
