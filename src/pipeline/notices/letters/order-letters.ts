// In which order letters are printed: by country and number of sheets, which decide the postage, then by text, and in the
// order of the plan. In: the letters that are planned. Out: the sends of one batch after the other. Sixteen bytes a letter,
// whatever their number.

import type { PlannedLetters } from '../../../store/notices/index.ts';

export interface LetterSlice {
  country: string | null;
  sends: number[];
}

/** `sheetsOf`: null where a text cannot be printed for a country: its letters are left out. */
export function* orderLetters(
  { sends, variants, places, countries }: PlannedLetters,
  sheetsOf: (variant: number, country: string | null) => number | null,
  most: number,
): Generator<LetterSlice> {
  const sheets = new Map<string, number>();
  const order = new Float64Array(sends.length);
  // one number holds what is compared: sheets, country, text and place each take a part of it
  const numbers = [...new Set(variants)].toSorted((a, b) => a - b);
  const places0 = new Map(numbers.map((variant, i) => [variant, i]));
  const groups = new Map<string, { place: number; country: string | null; sheets: number }>();
  let count = 0;
  for (let i = 0; i < sends.length; i++) {
    const [variant, country] = [variants[i]!, countries[places[i]!]!];
    const key = `${variant} ${country}`;
    let of = sheets.get(key);
    if (of === undefined) sheets.set(key, (of = sheetsOf(variant, country) ?? 0));
    if (of === 0) continue;
    const name = `${of} ${country}`;
    let group = groups.get(name);
    if (group === undefined) groups.set(name, (group = { place: groups.size, country, sheets: of }));
    order[count++] = (group.place * numbers.length + places0.get(variant)!) * sends.length + i;
  }
  const sorted = order.subarray(0, count).sort();
  const inOrder = [...groups.values()];
  let slice: LetterSlice | null = null;
  let last = -1;
  for (const value of sorted) {
    const place = Math.floor(value / sends.length / numbers.length);
    if (slice !== null && (place !== last || slice.sends.length === most)) {
      yield slice;
      slice = null;
    }
    slice ??= { country: inOrder[place]!.country, sends: [] };
    slice.sends.push(sends[value % sends.length]!);
    last = place;
  }
  if (slice !== null) yield slice;
}
