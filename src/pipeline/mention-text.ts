// An address in a text, as a dump writes the text: found around its `@`, with escapes taken off where they matter.
// In: the position of an `@` in the kernel's memory. Out: the span of an address there or in scratch, or -1.

import { emailAt, spanEnd, spanStart } from '../recognise/index.ts';

/** Text looked at on either side of an `@`: the longest address (64 + 1 + 255) fits. */
const before = 96;
const after = 300;
export const mentionBytes = 1024;

/** The address around the `@` at `at` of a value at `start`..`end`, packed as `emailAt` packs it, or -1. */
export function addressInText(
  bytes: Uint8Array,
  at: number,
  start: number,
  end: number,
  scratch: number,
): number {
  // most `@` of a dump are in style sheets and templates: asked as they stand, before escapes are taken off
  const span = emailAt(bytes, at, Math.max(start, at - before), Math.min(end, at + after));
  if (span < 0 || !hasEscape(bytes, spanStart(span) - 2, spanEnd(span))) return span;
  const found = unescapeAround(bytes, at, start, end, scratch);
  return emailAt(bytes, found.at, scratch, found.end);
}

function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p <= to; p++) if (bytes[p] === 0x5c || bytes[p] === 0x27) return true;
  return false;
}

/** Copies the text around the `@` at `at` to `scratch` with escapes taken off; tells where the `@` and the end came to lie. */
function unescapeAround(
  bytes: Uint8Array,
  at: number,
  start: number,
  end: number,
  scratch: number,
): { at: number; end: number } {
  let p = Math.max(start, at - before);
  let backslashes = 0;
  while (p - backslashes - 1 >= start && bytes[p - backslashes - 1] === 0x5c) backslashes++;
  if (backslashes % 2 === 1) p++;
  const last = Math.min(end, at + after);
  let out = scratch;
  let signAt = scratch;
  for (; p < last; p++) {
    let byte = bytes[p]!;
    if (p === at) signAt = out;
    if (byte === 0x5c && p + 1 < last && p + 1 !== at) {
      const next = bytes[++p]!;
      byte = next === 0x6e || next === 0x72 || next === 0x74 || next === 0x30 ? 0x20 : next;
    } else if (byte === 0x27 && bytes[p + 1] === 0x27) p++;
    bytes[out++] = byte;
  }
  return { at: signAt, end: out };
}
