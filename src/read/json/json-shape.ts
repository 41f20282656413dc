// What a JSON file holds and how its rows are told apart: found from its head, plain data that travels.

export interface JsonShape {
  kind: 'json';
  /** Rows one after the other; rows in one array; tables somewhere inside. */
  shape: 'lines' | 'array' | 'document';
  name: 'NDJSON' | 'JSON' | 'MongoDB export';
  /** What a row is. */
  rows: 'object' | 'array' | 'value';
  /** Of arrays whose first row names their columns. */
  columns: string[] | null;
  /** Where the rows begin that follow such a row, or comments; else 0. */
  rowsFrom: number;
  /** Every row keeps to one line, so that a broken one ends there. */
  withinLines: boolean;
  /** What stands around the beginning of rows, a character a byte, and which of these bytes begins the row. */
  sync: { text: string; at: number } | null;
  /** Lines that only say what is done with the next one stand between the rows, as Elasticsearch has them. */
  actions: boolean;
  /** Read from its beginning to its end by one reader: no place in the middle tells what it is in. */
  sequential: boolean;
}
