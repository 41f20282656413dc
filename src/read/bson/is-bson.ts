// Whether a file is what mongodump writes: documents of BSON one after the other, or an archive of collections.

import { leastDocumentBytes, maxDocumentBytes } from './bson-limits.ts';

/** Archives begin with these bytes (`mongodump --archive`). */
const archiveMagic = [0x6d, 0xe2, 0x99, 0x81];

/** Looked at of the first document. */
const maxKeyBytes = 256;
const maxElements = 50;

export function isBsonArchive(head: Uint8Array): boolean {
  return archiveMagic.every((byte, i) => head[i] === byte);
}

export function isBson(head: Uint8Array): boolean {
  return isBsonArchive(head) || isDocument(head);
}

/** Whether the first elements are ones, as far as the head shows them: text hardly ever has lengths that fit. */
function isDocument(head: Uint8Array): boolean {
  if (head.length < leastDocumentBytes) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const length = view.getInt32(0, true);
  if (length < leastDocumentBytes || length > maxDocumentBytes) return false;
  if (length <= head.length && head[length - 1] !== 0) return false;
  const end = Math.min(length - 1, head.length);
  let p = 4;
  let elements = 0;
  for (; p < end && elements < maxElements; elements++) {
    const type = head[p]!;
    const keyEnd = head.subarray(0, Math.min(end, p + 1 + maxKeyBytes)).indexOf(0, p + 1);
    if (keyEnd < 0) return elements > 0 && end < length - 1;
    if (!isKeyText(head, p + 1, keyEnd)) return false;
    const size = sizeOfValue(view, type, keyEnd + 1);
    if (size < 0) return false;
    p = keyEnd + 1 + size;
  }
  return elements > 0 && (elements === maxElements || p >= end) && p <= length - 1;
}

function isKeyText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (bytes[p]! < 0x20) return false;
  return true;
}

const fixedSizes = new Map([
  [0x01, 8],
  [0x06, 0],
  [0x07, 12],
  [0x08, 1],
  [0x09, 8],
  [0x0a, 0],
  [0x10, 4],
  [0x11, 8],
  [0x12, 8],
  [0x13, 16],
  [0x7f, 0],
  [0xff, 0],
]);

/** Bytes of the value at `p`, of which the length must be in the head; 0 for what ends with it, -1 for what is none. */
function sizeOfValue(view: DataView, type: number, p: number): number {
  const fixed = fixedSizes.get(type);
  if (fixed !== undefined) return fixed;
  if (p + 4 > view.byteLength) return 0;
  const length = view.getInt32(p, true);
  if (length < 0 || length > maxDocumentBytes) return -1;
  if (type === 0x02 || type === 0x0d || type === 0x0e) return length < 1 ? -1 : 4 + length;
  if (type === 0x03 || type === 0x04) return length < leastDocumentBytes ? -1 : length;
  if (type === 0x05) return 5 + length;
  return type === 0x0f ? length : -1;
}
