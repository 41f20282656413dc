// Where in damaged bytes the next document seems to begin: by the first key that the documents before had,
// else by any key after a length that fits. A guess: the document is checked when it is read.

import { leastDocumentBytes, maxDocumentBytes } from './bson-limits.ts';

/** Type and name of the key that MongoDB puts first. */
const usualOpenings = [0x07, 0x02, 0x10, 0x12].map((type) => Buffer.from([type, ...Buffer.from('_id\0')]));

/** The first position in `bytes` from `from` on, or -1. `offset`: where `bytes` begins in a file of `fileBytes`. */
export function findDocument(
  bytes: Buffer,
  from: number,
  opening: Buffer | null,
  offset: number,
  fileBytes: number,
): number {
  let best = -1;
  for (const sign of opening ? [opening] : usualOpenings) {
    for (let p = bytes.indexOf(sign, from + 4); p >= 0; p = bytes.indexOf(sign, p + 1)) {
      if (best >= 0 && p - 4 >= best) break;
      const length = bytes.readInt32LE(p - 4);
      const end = p - 4 + length;
      const fits = isLength(length) && offset + end <= fileBytes;
      if (fits && (end > bytes.length || bytes[end - 1] === 0)) {
        best = p - 4;
        break;
      }
    }
  }
  return best;
}

/** Whether at `at` a document may begin, or the bytes end. */
export function isPlausible(bytes: Buffer, at: number, to: number, opening: Buffer | null): boolean {
  if (at + leastDocumentBytes > to) return true;
  const length = bytes.readInt32LE(at);
  if (length === -1) return true;
  if (!isLength(length)) return false;
  return (
    opening === null ||
    at + 4 + opening.length > to ||
    opening.equals(bytes.subarray(at + 4, at + 4 + opening.length))
  );
}

function isLength(length: number): boolean {
  return length >= leastDocumentBytes && length <= maxDocumentBytes;
}
