// How a file is written whose columns stand at fixed places: plain data that travels between threads and processes.

export interface FixedField {
  /** Places in a line, in bytes, or in characters where `inCharacters`; `to` is one past the last. */
  from: number;
  to: number;
}

export interface FixedLayout {
  kind: 'fixed';
  name: 'fixed-width text';
  /** How long a line is, without its end. */
  length: number;
  /** Without gaps, from the beginning of the line to its end. */
  fields: FixedField[];
  /** Places count characters of UTF-8; else bytes. */
  inCharacters: boolean;
  /** Blanks at the end of lines were taken off, so that lines may be shorter. */
  isTrimmed: boolean;
  /** What nearly all lines have at each place: `9` a digit, `a` a letter, a blank, or `?` for anything. */
  pattern: string;
  /** Names of the columns, or null where no line names them. */
  columns: string[] | null;
  /** File offset of the first row: past a byte order mark and a header. */
  dataOffset: number;
}
