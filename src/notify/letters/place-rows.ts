// On which page each row of a letter stands, and where: rows that belong together are not parted, as long as a page can
// hold them. In: rows, a style. Out: the rows of each page with the place of their base line.

import type { LetterRow } from './letter-flow.ts';
import { type LetterStyle, page } from './letter-style.ts';

export interface PlacedRow extends LetterRow {
  /** Points from the lower edge, of the base line; and of what is above and below the row. */
  base: number;
  above: number;
  below: number;
}

/** The base line lies so deep in a row of text. */
const baseShare = 0.76;

export function placeRows(rows: readonly LetterRow[], style: LetterStyle): PlacedRow[][] {
  const pages: PlacedRow[][] = [[]];
  const bottom = page.height - style.foot;
  let at = page.height - style.firstTop;
  const turn = () => {
    pages.push([]);
    at = page.height - style.top;
  };
  for (let first = 0; first < rows.length;) {
    let end = first + 1;
    while (end < rows.length && rows[end - 1]!.isKept) end++;
    const group = rows.slice(first, end);
    const gap = (row: LetterRow, i: number): number => (i === 0 && pages.at(-1)!.length === 0 ? 0 : row.gap);
    const height = group.reduce((sum, row, i) => sum + row.height + gap(row, i), 0);
    if (at - height < bottom && pages.at(-1)!.length > 0) turn();
    for (const row of group) {
      // a group that no page can hold is parted where the page ends
      if (at - row.height - (pages.at(-1)!.length === 0 ? 0 : row.gap) < bottom && pages.at(-1)!.length > 0)
        turn();
      const above = at;
      at -= pages.at(-1)!.length === 0 ? 0 : row.gap;
      const base = at - row.height * baseShare;
      at -= row.height;
      pages.at(-1)!.push({ ...row, base, above, below: at });
    }
    first = end;
  }
  return pages;
}
