// How a letter looks: sizes and distances, as data. In: the size of its text. Out: all that follows from it, in points.

export const pointsPerMm = 72 / 25.4;

/** A4, points. */
export const page = { width: 210 * pointsPerMm, height: 297 * pointsPerMm };

export interface LetterStyle {
  size: number;
  /** From line to line. */
  leading: number;
  /** Left and right edge of the text; foot of its last line; first line of the pages that follow; of the first page. */
  left: number;
  right: number;
  foot: number;
  top: number;
  firstTop: number;
  /** Above a paragraph, a title, an entry of a list; below a title. */
  paragraphGap: number;
  titleGap: number;
  itemGap: number;
  belowTitle: number;
  indent: number;
  title: { size: number; leading: number };
  subject: { size: number; leading: number };
}

/** Largest first: the first that needs the fewest sheets is taken. A letter is never smaller than 11 points. */
export const usualSizes = [12, 11.5, 11] as const;
/** What is called large print in most guides begins at 14 to 16 points. */
export const largeSizes = [16] as const;

export function letterStyle(size: number): LetterStyle {
  const leading = size * 1.34;
  const isLarge = size >= largeSizes[0];
  return {
    size,
    leading,
    left: 25 * pointsPerMm,
    // some 80 characters a line
    right: (isLarge ? 190 : 184) * pointsPerMm,
    foot: 276 * pointsPerMm,
    top: 22 * pointsPerMm,
    firstTop: 99 * pointsPerMm,
    paragraphGap: leading * 0.45,
    titleGap: leading * 0.85,
    itemGap: leading * 0.18,
    belowTitle: leading * 0.2,
    indent: size * 1.25,
    title: { size: size * 1.08, leading: size * 1.34 },
    subject: { size: size * 1.34, leading: size * 1.62 },
  };
}

/** Hundredths of a point are 3.5 thousandths of a millimetre. */
export function shown(points: number): string {
  return String(Math.round(points * 100) / 100);
}
