// The rows of one page of a table, and what is left in it of rows that were deleted.
// In: a page. Out: its cells in the order of their bytes, none of them twice, none overlapping, however
// the page says they lie; the readable text of its free stretches.

import type { DatabaseHeader } from './database-header.ts';
import { freeBlockHeaderBytes, freeText } from './free-text.ts';
import { treeHeaderAt } from './page-file.ts';

/** Positions of cells in ascending order: 65,536 bytes hold no more. */
const sorted = new Uint16Array(32_768);

/** Valid until the next call. */
export function cellPositions(page: Buffer, cells: { count: number; pointersAt: number }): Uint16Array {
  const { count, pointersAt } = cells;
  const positions = sorted.subarray(0, count);
  let isSorted = true;
  // pages that were filled in order have their last row first
  for (let i = 0; i < count; i++) {
    positions[i] = page.readUInt16BE(pointersAt + (count - 1 - i) * 2);
    if (i > 0 && positions[i]! < positions[i - 1]!) isSorted = false;
  }
  return isSorted ? positions : positions.sort();
}

/** Text of the gap before the cells, and of the blocks between them; '' where nothing was deleted. */
export function freeTextOfPage(
  page: Buffer,
  number: number,
  cells: { count: number; pointersAt: number },
  widths: readonly number[],
  text: DatabaseHeader['text'],
): string {
  const header = treeHeaderAt(number);
  const gapFrom = cells.pointersAt + cells.count * 2;
  const gapTo = Math.min(page.readUInt16BE(header + 5) || page.length, page.length);
  const texts: string[] = [];
  if (gapFrom < gapTo) texts.push(freeText(page, gapFrom, gapTo, text, widths));
  let block = page.readUInt16BE(header + 1);
  let last = 0;
  // the list ascends; one that does not would never end
  while (block > last && block + freeBlockHeaderBytes <= page.length) {
    const end = Math.min(block + page.readUInt16BE(block + 2), page.length);
    texts.push(freeText(page, block, end, text, widths));
    last = block;
    block = page.readUInt16BE(block);
  }
  return texts.filter((part) => part !== '').join('\n');
}
