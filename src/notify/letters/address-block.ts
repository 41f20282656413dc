// An address as it is printed: the name, the lines below it, abroad the country. In: what is known of a recipient. Out:
// lines, the last in capitals without punctuation where NF Z 10-011 asks for it; null where a character cannot be set.

import type { LetterFont } from './font/letter-fonts.ts';
import { printableText } from './font/printable-text.ts';

export interface Addressed {
  /** Who is written to, in one line or two. */
  to: readonly string[];
  /** Below: the street first, postcode and town last. */
  lines: readonly string[];
  /** ISO 3166-1, two letters. */
  country: string | null;
}

/** `from`: the country the letter is posted in; its own is not named in an address. */
export function addressBlock(
  { to, lines, country }: Addressed,
  font: Pick<LetterFont, 'has'>,
  { from }: { from: string | null },
): string[] | null {
  const printed: string[] = [];
  const below = lines.filter((line) => line.trim() !== '');
  for (const [i, line] of [...to, ...below].entries()) {
    const isTown = i === to.length + below.length - 1;
    const set = printableText(isTown && country === 'FR' ? capitals(line) : line, font);
    if (set === null) return null;
    printed.push(set);
  }
  if (country !== null && country !== from) printed.push(countryName(country, from));
  return printed;
}

function capitals(line: string): string {
  return line
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[.,;:'’\-–_/]+/gu, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}

const inFrench = new Set(['FR', 'BE', 'LU', 'MC', 'CH']);
const names = new Map<string, string>();

/** In capitals, in French or English: what posts between countries read (UPU S42). */
function countryName(country: string, from: string | null): string {
  const language = from !== null && inFrench.has(from) ? 'fr' : 'en';
  const key = `${language} ${country}`;
  let name = names.get(key);
  if (name === undefined) {
    const known = /^[A-Z]{2}$/u.test(country)
      ? new Intl.DisplayNames([language], { type: 'region' }).of(country)
      : undefined;
    names.set(key, (name = (known ?? country).toLocaleUpperCase(language)));
  }
  return name;
}
