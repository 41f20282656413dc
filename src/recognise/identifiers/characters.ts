/*
 * Reads the number in a cell: its digits and letters, without what people write between them. In: a span that holds one
 * cell and the shape of the number. Out: its characters in capitals, in one buffer that holds the number being read, one
 * cell at a time. Separators may stand only between the groups a number is written in: a telephone number in pairs, a
 * date or an address of a computer is no other number with the same digits. Never allocates.
 */

import { trimEnd, trimStart } from '../byte-class.ts';

export interface Shape {
  /** How many characters, without separators; at most 31. */
  lengths: readonly number[];
  /** After how many characters a separator may stand. */
  gaps: readonly number[];
  /**
   * A number that begins with 0 may have lost it in a column of numbers: one digit less, without separators, is read with
   * the 0 before it.
   */
  mayLoseZero?: boolean;
  /** Letters stand among the digits. */
  letters?: boolean;
  /** A `+` may stand where a separator may. */
  plus?: boolean;
  /** Two capitals of a country that some write before it (`PT 123 456 789`); they are no part of the number. */
  prefix?: string;
}

export interface CompiledShape {
  readonly lengths: number;
  readonly least: number;
  readonly most: number;
  readonly gaps: number;
  readonly mayLoseZero: boolean;
  readonly hasLetters: boolean;
  readonly hasPlus: boolean;
  readonly prefix: number;
}

/** The characters of the number being read. */
export const characters = new Uint8Array(32);

/** Where separators stood in the number being read, and whether they were not all the same. */
export const separators = { gaps: 0, areMixed: false };

/** 1 a digit, 2 a letter. */
const sorts = createSorts();
const dot = 46;
const plus = 43;

export function compileShape({
  lengths,
  gaps,
  mayLoseZero = false,
  letters = false,
  plus: hasPlus = false,
  prefix = '',
}: Shape): CompiledShape {
  return {
    lengths: bits(lengths),
    least: Math.min(...lengths) - (mayLoseZero ? 1 : 0),
    most: Math.max(...lengths),
    gaps: bits(gaps),
    mayLoseZero,
    hasLetters: letters,
    hasPlus,
    prefix: prefix === '' ? 0 : prefix.charCodeAt(0) * 256 + prefix.charCodeAt(1),
  };
}

/** The bit of each position. */
export function bits(positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum | (1 << position), 0);
}

/**
 * How many characters were read into `characters`; 0 when the cell holds something else: too few, too many, one digit
 * all along, separators where none are written.
 */
export function readCharacters(bytes: Uint8Array, start: number, end: number, shape: CompiledShape): number {
  let at = trimStart(bytes, start, end);
  const to = trimEnd(bytes, at, end);
  if (shape.prefix !== 0) at = skipPrefix(bytes, at, to, shape.prefix);
  // Each character with a separator of three bytes before it.
  if (to - at < shape.least || to - at > 4 * shape.most) return 0;
  let length = 0;
  let gaps = 0;
  let gapCount = 0;
  let gapByte = 0;
  let areMixed = false;
  let allSorts = 0;
  let allDiffer = 0;
  for (; at < to; at++) {
    const byte = bytes[at]!;
    const sort = sorts[byte]!;
    if (sort !== 0) {
      if (length === shape.most) return 0;
      const capital = sort === 2 ? byte & 0xdf : byte;
      characters[length++] = capital;
      allSorts |= sort;
      allDiffer |= capital ^ characters[0]!;
    } else {
      const width = byte === plus && shape.hasPlus ? 1 : gapLength(bytes, at, to);
      if (width === 0) return 0;
      at += width - 1;
      gaps |= 1 << length;
      if (gapCount > 0 && byte !== gapByte) areMixed = true;
      gapByte = byte;
      gapCount++;
    }
  }
  if (allDiffer === 0) return 0;
  if (((shape.lengths >> length) & 1) === 0) {
    if (!shape.mayLoseZero || length !== shape.most - 1 || gaps !== 0) return 0;
    characters.copyWithin(1, 0, length++);
    characters[0] = 48;
  }
  if ((allSorts & 2) !== 0 && !shape.hasLetters) return 0;
  if (gaps !== 0) {
    if ((gaps & ~shape.gaps) !== 0) return 0;
    // Among digits one dot and no other separator is a decimal point.
    if (gapCount === 1 && gapByte === dot && allSorts === 1) return 0;
  }
  separators.gaps = gaps;
  separators.areMixed = areMixed;
  return length;
}

/** Width in bytes of a separator: space, dot, hyphen, slash, underscore, tab, the spaces and dashes beyond ASCII. */
export function gapLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at]!;
  if (byte === 32 || byte === dot || byte === 45 || byte === 47 || byte === 95 || byte === 9) return 1;
  if (byte === 0xc2) return at + 1 < end && bytes[at + 1] === 0xa0 ? 2 : 0;
  if (byte !== 0xe2 || at + 2 >= end || bytes[at + 1] !== 0x80) return 0;
  const last = bytes[at + 2]!;
  return last <= 0x95 || last === 0xaf ? 3 : 0;
}

/** The digit at a place of the number being read. */
export function digitAt(at: number): number {
  return characters[at]! - 48;
}

/** The number that `count` digits from `at` on make; not for letters. */
export function numberAt(at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) value = value * 10 + characters[index]! - 48;
  return value;
}

/** Whether `count` places from `at` on are digits. */
export function areDigits(at: number, count: number): boolean {
  for (let index = at; index < at + count; index++) if (characters[index]! > 57) return false;
  return true;
}

/** Whether `count` places from `at` on are letters. */
export function areLetters(at: number, count: number): boolean {
  for (let index = at; index < at + count; index++) if (characters[index]! < 65) return false;
  return true;
}

/** By code, 1 for each of the letters. */
export function letterSet(letters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return table;
}

function skipPrefix(bytes: Uint8Array, from: number, to: number, prefix: number): number {
  if (to - from < 3 || ((bytes[from]! & 0xdf) << 8) + (bytes[from + 1]! & 0xdf) !== prefix) return from;
  let at = from + 2;
  while (at < to && (bytes[at] === 32 || bytes[at] === 45)) at++;
  return at;
}

function createSorts(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(1, 48, 58);
  table.fill(2, 65, 91);
  table.fill(2, 97, 123);
  return table;
}
