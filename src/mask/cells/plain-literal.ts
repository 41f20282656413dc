// Cells of SQL that a plan keeps whatever they hold: whether what they hold stands there to be read. In: a cell as the file
// writes it. Out: yes, or no, where a server would make another value of it: a call, an operator, text in two pieces, escapes
// that no program needs. What is searched for survivors is what stands there.

import { latin1 } from '../ascii.ts';

const [QUOTE, BACKSLASH, DOUBLE, DOLLAR] = [0x27, 0x5c, 0x22, 0x24];

/** `escapes`: a backslash takes the meaning off what follows; in a COPY it always does. */
export function isPlainLiteral(
  bytes: Uint8Array,
  start: number,
  end: number,
  { escapes, isCopy }: { escapes: boolean; isCopy: boolean },
): boolean {
  if (isCopy) return hasUsualEscapes(bytes, start, end, copyEscapes);
  const first = bytes[start]!;
  if (first !== QUOTE && (first !== DOUBLE || !escapes)) return isPlainOther(bytes, start, end, escapes);
  return isOneString(bytes, start, end, escapes);
}

const usualEscapes = tableOf(`0'"bnrtZ\\%_/`);
const copyEscapes = tableOf('Nbfnrtv\\.');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from(characters)) table[byte] = 1;
  return table;
}

function hasUsualEscapes(bytes: Uint8Array, start: number, end: number, usual: Uint8Array): boolean {
  for (let at = start; at < end; at++)
    if (bytes[at] === BACKSLASH && (++at === end || usual[bytes[at]!] === 0)) return false;
  return true;
}

/** From its quote to the same at `end`, with nothing behind. */
function isOneString(bytes: Uint8Array, start: number, end: number, escapes: boolean): boolean {
  const quote = bytes[start]!;
  const last = end - 1;
  if (last === start || bytes[last] !== quote) return false;
  for (let at = start + 1; at < last; at++) {
    const byte = bytes[at]!;
    if (byte === BACKSLASH && escapes) {
      if (++at >= last || usualEscapes[bytes[at]!] === 0) return false;
    } else if (byte === quote && (++at >= last || bytes[at] !== quote)) return false;
  }
  return true;
}

/** Numbers, NULL, strings with what says of which kind they are, casts. */
function isPlainOther(bytes: Uint8Array, start: number, end: number, escapes: boolean): boolean {
  let at = start;
  while (at < end && (isLetter(bytes[at]!) || bytes[at] === 0x20)) at++;
  const hasString = at < end && (bytes[at] === QUOTE || bytes[at] === DOUBLE);
  if (!hasString && bytes[start] === DOLLAR) return isDollarString(latin1(bytes, start, end));
  const word = latin1(bytes, start, Math.min(at, start + longestWord))
    .trim()
    .toLowerCase();
  if (hasString && introducers.test(word)) {
    // \060 is a digit there
    if (word === 'e' && latin1(bytes, at, end).includes('\\0')) return false;
    if (isOneString(bytes, at, end, escapes || word === 'e')) return true;
  }
  return end - start <= longestCast && isCast(latin1(bytes, start, end));
}

const longestWord = 32;
/** With the string that it has. */
const longestCast = 64 << 10;

const introducers = /^(?:n|e|x|b|_[a-z\d_]+|date|time|timestamp)$/u;

function isLetter(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x5f || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

function isDollarString(text: string): boolean {
  const tag = /^\$\w*\$/u.exec(text)?.[0];
  return (
    tag !== undefined && text.length >= 2 * tag.length && text.indexOf(tag, 1) === text.length - tag.length
  );
}

/** One value, and nothing around it that makes another of it. */
function isCast(text: string): boolean {
  const strings = text.match(/'(?:[^'\\]|'')*'/gu) ?? [];
  const rest = text.replaceAll(/'(?:[^'\\]|'')*'/gu, " ' ");
  const isDate = /^\s*(?:to_date|to_timestamp|to_timestamp_tz|convert|str_to_date)\s*\(/iu.test(rest);
  if (strings.length > (isDate ? 2 : 1)) return false;
  const bare = rest
    .replace(/(?:::\s*|\bas\s+)[\w ."[\]]+(?:\(\s*(?:\d+|max)(?:\s*,\s*\d+)?\s*\))?(?:\[\])*/giu, ' ')
    .replaceAll(/\b(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b/giu, ' ');
  if (/[^\w\s'(),.+-]/u.test(bare) || /'\s*[+-]|[+-]\s*'/u.test(bare)) return false;
  return (bare.match(/[a-z_]\w*/giu) ?? []).every((word) => quietWords.has(word.toLowerCase()));
}

const quietWords = new Set(
  (
    'null default true false nan n e x b cast convert to_date to_timestamp to_timestamp_tz str_to_date to_clob to_nclob ' +
    'current_timestamp current_date current_time now getdate sysdate systimestamp localtimestamp utc_timestamp newid uuid ' +
    'date time datetime timestamp varchar nvarchar numeric decimal int signed unsigned hextoraw empty_clob empty_blob ' +
    'st_geomfromtext st_geomfromwkb geomfromtext point nextval currval interval year month day hour minute second'
  ).split(' '),
);
