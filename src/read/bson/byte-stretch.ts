// A stretch of a file held in memory, moved forward as it is read.
// In: a file. Out: its bytes from an offset on, as many as one document may have and never more than that held.

import type { RandomAccess } from '../random-access.ts';
import { maxDocumentBytes } from './bson-limits.ts';

/** Read at a time. */
const readBytes = 1 << 20;

/** The largest document, and what follows it as far as it is looked at. */
const maxHeldBytes = maxDocumentBytes + readBytes;

export class ByteStretch {
  bytes: Buffer = Buffer.alloc(0);
  /** Where in the file `bytes` begins. */
  offset = 0;
  #file: RandomAccess;
  /** Nothing more came: the file is shorter than it was. */
  #isShort = false;

  constructor(file: RandomAccess) {
    this.#file = file;
  }

  get ended(): boolean {
    return this.#isShort || this.offset + this.bytes.length >= this.#file.sizeBytes;
  }

  /** Drops what lies before `at` in `bytes` and brings in more, so that `wanted` bytes are held if there are so many. */
  async move(at: number, wanted: number): Promise<void> {
    const held = this.bytes.subarray(at);
    this.offset += at;
    const least = Math.min(wanted, maxHeldBytes);
    const length = Math.max(readBytes, least) - held.length;
    const parts: Uint8Array[] = [held];
    let next = this.offset + held.length;
    for (let left = length; left > 0;) {
      const part = await this.#file.read(next, Math.min(left, readBytes));
      if (part.length === 0) {
        this.#isShort = true;
        break;
      }
      parts.push(part);
      next += part.length;
      left -= part.length;
    }
    this.bytes = Buffer.concat(parts);
  }
}
