/*
 * What stands over a postal code: up to three lines of street and building, and the name the address is headed by. In:
 * layout and labels of a text, the cell of the code. Out: streets and name, or signs that an office stands there.
 */

import { lastLabel, type Label } from './find-labels.ts';
import { isFullName, isOrganisation, personName, type PersonName } from './person-name.ts';
import { isComplement, isStreet, leading } from './street-line.ts';
import { alignedCell, type Cell, type TextLayout } from './text-layout.ts';

/** Lines looked at over the postal line: name, flat, building, street, hamlet. */
const mostLines = 6;

export interface LinesOver {
  streets: { start: number; end: number }[];
  name: PersonName | null;
  maybe: PersonName | null;
  isOffice: boolean;
  firstLine: number;
  start: number;
}

/** Upwards from the postal line: up to three lines of street and building, then the name. */
export function linesOver(layout: TextLayout, labels: readonly Label[], postal: Cell): LinesOver {
  const { text } = layout;
  const over: LinesOver = {
    streets: [],
    name: null,
    maybe: null,
    isOffice: false,
    firstLine: postal.line,
    start: postal.start,
  };
  let blanks = 0;
  let cell = postal;
  for (let line = postal.line - 1; line >= Math.max(0, postal.line - 2 * mostLines); line--) {
    if (layout.firstCells[line] === layout.firstCells[line + 1]) {
      if (++blanks > 1 || over.name !== null) break;
      continue;
    }
    const above = alignedCell(layout, cell, line);
    if (above === undefined || cell.line - line > 2) break;
    blanks = 0;
    const label = lastLabel(labels, above, above.end);
    const start = label !== undefined && label.valueStart <= above.end ? label.valueStart : above.start;
    const written = text.slice(start, above.end);
    const isHouse = isStreet(written) && over.streets.length < 3;
    if (!isHouse && isOrganisation(written)) {
      over.isOffice = true;
      break;
    }
    if (over.name !== null) break;
    if (isHouse || (over.streets.length > 0 && over.streets.length < 3 && isComplement(written))) {
      over.streets.unshift({ start: start + leading(written), end: above.end });
    } else {
      const name = personName(text, start, above.end);
      if (name !== null && (isFullName(name) || name.hasHonorific)) over.name = name;
      else if (name !== null && name.words.length > 1 && over.streets.length > 0) {
        over.maybe = name;
        break;
      } else if (over.streets.length > 3 || label !== undefined || written.length > 60) break;
      else if (over.streets.length === 0 || isComplement(written))
        over.streets.unshift({ start: start + leading(written), end: above.end });
      else break;
    }
    over.firstLine = line;
    over.start = start;
    if (label !== undefined) break;
    cell = above;
  }
  if (!over.streets.some(({ start, end }) => isStreet(text.slice(start, end)))) over.streets = [];
  return over;
}
