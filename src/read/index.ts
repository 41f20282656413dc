// What other stages may use of read.
export { unpackGzip } from './archives/open-gzip.ts';
export { type ByteSource, ByteWindow, layoutWindow, maxRowBytes, type WindowLayout } from './byte-window.ts';
export type { CsvDialect } from './csv/csv-dialect.ts';
export { type PartSet, partsOf } from './archives/parts-of.ts';
export { isUtf8, transcodingTable } from './charset.ts';
export { createReader, isSplittable, type RowReader } from './create-reader.ts';
export type { FieldTest } from './fixed/field-test.ts';
export { openFileSource } from './file-source.ts';
export { identify, type Identified } from './identify.ts';
export { type Decoded, type Notation, plainNotation } from './notation.ts';
export type { ReaderPlan } from './reader-plan.ts';
export type { RowSink } from './row-sink.ts';
export { createPipeMemory, openPipeSource, resetPipe, writeToPipe } from './shared-pipe.ts';
export { headBytes } from './sniff.ts';
export { createDialect, type Dialect } from './sql/dialect.ts';
export { decodeExpression } from './sql/expression.ts';
export { escapedSqlNotation } from './sql/sql-notation.ts';
export { skipBlank, skipSpace } from './sql/lexer.ts';
export { copyNotation } from './sql/copy-notation.ts';
export { textBreak } from './text-break.ts';
export { SqlReader } from './sql/sql-reader.ts';
export type { ForeignKey, TableSchema } from './table-schema.ts';
export type { ResumedLeaves } from './unpack/frame-follower.ts';
export {
  type ContainerNote,
  type DoneNote,
  frameOf,
  leafFrame,
  type LeafEnd,
  type LeafHead,
  type UnpackProgress,
  type UnreadNote,
} from './unpack/leaf-frames.ts';
export { type LeafNote, LeafStream } from './unpack/leaf-stream.ts';
export { Unpacker } from './unpack/unpacker.ts';
export { createValueDecoder, type ValueDecoder } from './value-decoder.ts';
