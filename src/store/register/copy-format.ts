// Rows in the binary format of COPY. In: columns and parts of batches. Out: buffers, to be sent one after the other.
// Source: https://www.postgresql.org/docs/18/sql-copy.html, "Binary Format".

import type { BatchPart, RowValue } from './load-plan.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const bufferBytes = 256 << 10;

/** Of a column of integers 4 or 8, as the table has it; of others it says nothing. */
export type IntegerBytes = 4 | 8;

export function* copyBuffers(
  integers: readonly IntegerBytes[],
  parts: readonly BatchPart[],
): Generator<Buffer, void, undefined> {
  let buffer = Buffer.allocUnsafe(bufferBytes);
  let at = signature.copy(buffer);
  // no flags, no extension
  at = buffer.writeInt32BE(0, at);
  at = buffer.writeInt32BE(0, at);
  const row: RowValue[] = [];
  for (const { batch, from, to } of parts)
    for (let i = from; i < to; i++) {
      batch.read(i, row);
      const needed = 2 + rowBytes(integers, row);
      if (at + needed > buffer.length) {
        yield buffer.subarray(0, at);
        buffer = Buffer.allocUnsafe(Math.max(bufferBytes, needed));
        at = 0;
      }
      at = writeRow(integers, row, buffer, at);
    }
  if (at + 2 > buffer.length) {
    yield buffer.subarray(0, at);
    buffer = Buffer.allocUnsafe(2);
    at = 0;
  }
  yield buffer.subarray(0, buffer.writeInt16BE(-1, at));
}

function rowBytes(integers: readonly IntegerBytes[], row: readonly RowValue[]): number {
  let bytes = 0;
  for (let c = 0; c < integers.length; c++) {
    const value = row[c]!;
    if (value === null) bytes += 4;
    else if (typeof value === 'number') bytes += 4 + integers[c]!;
    else bytes += 4 + (typeof value === 'string' ? Buffer.byteLength(value) : value.length);
  }
  return bytes;
}

function writeRow(
  integers: readonly IntegerBytes[],
  row: readonly RowValue[],
  buffer: Buffer,
  start: number,
): number {
  let at = buffer.writeInt16BE(integers.length, start);
  for (let c = 0; c < integers.length; c++) {
    const value = row[c]!;
    if (value === null) at = buffer.writeInt32BE(-1, at);
    else if (typeof value === 'number' && integers[c] === 4) {
      at = buffer.writeInt32BE(4, at);
      at = buffer.writeInt32BE(value, at);
    } else if (typeof value === 'number') {
      at = buffer.writeInt32BE(8, at);
      // safe integers have 53 bits: the upper half is what is left above 32
      at = buffer.writeInt32BE(Math.floor(value / 2 ** 32), at);
      at = buffer.writeUInt32BE(value >>> 0, at);
    } else if (typeof value === 'string') {
      const length = buffer.write(value, at + 4);
      buffer.writeInt32BE(length, at);
      at += 4 + length;
    } else {
      at = buffer.writeInt32BE(value.length, at);
      buffer.set(value, at);
      at += value.length;
    }
  }
  return at;
}
