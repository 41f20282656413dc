// Bytes that grow as they are written: where replacements and whole stretches of output are put together.

export class ByteSink {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many are written. */
  length = 0;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Over memory that is there. */
  static over(room: ArrayBuffer): ByteSink {
    const sink = new ByteSink(0);
    sink.bytes = new Uint8Array(room);
    return sink;
  }

  clear(): void {
    this.length = 0;
  }

  /** Makes room for `count` more; `bytes` may be another array after it. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  put(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  copy(from: Uint8Array, start: number, end: number): void {
    if (end <= start) return;
    this.reserve(end - start);
    const { bytes, length } = this;
    if (end - start < shortCopy) for (let at = start, to = length; at < end;) bytes[to++] = from[at++]!;
    else bytes.set(from.subarray(start, end), length);
    this.length = length + end - start;
  }

  /** Text in UTF-8. */
  write(text: string): void {
    this.reserve(text.length * 3);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** What was written from `from` on, as a copy. */
  take(from = 0): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(from, this.length);
  }
}

/** Below this a loop is faster than a view and a call. */
const shortCopy = 48;

const encoder = new TextEncoder();
