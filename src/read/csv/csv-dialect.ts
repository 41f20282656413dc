// How a file of delimited text is written: plain data that travels between threads and processes.

export interface CsvDialect {
  kind: 'csv';
  name: 'CSV' | 'TSV' | 'delimited text' | 'combo list' | 'list';
  /** One to four bytes; a newline where a row is one value. */
  delimiter: number[];
  /** Up to four bytes after which line ends do not count; none: line ends of any kind. */
  rowEnd: number[];
  quote: number | null;
  /** What takes the meaning off the next byte; quotes may be doubled whether or not there is one. */
  escape: number | null;
  /** Lines that begin with this byte are no rows. */
  comment: number | null;
  /** Names of the columns, `width` of them, or null where the file has none. */
  columns: string[] | null;
  width: number;
  /** The last value takes the rest of the row, delimiters and all: passwords may hold any sign. */
  restInLast: boolean;
  /** File offset of the header, or of the first row where there is none; what lies before is no table. */
  tableOffset: number;
  /** File offset of the first row. */
  dataOffset: number;
}
