// Rows as they are given back from the evidence: whose each one is, where it stands, and the values that were asked
// for. In: flat memory, as a reading thread packed it. Out: views of it, good as long as the batch is. Values of the
// leak are in here: nobody writes them to a file, a log or an error.

/** A batch as it travels from a thread. */
export interface PackedValues {
  /** Place of the table among those asked for; behind them all, of a sort of identifier that texts mention. */
  asked: number;
  /** The file or the part of an archive that the rows stand in. */
  file: string;
  /** By row: where it begins in `file`, in bytes, and a record of the table that holds the same, or -1. */
  offsets: Float64Array<ArrayBuffer>;
  records: Int32Array<ArrayBuffer>;
  /** Where each value ends in `bytes`, row by row in the order of the columns asked for. */
  ends: Uint32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface ValueBatch {
  /** Index among the case's parts: one table of one delivery. */
  part: number;
  /** The file or the part of an archive that the rows stand in. */
  file: string;
  rows: number;
  /** By row: the number of the person, as in the vault; -1 where it is nobody's or it cannot be told whose. */
  readonly people: Int32Array;
  /** By row: a record of the table, as it was resolved, that holds the same, the first of them; -1 where there is none. */
  records: Int32Array;
  /** By row: where it begins in `file`, in bytes. */
  offsets: Float64Array;
  /** All values; where one lies is told by `start` and `end`. */
  memory: Uint8Array;
  /** Of the row's value in the `column`-th of the columns asked for: UTF-8, 1 MiB at most; of no length where it has none. */
  start(row: number, column: number): number;
  end(row: number, column: number): number;
  /** The same as text. */
  text(row: number, column: number): string;
}

const decoder = new TextDecoder();

export function openBatch(
  { file, offsets, records, ends, bytes }: PackedValues,
  part: number,
  personOf: (record: number) => number,
): ValueBatch {
  const rows = records.length;
  const columns = rows === 0 ? 0 : ends.length / rows;
  const start = (row: number, column: number): number => {
    const at = row * columns + column;
    return at === 0 ? 0 : ends[at - 1]!;
  };
  const end = (row: number, column: number): number => ends[row * columns + column]!;
  let people: Int32Array | null = null;
  return {
    part,
    file,
    rows,
    get people() {
      return (people ??= Int32Array.from(records, (record) => (record < 0 ? -1 : personOf(record))));
    },
    records,
    offsets,
    memory: bytes,
    start,
    end,
    text: (row, column) => decoder.decode(bytes.subarray(start(row, column), end(row, column))),
  };
}
