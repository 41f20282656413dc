// A value between quotes, as SQL writes it: quotes doubled or escaped, and what else a backslash is needed for. Where there is
// a choice, it is made as in the cell that is replaced, so that the text around what is masked stays byte for byte.

import type { ByteSink } from '../byte-sink.ts';

const BACKSLASH = 0x5c;
const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** By byte: the letter that stands for it after a backslash, or 0. */
export type EscapeLetters = Uint8Array;

const lettersOf = (pairs: readonly (readonly [number, string])[]): EscapeLetters => {
  const letters = new Uint8Array(256);
  for (const [byte, letter] of pairs) letters[byte] = letter.charCodeAt(0);
  return letters;
};

const common = [
  [NEWLINE, 'n'],
  [RETURN, 'r'],
  [BACKSLASH, '\\'],
  [QUOTE, "'"],
  [DOUBLE_QUOTE, '"'],
] as const;

export const mysqlLetters = lettersOf([...common, [0, '0'], [0x1a, 'Z']]);

/** Of E'…'. */
export const postgresLetters = lettersOf(common);

const special = [0, NEWLINE, RETURN, 0x1a, BACKSLASH, QUOTE, DOUBLE_QUOTE];

/** What the choices are in a cell, looked up once for each. */
const unknown = 0;
const no = 1;
const yes = 2;

/** `raw` at `start`..`end`: the cell that is replaced. Without `letters`, a backslash is a sign like any other. */
export function putQuoted(
  raw: Uint8Array,
  start: number,
  end: number,
  quote: number,
  letters: EscapeLetters | null,
  value: Uint8Array,
  length: number,
  out: ByteSink,
): void {
  const signs = letters ?? noLetters;
  out.put(quote);
  let hasChoices = false;
  let p = 0;
  while (p < length) {
    const from = p;
    while (p < length && signs[value[p]!] === 0 && value[p] !== quote) p++;
    if (p > from) out.copy(value, from, p);
    if (p === length) break;
    const byte = value[p++]!;
    const letter = signs[byte]!;
    let choice = choices[byte]!;
    if (choice === unknown) {
      const isChosen =
        byte === quote
          ? letters === null || isDoubled(raw, start, end, quote)
          : isEscaped(raw, start, end, byte, letter);
      choices[byte] = choice = isChosen ? yes : no;
      hasChoices = true;
    }
    if (byte === quote) out.put(choice === yes ? quote : BACKSLASH);
    else if (choice === yes) out.put(BACKSLASH);
    out.put(byte !== quote && choice === yes ? letter : byte);
  }
  out.put(quote);
  if (hasChoices) for (const byte of special) choices[byte] = unknown;
}

const noLetters: EscapeLetters = new Uint8Array(256);

const choices = new Uint8Array(256);

/** Whether quotes in the cell are doubled, and none is escaped. */
function isDoubled(raw: Uint8Array, start: number, end: number, quote: number): boolean {
  let isAny = false;
  for (let p = start + 1; p < end - 2; p++) {
    if (raw[p] === BACKSLASH) {
      if (raw[++p] === quote) return false;
    } else if (raw[p] === quote && raw[p + 1] === quote) {
      isAny = true;
      p++;
    }
  }
  return isAny;
}

/** Whether a byte is to be escaped that may stand as it is, but for the backslash: as mysqldump does, or as the cell has it. */
function isEscaped(raw: Uint8Array, start: number, end: number, byte: number, letter: number): boolean {
  if (byte === BACKSLASH) return true;
  let isBare = false;
  for (let p = start + 1; p < end - 1; p++) {
    if (raw[p] === BACKSLASH) {
      if (raw[++p] === letter) return true;
    } else if (raw[p] === byte) isBare = true;
  }
  // the other quote needs no escape
  return !isBare && byte !== QUOTE && byte !== DOUBLE_QUOTE;
}
