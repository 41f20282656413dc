// What the kernel does for delimited text: the contract that the compiled module and its twin both keep.

export interface CsvCode {
  /**
   * Starts an index at the beginning of a row. Delimiter and row end: up to four bytes, the first one lowest,
   * and how many; a row end of no bytes stands for line ends of any kind. Quote and escape: a byte or -1.
   */
  beginCsv(
    delimiter: number,
    delimiterLength: number,
    rowEnd: number,
    rowEndLength: number,
    quote: number,
    escape: number,
  ): void;
  /**
   * Indexes `length` bytes at `input`. Positions of what ends fields and rows, relative to `origin`, go to
   * `markOut` as u32, those of every `@` to `atOut`; to `rowOut` which marks end rows, numbered from
   * `firstMark`. Returns how far it came, counted from `input`: `length`, or the first quote that stands where
   * none belongs; with delimiters of several bytes that is any quote or escape. What the last bytes are may
   * depend on up to three bytes after them. Continues the last call's state; only the last block may have a
   * length that is no multiple of 64. Writes up to four entries more than it found.
   */
  indexCsv(
    input: number,
    length: number,
    origin: number,
    markOut: number,
    firstMark: number,
    rowOut: number,
    atOut: number,
  ): number;
  /** How many marks, rows and `@` the last `indexCsv` found. */
  csvMarks(): number;
  csvRows(): number;
  csvAts(): number;
}
