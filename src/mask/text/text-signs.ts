// Signs of what is in a text: digits, `@`, signs of escapes, of packed data, of tags. What has none of a sign is not
// searched for what needs it.

export const textSigns = {
  digit: 1,
  at: 2,
  /** `\\` */
  backslash: 4,
  /** `%` */
  percent: 8,
  /** `&` */
  ampersand: 16,
  /** `=` */
  equals: 32,
  /** `{`, `[`, `|` */
  bracket: 64,
  /** `>` */
  tag: 128,
  nul: 256,
  capital: 512,
  small: 1024,
  /** What may begin a letter or digit that stands for a plain one. */
  odd: 2048,
} as const;

const signOf = createSigns();

function createSigns(): Uint16Array {
  const table = new Uint16Array(256);
  table.fill(textSigns.digit, 48, 58).fill(textSigns.capital, 65, 91).fill(textSigns.small, 97, 123);
  const signs = {
    '@': 'at',
    '\\': 'backslash',
    '%': 'percent',
    '&': 'ampersand',
    '=': 'equals',
    '{': 'bracket',
  } as const;
  for (const [sign, name] of Object.entries(signs)) table[sign.charCodeAt(0)] = textSigns[name];
  for (const sign of '[|') table[sign.charCodeAt(0)] = textSigns.bracket;
  for (const lead of [0xd9, 0xdb, 0xe2, 0xe3, 0xef, 0xf0]) table[lead] = textSigns.odd;
  table[62] = textSigns.tag;
  table[0] = textSigns.nul;
  return table;
}

/** All that are in the span, added up. */
export function readSigns(bytes: Uint8Array, start: number, end: number): number {
  let signs = 0;
  let at = start;
  for (const last = end - 3; at < last; at += 4)
    signs |=
      signOf[bytes[at]!]! | signOf[bytes[at + 1]!]! | signOf[bytes[at + 2]!]! | signOf[bytes[at + 3]!]!;
  for (; at < end; at++) signs |= signOf[bytes[at]!]!;
  return signs;
}
