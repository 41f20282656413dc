// The values of one page, one after the other. In: unpacked bytes and their encoding. Out: a function that
// gives the next value; it throws `ColumnDamage` where there is none. Nothing is expanded before it is asked
// for but differences and byte splits, which grow no more than their page.

import type { Encoding, ParquetType } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit, readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { checkDeltas, checkRuns } from './check-encoding.ts';
import { damage } from './damage.ts';
import type { RawValue } from './value-text.ts';

export type NextValue = () => RawValue;

/** `count` values from `at` on. `typeLength`: of values of a fixed length. */
export function rawValues(
  bytes: Uint8Array,
  at: number,
  encoding: Encoding,
  type: ParquetType,
  typeLength: number,
  count: number,
): NextValue {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: at };
  switch (encoding) {
    case 'PLAIN':
      return plainValues(reader.view, bytes, at, type, typeLength);
    case 'RLE': {
      checkRuns(bytes, at + 4, bytes.length, 1, count);
      const bits = new Uint8Array(count);
      readRleBitPackedHybrid(reader, 1, bits);
      return inTurn(bits, (bit) => bit === 1);
    }
    case 'DELTA_BINARY_PACKED': {
      checkDeltas(bytes, at, count);
      const numbers = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      if (count > 0) deltaBinaryUnpack(reader, count, numbers);
      return inTurn(numbers as ArrayLike<number | bigint>, (number) => number);
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const lengths = deltas(bytes, reader, count);
      return sliced(
        bytes,
        reader.offset,
        inTurn(lengths, (length) => length),
      );
    }
    case 'DELTA_BYTE_ARRAY': {
      const prefixes = deltas(bytes, reader, count);
      const lengths = deltas(bytes, reader, count);
      return prefixed(
        inTurn(prefixes, (length) => length),
        sliced(
          bytes,
          reader.offset,
          inTurn(lengths, (length) => length),
        ),
      );
    }
    case 'BYTE_STREAM_SPLIT': {
      const width =
        type === 'FIXED_LEN_BYTE_ARRAY' ? typeLength : type === 'INT32' || type === 'FLOAT' ? 4 : 8;
      if (count * width > bytes.length - at) damage('ends early');
      return inTurn(
        byteStreamSplit(reader, count, type, typeLength) as ArrayLike<RawValue>,
        (value) => value,
      );
    }
    default:
      return damage(`is encoded in a way that is not read (${encoding})`);
  }
}

function deltas(bytes: Uint8Array, reader: { view: DataView; offset: number }, count: number): Int32Array {
  const numbers = new Int32Array(count);
  checkDeltas(bytes, reader.offset, count);
  if (count > 0) deltaBinaryUnpack(reader, count, numbers);
  return numbers;
}

function inTurn<From, To>(values: ArrayLike<From>, read: (value: From) => To): () => To {
  let i = 0;
  return () => (i < values.length ? read(values[i++]!) : damage('ends early'));
}

function sliced(bytes: Uint8Array, from: number, nextLength: () => number): () => Uint8Array {
  let p = from;
  return () => {
    const length = nextLength();
    if (length < 0 || p + length > bytes.length) damage('ends early');
    p += length;
    return bytes.subarray(p - length, p);
  };
}

/** The longest value that may be built from others' beginnings: a page of some hundred bytes could make gigabytes. */
const maxPrefixed = 1 << 20;

function prefixed(nextPrefix: () => number, nextRest: () => Uint8Array): () => Uint8Array {
  let last: Uint8Array = new Uint8Array(0);
  return () => {
    const prefix = nextPrefix();
    const rest = nextRest();
    if (prefix === 0) return (last = rest);
    if (prefix < 0 || prefix > last.length || prefix > maxPrefixed)
      damage('has values that begin like none before');
    return (last = Buffer.concat([last.subarray(0, prefix), rest]));
  };
}

function plainValues(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  type: ParquetType,
  typeLength: number,
): NextValue {
  let p = at;
  const take = (length: number): number => {
    if (length < 0 || p + length > bytes.length) damage('ends early');
    p += length;
    return p - length;
  };
  switch (type) {
    case 'BOOLEAN': {
      let bit = -1;
      return () => {
        bit = (bit + 1) & 7;
        if (bit === 0) take(1);
        return ((bytes[p - 1]! >> bit) & 1) === 1;
      };
    }
    case 'INT32':
      return () => view.getInt32(take(4), true);
    case 'INT64':
      return () => view.getBigInt64(take(8), true);
    case 'FLOAT':
      return () => view.getFloat32(take(4), true);
    case 'DOUBLE':
      return () => view.getFloat64(take(8), true);
    case 'BYTE_ARRAY':
      return () => {
        const from = take(view.getUint32(take(4), true));
        return bytes.subarray(from, p);
      };
    case 'INT96':
    case 'FIXED_LEN_BYTE_ARRAY': {
      const length = type === 'INT96' ? 12 : typeLength;
      return () => {
        const from = take(length);
        return bytes.subarray(from, p);
      };
    }
    default:
      return damage('has a type that is not known');
  }
}
