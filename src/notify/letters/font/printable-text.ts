// Text as the fonts of letters can set it: composed, on one line, nothing that steers the direction or hides. In: a text
// of any origin. Out: the text, with the nearest letter in place of one that the fonts lack, or null where there is none.

import type { LetterFont } from './letter-fonts.ts';

/** What people and programs write in place of a letter, where its own is not at hand. */
const nearest: Readonly<Record<string, string>> = {
  '\u02bc': '’',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2015': '—',
  '\u3000': ' ',
};

/** `marks`: characters that are left as they are, as something else is set in their place. */
export function printableText(
  text: string,
  { has }: Pick<LetterFont, 'has'>,
  { marks = '' }: { marks?: string } = {},
): string | null {
  const composed = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
  if (has(composed)) return composed;
  let printed = '';
  for (const character of composed) {
    if (marks.includes(character)) printed += character;
    else {
      const set = [character, nearest[character] ?? character, withoutMarks(character)].find((one) =>
        has(one),
      );
      if (set === undefined) return null;
      printed += set;
    }
  }
  return printed;
}

function withoutMarks(character: string): string {
  return character.normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
