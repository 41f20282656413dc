// Values masked in tests, one at a time. In: a method, a value, what is real. Out: what stands for it.

import { expect } from 'vitest';

import { ByteSink } from './byte-sink.ts';
import { createMaskKeys } from './cipher/mask-keys.ts';
import { createReplacer } from './create-replacer.ts';
import type { Masking } from './masking.ts';
import type { MethodName } from './method.ts';
import type { ReplacerOptions } from './replacer.ts';
import type { RealSort } from './survivors/real-sort.ts';

export type IsReal = (sort: RealSort, value: string) => boolean;

export function maskingOf(seed: number, isReal?: IsReal): Masking {
  const has = (sort: RealSort, bytes: Uint8Array, start: number, end: number): boolean =>
    isReal?.(sort, Buffer.from(bytes.subarray(start, end)).toString()) ?? false;
  return {
    keys: createMaskKeys(new Uint8Array(32).fill(seed)),
    real: { count: isReal === undefined ? 0 : 1, has, hasNormal: has },
    images: { stoodAside: 0 },
    language: 'fr',
  };
}

export const usual = maskingOf(7);
const anyRoom = 1000;

export function mask(
  method: MethodName,
  value: string,
  options: ReplacerOptions & { masking?: Masking; room?: number } = {},
): string {
  const { masking = usual, room = anyRoom, ...rest } = options;
  const bytes = Buffer.from(`<${value}>`);
  const out = new ByteSink(16);
  out.write('before ');
  expect(createReplacer(method, masking, rest).replace(bytes, 1, bytes.length - 1, out, room)).toBe(true);
  return Buffer.from(out.take(7)).toString();
}

export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
