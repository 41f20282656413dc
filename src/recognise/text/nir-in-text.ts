/*
 * A NIR in running text or in what OCR made of one. In: a text and the offset of a digit. Out: the number in capitals
 * without blanks and how sure it is, or null. Letters that OCR took for digits are put right only where the key then
 * agrees.
 */

import { nirKind } from '../identifiers/nir.ts';

export interface NirInText {
  start: number;
  end: number;
  value: string;
  /** Grouped as these numbers are written (`2 95 10 99 126 111 93`). */
  isGrouped: boolean;
  hasKey: boolean;
  isProvisional: boolean;
  /** Letters that were taken for digits. */
  repaired: number;
}

const gap = '[ .\\u00A0\\u202F\\u2009_/-]{0,2}';
const c = '[0-9OoQDlI|!SsBZz]';
const shape = new RegExp(
  `[0-9lI|!SB]${gap}${c}{2}${gap}${c}{2}${gap}${c}[0-9OoQDlI|!SsBZzAab]${gap}${c}{3}${gap}${c}{3}(?:${gap}${c}{2})?(?![0-9A-Za-z])`,
  'y',
);
const gaps = /[ .\u00A0\u202F\u2009_/-]/g;
const seenAs: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
};
/** More letters than this are no misreading of a number. */
const mostRepaired = 5;

const cell = new Uint8Array(15);

/** `digit` is the first digit of a run; the number may begin up to two characters before it, at a misread 1. */
export function nirInText(text: string, digit: number): NirInText | null {
  const start = numberStart(text, digit);
  if (start < 0) return null;
  shape.lastIndex = start;
  if (!shape.test(text)) return null;
  const end = shape.lastIndex;
  const written = text.slice(start, end);
  const compact = written.replaceAll(gaps, '');
  const upper = compact.toUpperCase();
  const isGrouped = /^.[^0-9A-Za-z|!]/.test(written) && written.length - compact.length >= 5;
  const plain = kindOf(upper);
  if (plain > 0) return result(start, end, upper, isGrouped, plain, 0);
  if (compact.length !== 15) return null;
  let fixed = '';
  let repaired = 0;
  for (let at = 0; at < compact.length; at++) {
    const character = compact[at]!;
    const isCorsica = at === 6 && fixed[5] === '2' && /[AaBb]/.test(character);
    const digitRead = isCorsica ? undefined : seenAs[character];
    if (digitRead !== undefined) repaired++;
    fixed += digitRead ?? character.toUpperCase();
  }
  if (repaired > mostRepaired) return null;
  const kind = kindOf(fixed);
  if (kind > 0) return result(start, end, fixed, isGrouped, kind, repaired);
  const mainland = fixed[6] === 'B' ? `${fixed.slice(0, 6)}8${fixed.slice(7)}` : fixed;
  const other = kindOf(mainland);
  return other > 0 && mainland !== fixed
    ? result(start, end, mainland, isGrouped, other, repaired + 1)
    : null;
}

function result(
  start: number,
  end: number,
  value: string,
  isGrouped: boolean,
  kind: number,
  repaired: number,
): NirInText {
  return { start, end, value, isGrouped, hasKey: kind !== 3, isProvisional: kind === 2, repaired };
}

/** The digit itself, or a misread 1 before it; -1 inside a word or a longer number. */
function numberStart(text: string, digit: number): number {
  const one = isOne(text.charCodeAt(digit - 1))
    ? digit - 1
    : /[ .]/.test(text[digit - 1] ?? '') && isOne(text.charCodeAt(digit - 2))
      ? digit - 2
      : digit;
  const before = text.charCodeAt(one - 1);
  return isWordCode(before) || before === 43 ? -1 : one;
}

/** `l`, `I`, `|` and `!` are what OCR makes of 1. */
function isOne(code: number): boolean {
  return code === 108 || code === 73 || code === 124 || code === 33;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 0xc0
  );
}

function kindOf(characters: string): number {
  if (characters.length > 15) return 0;
  for (let at = 0; at < characters.length; at++) cell[at] = characters.charCodeAt(at);
  return nirKind(cell, 0, characters.length);
}
