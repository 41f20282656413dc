// Bytes that can be read from anywhere: a file, or a member of an archive held in a private file of its own.

import type { FileSeal } from '../base/index.ts';

export interface RandomAccess {
  sizeBytes: number;
  /** A path under which the same bytes may be opened for reading, with what opens their seal where they have one. */
  path: string;
  seal?: FileSeal | null;
  /** Up to `length` bytes of `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same, at once: for readers that walk pages. */
  readSync(offset: number, length: number): Uint8Array;
  /** Everything from `offset` on, in pieces of a bounded size. */
  stream(offset?: number): AsyncIterable<Uint8Array>;
}
