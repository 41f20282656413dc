// The identifiers in a value of the leak: each in the form in which spellings agree, with the hash under which the vault
// knows it. In: bytes, and the sort of the column they stand in, or of what was found in a text. Out: normal forms with
// hashes, one call each.

import { kernelMemoryStart, loadKernel } from '../../kernel/index.ts';
import {
  emailsInValue,
  identifierOf,
  normaliseEmail,
  normalisePhone,
  type ValidatorName,
  validatorIds,
} from '../../recognise/index.ts';

/** `normal`: good until the next call; its first `length` bytes are the form. */
export type VisitIdentifier = (low: number, high: number, normal: Uint8Array, length: number) => void;

/** `isFound`: the bytes are one identifier, as a search of a text has found it. */
export type IdentifierReader = (
  sort: ValidatorName,
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: VisitIdentifier,
  isFound?: boolean,
) => void;

/** No identifier is longer; some forms need three times the room. */
const maxValueBytes = 4096;
const hashAt = kernelMemoryStart;
const normalAt = kernelMemoryStart + 16;
const normalBytes = maxValueBytes * 3;

const space = 0x20;

/** `seed`: what the hashes of the case are keyed by. */
export function createIdentifierReader(seed: readonly [number, number]): IdentifierReader {
  const kernel = loadKernel({ memoryBytes: normalAt + normalBytes });
  kernel.seedHash(seed[0], seed[1]);
  const normal = kernel.bytes.subarray(normalAt, normalAt + normalBytes);
  const give = (length: number, visit: VisitIdentifier) => {
    if (length === 0) return;
    kernel.hashTo(normalAt, length, hashAt);
    visit(kernel.words[hashAt / 4]!, kernel.words[hashAt / 4 + 1]!, normal, length);
  };
  return (sort, bytes, start, end, visit, isFound = false) => {
    if (isFound && sort === 'email') {
      if (end - start <= maxValueBytes) give(normaliseEmail(bytes, start, end, normal), visit);
      return;
    }
    let from = start;
    let to = end;
    while (from < to && bytes[from]! <= space) from++;
    while (to > from && bytes[to - 1]! <= space) to--;
    if (to === from) return;
    if (sort === 'email') {
      emailsInValue(bytes, from, to, (first, last) => {
        if (last - first <= maxValueBytes) give(normaliseEmail(bytes, first, last, normal), visit);
      });
      return;
    }
    if (to - from <= maxValueBytes) give(writeForm(sort, bytes, from, to, normal), visit);
  };
}

function writeForm(
  sort: ValidatorName,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
): number {
  if (sort === 'phone') return normalisePhone(bytes, start, end, out);
  const identifier = identifierOf(validatorIds[sort]);
  if (identifier !== null) return identifier.normalise(bytes, start, end, out);
  out.set(bytes.subarray(start, end));
  return end - start;
}
