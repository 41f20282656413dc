// What is real, as a plain set of numbers in their normal form, and a masking that knows nothing else. In: values. Out: both.

import { createMaskKeys } from '../cipher/mask-keys.ts';
import type { Masking } from '../masking.ts';
import type { Identifier } from '../../recognise/index.ts';
import type { RealValues } from '../survivors/real-values.ts';
import { formBytes } from './layout.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const normal = new Uint8Array(formBytes);

export function normalForm({ normalise }: Identifier, value: string): string {
  const bytes = encoder.encode(value);
  return decoder.decode(normal.subarray(0, normalise(bytes, 0, bytes.length, normal)));
}

/** `numbers`: in their normal form; phones as their digits. */
export function realNumbers(
  numbers: ReadonlySet<string>,
  phones: ReadonlySet<string> = new Set(),
): RealValues {
  const has = (sort: string, bytes: Uint8Array, start: number, end: number): boolean => {
    const text = decoder.decode(bytes.subarray(start, end));
    return sort === 'number' ? numbers.has(text) : sort === 'phone' && phones.has(text);
  };
  return { count: numbers.size + phones.size, has, hasNormal: has };
}

export function maskingOf(real: RealValues, secret = 1): Masking {
  const keys = createMaskKeys(new Uint8Array(32).fill(secret));
  return { keys, real, images: { stoodAside: 0 }, language: 'fr' };
}
