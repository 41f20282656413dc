// What other stages may use of read.
export { type ByteSource, ByteWindow, layoutWindow, maxRowBytes, type WindowLayout } from './byte-window.ts';
export { openFileSource } from './file-source.ts';
export { createPipeMemory, openPipeSource, resetPipe, writeToPipe } from './shared-pipe.ts';
export { headBytes, isGzip, sniff, type Sniffed } from './sniff.ts';
export { type Notation, plainNotation } from './notation.ts';
export type { RowSink } from './row-sink.ts';
export { SqlReader } from './sql/sql-reader.ts';
export type { ForeignKey, TableSchema } from './table-schema.ts';
export { createValueDecoder, type ValueDecoder } from './value-decoder.ts';
export { readAsText } from './text-reader.ts';
