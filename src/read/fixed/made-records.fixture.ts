// Records of invented people as programs for mainframes write them, a line each, from a seed.

const lastNames =
  `MARTIN|BERNARD|DUBOIS|LE GALL|ROBERT|SAINT-MARTIN DE LA TOUR|PETIT|LI|MOREAU|DE LA FONTAINE`.split('|');
const firstNames = `JEAN|MARIE|ANNE SOPHIE|PIERRE|LEO|JEAN-BAPTISTE|ZOE|MAXIMILIENNE`.split('|');
const streets =
  `12 RUE DES LILAS|3 AVENUE FOCH|124 BOULEVARD VOLTAIRE|8 BIS IMPASSE DU MOULIN|45 RUE DE LA REPUBLIQUE ET DES ARTS`.split(
    '|',
  );
const syllables = 'BA BE BO LA LE LU MA ME RI RO TA TE NI NO SA SE VER DON GER PEL'.split(' ');
const towns = `PARIS|LYON|AIX EN PROVENCE|SAINT ETIENNE|NICE|LILLE`.split('|');

export interface Made {
  below: (limit: number) => number;
  /** A number of so many digits, zeros in front. */
  digits: (count: number) => string;
  between: (first: number, last: number, digits: number) => string;
  of: (texts: readonly string[]) => string;
  lastName: () => string;
  firstName: () => string;
  street: () => string;
  /** A name of its own. */
  word: () => string;
  town: () => string;
  /** YYYYMMDD */
  day: (firstYear: number, lastYear: number) => string;
}

export function madeLines(count: number, write: (made: Made, i: number) => string, seed = 7): string[] {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const between = (first: number, last: number, digits: number) =>
    String(first + below(last - first + 1)).padStart(digits, '0');
  const of = (texts: readonly string[]) => texts[below(texts.length)]!;
  const made: Made = {
    below,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    between,
    of,
    lastName: () => of(lastNames),
    firstName: () => of(firstNames),
    street: () => of(streets),
    word: () => Array.from({ length: 2 + below(3) }, () => of(syllables)).join(''),
    town: () => of(towns),
    day: (firstYear, lastYear) => between(firstYear, lastYear, 4) + between(1, 12, 2) + between(1, 28, 2),
  };
  return Array.from({ length: count }, (_, i) => write(made, i));
}

export function fileOf(lines: readonly string[], lineEnd = '\n'): Buffer {
  return Buffer.from(lines.map((line) => line + lineEnd).join(''));
}
