// JSON as RFC 8785 has it, as far as a certificate needs it: keys in order, no blanks, whole numbers only. The same
// content gives the same bytes, so that a hash of it can be signed. In: plain values. Out: text, to hash or to file.

import { hash } from 'node:crypto';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new TypeError('a certificate holds whole numbers only');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = keysOf(value).map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`);
  return `{${entries.join(',')}}`;
}

/** The same, for a reader: one entry a line. */
export function shownJson(value: Json): string {
  return `${JSON.stringify(ordered(value), null, 2)}\n`;
}

/** Base64. */
export function jsonHash(value: Json): string {
  return hash('sha256', canonicalJson(value), 'base64');
}

function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, ordered(value[key]!)]));
}

/** By their UTF-16 code units. */
function keysOf(value: { [key: string]: Json }): string[] {
  return Object.keys(value).toSorted();
}
