// A text replacer over replacements that can be read in a test, and over people who are real because the test says so.

import { ByteSink } from '../byte-sink.ts';
import { createMaskKeys } from '../cipher/mask-keys.ts';
import type { Masking } from '../masking.ts';
import type { MethodName } from '../method.ts';
import type { Replacer } from '../replacer.ts';
import { mergeRealValues } from '../survivors/merge-real-values.ts';
import { openRealValues } from '../survivors/open-real-values.ts';
import type { RealSort } from '../survivors/real-sort.ts';
import { RealValuesGatherer } from '../survivors/real-values-gatherer.ts';
import { createTextReplacer, type TextReplacer } from './create-text-replacer.ts';

export type RealThings = Partial<Record<RealSort, readonly string[]>>;

export function maskingOf(things: RealThings): Masking {
  const keys = createMaskKeys(new Uint8Array(32));
  const gatherer = new RealValuesGatherer(keys);
  for (const [sort, values] of Object.entries(things))
    for (const value of values) {
      const bytes = new TextEncoder().encode(value);
      gatherer.add(sort as RealSort, bytes, 0, bytes.length);
    }
  const real = openRealValues(mergeRealValues([gatherer.take()]), keys);
  return { keys, real, images: { stoodAside: 0 }, language: 'fr' };
}

const names: Partial<Record<MethodName, string>> = {
  'first-name': 'Xa',
  'last-name': 'Yvrandel',
  'full-name': 'Xa Yvrandel',
  email: 'x.tag@example.org',
};

/** Names become `Xa` and `Yvrandel`, addresses one of example.org, digits each one more; the rest its method in brackets. */
export const readable = (method: MethodName): Replacer => ({
  replace(bytes, start, end, out, room) {
    const text = new TextDecoder().decode(bytes.subarray(start, end));
    const digits = /\d\D*\d\D*\d\D*\d/.test(text)
      ? text.replaceAll(/\d/g, (digit) => String((Number(digit) + 1) % 10))
      : `(${method})`;
    out.write((names[method] ?? digits).slice(0, room));
    return true;
  },
});

const made = new WeakMap<RealThings, TextReplacer>();

export function textReplacer(things: RealThings): TextReplacer {
  let replacer = made.get(things);
  if (replacer === undefined) {
    replacer = createTextReplacer(maskingOf(things), readable);
    made.set(things, replacer);
  }
  return replacer;
}

export function masked(text: string | Uint8Array, things: RealThings = people): string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const out = new ByteSink();
  textReplacer(things).replaceText(bytes, 0, bytes.length, out);
  return new TextDecoder().decode(out.bytes.subarray(0, out.length));
}

export const people: RealThings = {
  firstName: ['Hélène', 'Nora', 'Bastien'],
  lastName: ['Quellmont', 'Tréguidon', 'Obrasse'],
  fullName: ['Hélène Quellmont', 'Nora Tréguidon', 'Bastien Obrasse'],
};
