// Where an address has to stand to be read through the window of an envelope. In: nothing; this is a table. Millimetres
// from the left and the upper edge of A4 folded in three.
//
// `fr`: what can be seen through both usual windows of 220 × 110 mm, 45 × 100 and 35 × 100 mm at 20 mm from the right and
// the lower edge, however the sheet slides (10 mm across, 11 mm up and down), and within the frame French printers ask
// for, 85 × 33 mm at 110 and 55 mm. `de`: DIN 5008 form B: the address from 62.7 mm, of which one large print service
// accepts up to 85.5 mm and 107.5 mm from the left. `uk`: a window of 90 × 35 mm at 20 mm from the left and 18 mm from
// the lower edge of the same envelope, which most of the rest of the world uses too.

export type LetterWindow = 'fr' | 'de' | 'uk';

export interface WindowPlace {
  /** Of the address: nothing of it stands outside. */
  address: { left: number; top: number; width: number; height: number };
  /** Of the sender's line, in small type: its foot. */
  senderFoot: number;
  /** What may be seen through the window as the sheet slides: nothing else stands there. */
  clear: { left: number; top: number; right: number; bottom: number };
  /** Of the reference and the date, on the other side. */
  aside: { left: number; top: number; width: number };
  /** Marks at the left edge where the sheet is folded or punched. */
  marks: readonly number[];
}

export const letterWindows: Readonly<Record<LetterWindow, WindowPlace>> = {
  fr: {
    address: { left: 110, top: 55, width: 80, height: 24 },
    senderFoot: 52.5,
    clear: { left: 90, top: 44, right: 200, bottom: 90 },
    aside: { left: 25, top: 55, width: 60 },
    marks: [],
  },
  de: {
    address: { left: 25, top: 62.7, width: 80, height: 22.8 },
    senderFoot: 60.5,
    clear: { left: 20, top: 45, right: 110, bottom: 90 },
    aside: { left: 125, top: 55, width: 60 },
    // both folds and the middle of form B
    marks: [105, 148.5, 210],
  },
  uk: {
    address: { left: 25, top: 61, width: 75, height: 20 },
    senderFoot: 59.5,
    clear: { left: 10, top: 46, right: 110, bottom: 92 },
    aside: { left: 125, top: 55, width: 60 },
    marks: [],
  },
};

const right = new Set(['FR', 'MC', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'LU']);
const german = new Set(['DE', 'AT']);

/** The window that envelopes of a country have; null: it is not known where the letter goes. */
export function windowOf(country: string | null): LetterWindow {
  if (country === null) return 'uk';
  if (right.has(country)) return 'fr';
  return german.has(country) ? 'de' : 'uk';
}
