/*
 * Pictures in cells, by the first bytes of their formats: raw, or as hexadecimal with or without `0x`. In: a span.
 * Out: kind, 0 for anything else (a file name is no picture). Never decodes one.
 */

import { textAt, trimStart } from './byte-class.ts';

export const photoKinds = ['JPEG', 'PNG', 'GIF', 'WebP', 'BMP'] as const;

const signatures: readonly (readonly [string, number])[] = [
  ['ffd8ff', 1],
  ['89504e47', 2],
  ['47494638', 3],
  ['52494646', 4],
];
const dataUrls: readonly (readonly [string, number])[] = [
  ['data:image/jpeg', 1],
  ['data:image/jpg', 1],
  ['data:image/png', 2],
  ['data:image/gif', 3],
  ['data:image/webp', 4],
];
/** Less is the head of a picture, not a picture. */
const minBytes = 16;

/** Index + 1 into `photoKinds`, or 0. */
export function photoKind(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < minBytes) return 0;
  const first = bytes[start]!;
  if (first === 0xff && bytes[start + 1] === 0xd8 && bytes[start + 2] === 0xff) return 1;
  if (first === 0x89 && bytes[start + 1] === 0x50 && bytes[start + 2] === 0x4e && bytes[start + 3] === 0x47)
    return 2;
  if (textAt(bytes, start, end, 'gif87a') || textAt(bytes, start, end, 'gif89a')) return 3;
  if (textAt(bytes, start, end, 'riff') && textAt(bytes, start + 8, end, 'webp')) return 4;
  if (isUtf8OfLatin1(bytes, start)) return first === 0xc3 ? 1 : 2;
  return writtenKind(bytes, start, end);
}

/** A blob that went through Latin-1 into UTF-8: `ÿØÿ` or U+0089 `PNG`. */
function isUtf8OfLatin1(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] === 0xc3) return bytes[at + 1] === 0xbf && bytes[at + 2] === 0xc3 && bytes[at + 3] === 0x98;
  return bytes[at] === 0xc2 && bytes[at + 1] === 0x89 && bytes[at + 2] === 0x50 && bytes[at + 3] === 0x4e;
}

function writtenKind(bytes: Uint8Array, start: number, end: number): number {
  let at = trimStart(bytes, start, end);
  if (textAt(bytes, at, end, '0x') || textAt(bytes, at, end, '\\x')) at += 2;
  for (const [signature, kind] of signatures) if (textAt(bytes, at, end, signature)) return kind;
  for (const [prefix, kind] of dataUrls) if (textAt(bytes, at, end, prefix)) return kind;
  return 0;
}
