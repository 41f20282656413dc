/*
 * Cells of words: is anything said in them? In: a span. Out: yes or no. Placeholders (`n/a`, `null`, `-`, `unknown`)
 * say nothing; they would otherwise count as people's data. Never allocates.
 */

import { alpha, byteClass, lowerByte, trimEnd, trimStart } from './byte-class.ts';

const placeholders =
  'n/a|na|n.a.|n.c.|nc|nr|null|none|undefined|unknown|unspecified|empty|not set|(null)|(none)|<null>|<none>|inconnu|inconnue|aucun|aucune|néant|neant|vide|unbekannt|keine|kein|leer|desconocido|ninguno|sconosciuto|nessuno|onbekend|geen|xxx|xx|x|tbd|tba|?|.|-|--|---|_|#|0|*';
const longestPlaceholder = 12;

const encoder = new TextEncoder();

let placeholderHashes: Set<number> | undefined;
let placeholderTexts: Set<string> | undefined;

/** Trimmed, at most `maxBytes` long, with a letter, and no placeholder. */
export function isWords(bytes: Uint8Array, start: number, end: number, maxBytes: number): boolean {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  if (to === from || to - from > maxBytes) return false;
  return hasLetter(bytes, from, to) && !isPlaceholder(bytes, from, to);
}

/** Trimmed, at most `maxBytes` long, and no placeholder; digits alone are enough. */
export function isFilled(bytes: Uint8Array, start: number, end: number, maxBytes: number): boolean {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  return to > from && to - from <= maxBytes && !isPlaceholder(bytes, from, to);
}

/** A letter of any script: an ASCII letter or a byte beyond ASCII. */
export function hasLetter(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80 || (byteClass[byte]! & alpha) !== 0) return true;
  }
  return false;
}

/** For text without white space around it. */
export function isPlaceholderText(text: string): boolean {
  if (text.length > longestPlaceholder) return false;
  placeholderTexts ??= new Set(placeholders.split('|'));
  return placeholderTexts.has(text) || placeholderTexts.has(text.toLowerCase());
}

/** `start` to `end` without white space around it. */
export function isPlaceholder(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > longestPlaceholder) return false;
  placeholderHashes ??= hashPlaceholders();
  return placeholderHashes.has(hashLower(bytes, start, end));
}

function hashPlaceholders(): Set<number> {
  const hashes = new Set<number>();
  for (const word of placeholders.split('|')) {
    const bytes = encoder.encode(word);
    hashes.add(hashLower(bytes, 0, bytes.length));
  }
  return hashes;
}

/** FNV-1a of the bytes in lower case. */
function hashLower(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerByte(bytes[at]!), 0x01000193);
  return hash >>> 0;
}
