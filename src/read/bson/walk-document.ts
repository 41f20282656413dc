// Walks the elements of one BSON document. In: its bytes, checked before they are believed. Out: a call for each
// element with its type, its key and where its value lies. It calls nothing by a name out of the file.

import { leastDocumentBytes } from './bson-limits.ts';

/** Thrown where a document is not what its lengths say. */
export class DamagedDocument extends Error {
  override name = 'DamagedDocument';
}

export const bsonTypes = {
  double: 0x01,
  string: 0x02,
  document: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  pointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  scopedCode: 0x0f,
  int32: 0x10,
  timestamp: 0x11,
  int64: 0x12,
  decimal: 0x13,
  maxKey: 0x7f,
  minKey: 0xff,
} as const;

const fixedSizes = new Map<number, number>([
  [bsonTypes.double, 8],
  [bsonTypes.undefined, 0],
  [bsonTypes.objectId, 12],
  [bsonTypes.boolean, 1],
  [bsonTypes.date, 8],
  [bsonTypes.null, 0],
  [bsonTypes.int32, 4],
  [bsonTypes.timestamp, 8],
  [bsonTypes.int64, 8],
  [bsonTypes.decimal, 16],
  [bsonTypes.maxKey, 0],
  [bsonTypes.minKey, 0],
]);

/** `keyFrom`..`keyTo`, then the value at `from`..`to`. */
export type OnElement = (type: number, keyFrom: number, keyTo: number, from: number, to: number) => void;

/** Walks the document at `from`, all of which must lie before `limit`; returns one past it. */
export function walkDocument(bytes: Buffer, from: number, limit: number, onElement: OnElement): number {
  const length = from + leastDocumentBytes <= limit ? bytes.readInt32LE(from) : 0;
  const end = from + length - 1;
  if (length < leastDocumentBytes || end >= limit || bytes[end] !== 0) throw new DamagedDocument();
  let p = from + 4;
  while (p < end) {
    const type = bytes[p]!;
    const keyFrom = p + 1;
    const keyTo = stringEnd(bytes, keyFrom, end);
    const to = keyTo + 1 + sizeOf(bytes, type, keyTo + 1, end);
    if (to > end) throw new DamagedDocument();
    onElement(type, keyFrom, keyTo, keyTo + 1, to);
    p = to;
  }
  return end + 1;
}

/** The zero that ends what begins at `from`. */
function stringEnd(bytes: Buffer, from: number, end: number): number {
  let zero = from;
  while (zero < end && bytes[zero] !== 0) zero++;
  if (zero >= end) throw new DamagedDocument();
  return zero;
}

function sizeOf(bytes: Buffer, type: number, p: number, end: number): number {
  const fixed = fixedSizes.get(type);
  if (fixed !== undefined) return fixed;
  if (type === bsonTypes.regex) {
    const options = stringEnd(bytes, p, end) + 1;
    return stringEnd(bytes, options, end) + 1 - p;
  }
  if (p + 4 > end) throw new DamagedDocument();
  const length = bytes.readInt32LE(p);
  if (length < 0 || length > end - p) throw new DamagedDocument();
  switch (type) {
    case bsonTypes.string:
    case bsonTypes.code:
    case bsonTypes.symbol:
      if (length < 1 || bytes[p + 3 + length] !== 0) throw new DamagedDocument();
      return 4 + length;
    case bsonTypes.pointer:
      return 4 + length + 12;
    case bsonTypes.binary:
      return 5 + length;
    case bsonTypes.document:
    case bsonTypes.array:
    case bsonTypes.scopedCode:
      if (length < leastDocumentBytes) throw new DamagedDocument();
      return length;
    default:
      throw new DamagedDocument();
  }
}
