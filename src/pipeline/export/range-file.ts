// One file of an export, and what an export of one sort is. In: nothing. Out: types.

/** A range as a file: its name within the folder of its sort. */
export interface RangeFile {
  name: string;
  bytes: Buffer;
}

/** `files` come in the order of their names. */
export interface RangeSort {
  /** As its manifest is called. */
  sort: 'range' | 'ntlm' | 'accounts';
  /** Within the export. */
  folder: string;
  files: AsyncIterable<RangeFile>;
}
