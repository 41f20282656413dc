/*
 * A text as lines and cells, and where in it reading can begin: digits, `@`, colons. Cells are what wide gaps, tabs and
 * `|` part on a line: the columns of a letter or of a form. In: text. Out: cells in reading order, offsets in ascending
 * order. One pass over the characters; understands nothing.
 */

export interface Cell {
  start: number;
  end: number;
  /** Counted from 0, blank lines included. */
  line: number;
  /** Characters before it on its line. */
  column: number;
  /** Its place among all cells. */
  index: number;
}

export interface TextLayout {
  text: string;
  cells: Cell[];
  /** By line: the index of its first cell; a line's cells end where the next line's begin. One more than there are lines. */
  firstCells: number[];
  /** First digit of each run of digits. */
  digits: number[];
  ats: number[];
  colons: number[];
}

/** So many blanks part two columns. */
const columnGap = 3;

export function textLayout(text: string): TextLayout {
  const layout: TextLayout = { text, cells: [], firstCells: [0], digits: [], ats: [], colons: [] };
  const { cells, firstCells, digits, ats, colons } = layout;
  let line = 0;
  let lineStart = 0;
  let cellStart = -1;
  let lastInk = 0;
  let wasDigit = false;
  const closeCell = (): void => {
    if (cellStart >= 0)
      cells.push({
        start: cellStart,
        end: lastInk + 1,
        line,
        column: cellStart - lineStart,
        index: cells.length,
      });
    cellStart = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (!wasDigit) digits.push(at);
      wasDigit = true;
    } else {
      wasDigit = false;
      if (code <= 32) {
        if (code === 10 || code === 13 || code === 12) {
          closeCell();
          if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
          line++;
          firstCells.push(cells.length);
          lineStart = at + 1;
        } else if (code === 9) closeCell();
        continue;
      }
      if (code === 0xa0) continue;
      if (code === 64) ats.push(at);
      else if (code === 58) colons.push(at);
      else if (code === 124 && isSpace(text.charCodeAt(at - 1))) {
        closeCell();
        continue;
      }
    }
    if (cellStart >= 0 && at - lastInk > columnGap) closeCell();
    if (cellStart < 0) cellStart = at;
    lastInk = at;
  }
  closeCell();
  firstCells.push(cells.length);
  return layout;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || Number.isNaN(code);
}

/** The cell that holds the offset `at`, or the last one before it; undefined when there is none. */
export function cellAt({ cells }: TextLayout, at: number): Cell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cells[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  const cell = cells[low];
  return cell !== undefined && cell.start <= at ? cell : undefined;
}

/** Cells that stand further apart than this are not one under the other. */
const farColumns = 6;

/** The cell of the line `line` that stands under or over `cell`: at the same column, or the only one of both lines. */
export function alignedCell(layout: TextLayout, cell: Cell, line: number): Cell | undefined {
  const from = layout.firstCells[line];
  const to = layout.firstCells[line + 1];
  if (from === undefined || to === undefined || from === to) return undefined;
  let best: Cell | undefined;
  for (let index = from; index < Math.min(to, from + 12); index++) {
    const other = layout.cells[index]!;
    const apart = Math.abs(other.column - cell.column);
    if (apart <= farColumns && (best === undefined || apart < Math.abs(best.column - cell.column)))
      best = other;
  }
  if (best !== undefined || to - from > 1) return best;
  const own = layout.firstCells[cell.line + 1]! - layout.firstCells[cell.line]!;
  return own === 1 ? layout.cells[from] : undefined;
}
