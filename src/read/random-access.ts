// Bytes that can be read from anywhere: a file, or a member of an archive held in a private file of its own.

export interface RandomAccess {
  sizeBytes: number;
  /** A path under which a library may open the same bytes for reading. */
  path: string;
  /** Up to `length` bytes of `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The same, at once: for readers that walk pages. */
  readSync(offset: number, length: number): Uint8Array;
  /** Everything from `offset` on, in pieces of a bounded size. */
  stream(offset?: number): AsyncIterable<Uint8Array>;
}
