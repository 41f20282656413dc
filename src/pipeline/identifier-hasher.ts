// The hash under which a run knows an identifier, from the identifier as somebody writes it.
// In: the run's seed, a sort and a text. Out: two words, as `PeopleIndex` has them, or null where the text is none.

import { kernelMemoryStart, loadKernel } from '../kernel/index.ts';
import {
  dateValue,
  identifierOf,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  type ValidatorName,
  validatorIds,
} from '../recognise/index.ts';
import { fingerprint, type IdentifierSort, nameHash } from '../resolve/index.ts';

/** `nameAndBirth`: first names, last name and date of birth, with tabs between them. */
export type HashIdentifier = (sort: IdentifierSort, text: string) => [low: number, high: number] | null;

/** No identifier is longer; some normal forms need three times the room. */
const maxTextBytes = 1024;
const normalAt = kernelMemoryStart + 16;

/** `few`: some texts only, for which compiling the kernel would take longer than its twin takes to hash them. */
export function createIdentifierHasher(
  seed: readonly [number, number],
  options: { few?: boolean } = {},
): HashIdentifier {
  const kernel = loadKernel({ memoryBytes: normalAt + maxTextBytes * 4, twin: options.few ?? false });
  kernel.seedHash(seed[0], seed[1]);
  const normal = kernel.bytes.subarray(normalAt, normalAt + maxTextBytes * 4);

  const hashed = (length: number): [number, number] | null => {
    if (length === 0) return null;
    kernel.hashTo(normalAt, length, kernelMemoryStart);
    return [kernel.words[kernelMemoryStart / 4]!, kernel.words[kernelMemoryStart / 4 + 1]!];
  };

  return (sort, text) => {
    if (sort === 'nameAndBirth') {
      const parts = text.split('\t');
      const [first, last, birth] = [bytesOf(parts[0]), bytesOf(parts[1]), bytesOf(parts[2])];
      const firstHash = hashed(normaliseName(first, 0, first.length, normal));
      const lastHash = hashed(normaliseName(last, 0, last.length, normal));
      const date = dateValue(birth, 0, birth.length);
      const name = firstHash && lastHash ? nameHash(fingerprint(...firstHash), fingerprint(...lastHash)) : 0;
      return name === 0 || date === 0 ? null : [name, date];
    }
    const bytes = bytesOf(text.trim());
    return bytes.length > maxTextBytes ? null : hashed(normalise(sort, bytes, normal));
  };
}

function bytesOf(text: string | undefined): Uint8Array {
  return Buffer.from(text ?? '');
}

/** Writes the normal form to `out`; returns its length, 0 where the text is none of the sort. */
function normalise(sort: ValidatorName, bytes: Uint8Array, out: Uint8Array): number {
  if (sort === 'email') return normaliseEmail(bytes, 0, bytes.length, out);
  if (sort === 'phone') return normalisePhone(bytes, 0, bytes.length, out);
  const identifier = identifierOf(validatorIds[sort]);
  if (identifier) return identifier.normalise(bytes, 0, bytes.length, out);
  out.set(bytes);
  return bytes.length;
}
