/*
 * Names of people in cells, from bytes. In: a span. Out: whether a name is there, and the form in which spellings of
 * one name agree (`Élodie  LE-GOFF` = `elodie le goff`). Shape only: which columns hold names is decided in
 * classify-table.ts. Allocates only for scripts beyond Latin.
 */

import { alpha, byteClass, digit, trimEnd, trimStart } from './byte-class.ts';
import { isWords } from './text-value.ts';

const maxNameBytes = 100;
/** Latin-1 Supplement, Latin Extended-A and B: the code points of two bytes that are folded by table. */
const foldFrom = 0xc0;
const foldTo = 0x250;

let folds: (string | undefined)[] | undefined;

/** 1 when the cell holds a name: a letter, at most 100 bytes, no `@`, no URL, no placeholder; 0 otherwise. */
export function nameKind(bytes: Uint8Array, start: number, end: number): number {
  if (!isWords(bytes, start, end, maxNameBytes) && !isShortName(bytes, start, end)) return 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (
      byte === 64 ||
      byte === 60 ||
      byte === 62 ||
      byte === 123 ||
      (byte === 58 && bytes[at + 1] === 47 && at + 1 < end)
    )
      return 0;
  }
  return 1;
}

/** `Na` and `Nr` are surnames, `NA` and `n/a` are not. */
function isShortName(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 2 && bytes[start] === 78 && bytes[start + 1]! >= 97;
}

/**
 * Writes the name in lower case, accents folded (é to e, ß to ss, ø to o, æ to ae), every run of spaces, hyphens,
 * apostrophes, dots and other marks as one space, to `out` and returns the length. `out` must hold 3 times the span.
 */
export function normaliseName(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  const from = trimStart(bytes, start, end);
  const to = trimEnd(bytes, from, end);
  let length = 0;
  let isGap = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      if ((byteClass[byte]! & (alpha | digit)) === 0) {
        isGap = length > 0;
        continue;
      }
      if (isGap) out[length++] = 32;
      isGap = false;
      out[length++] = byte >= 65 && byte <= 90 ? byte | 32 : byte;
      continue;
    }
    if (byte >= 0xcc && byte <= 0xcd && at + 1 < to && isCombining(byte, bytes[at + 1]!)) {
      at++;
      continue;
    }
    if (isMark(bytes, at, to)) {
      isGap = length > 0;
      at += byte === 0xc2 ? 1 : 2;
      continue;
    }
    const folded =
      byte < 0xcc && at + 1 < to ? foldOf(((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f)) : undefined;
    if (folded === undefined) return normaliseAnyScript(bytes, from, to, out);
    if (isGap) out[length++] = 32;
    isGap = false;
    for (let index = 0; index < folded.length; index++) out[length++] = folded.charCodeAt(index);
    at++;
  }
  return length;
}

/** U+0300 to U+036F, the accents of decomposed text. */
function isCombining(lead: number, second: number): boolean {
  return lead === 0xcc ? second >= 0x80 : second <= 0xaf;
}

/** General punctuation (U+2010 to U+203F: dashes, curly quotes, no-break spaces) and the signs of Latin-1. */
function isMark(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] === 0xc2) return at + 1 < end;
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && at + 2 < end;
}

function foldOf(codePoint: number): string | undefined {
  folds ??= createFolds();
  return folds[codePoint];
}

function createFolds(): (string | undefined)[] {
  const table: (string | undefined)[] = [];
  for (let codePoint = foldFrom; codePoint < foldTo; codePoint++) {
    const folded = foldAnyText(String.fromCodePoint(codePoint));
    table[codePoint] = /^[a-z]+$/.test(folded) ? folded : undefined;
  }
  return table;
}

const letters = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ŋ', 'n'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ĸ', 'k'],
  ['ŀ', 'l'],
  ['ς', 'σ'],
]);

/** Lower case without accents, for a string. */
export function foldText(text: string): string {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return foldLatin(text, at);
  return text.toLowerCase();
}

/** `text` from its first character beyond ASCII on by table, as long as the table has it. */
function foldLatin(text: string, from: number): string {
  let folded = text.slice(0, from).toLowerCase();
  let plain = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < foldFrom || (code >= 0x2010 && code < 0x2040)) continue;
    const letter = code < foldTo ? foldOf(code) : undefined;
    if (letter === undefined) return foldAnyText(text);
    folded += text.slice(plain, at).toLowerCase() + letter;
    plain = at + 1;
  }
  return folded + text.slice(plain).toLowerCase();
}

function foldAnyText(text: string): string {
  const lower = text.toLowerCase();
  const bare = lower.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '');
  return bare.replaceAll(/[ßøæœđðłþıŋħŧĸŀς]/g, (letter) => letters.get(letter)!);
}

function normaliseAnyScript(bytes: Uint8Array, from: number, to: number, out: Uint8Array): number {
  const folded = foldText(new TextDecoder().decode(bytes.subarray(from, to)));
  const words = folded.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  return new TextEncoder().encodeInto(words, out).written;
}
