// How records travel from the process that opens a file to the thread that takes rows: frames, one after
// the other. A frame is a kind (1 byte), the length of its body (4 bytes), and the body; all numbers are
// little-endian. Offsets and counts of bytes are 64-bit floats, lengths 32-bit.
//   table    JSON: name, columns, schema
//   record   offset, number of values, the length of each (or `absent`), then their bytes
//   text     offset, UTF-8
//   skipped  offset, bytes, length of the reason, the reason, text to be searched

export const frameKind = { table: 1, record: 2, text: 3, skipped: 4 } as const;

export const frameHeadBytes = 5;

/** The length of a value that is not there. */
export const absent = 0xffff_ffff;

/**
 * The longest body. It fits into the smallest of the largest windows (64 MB) with room to spare; no opener
 * hands over a longer record, as each bounds its values.
 */
export const maxFrameBytes = 16 << 20;

/** What a table frame says. */
export interface TableFrame {
  name: string;
  columns: readonly string[];
  types: readonly string[] | null;
  primaryKey: readonly string[];
  unique: readonly string[];
  foreignKeys: readonly { column: string; table: string; toColumn: string }[];
  holds: readonly (string | null)[] | null;
  shared: boolean;
}
