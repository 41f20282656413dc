// Text of a page that no table uses: one that was freed, or that nobody names any more.
// In: its bytes. Out: the values of the cells it still lists, and readable runs; '' where there are none.

import { freeText, recordText } from './free-text.ts';
import { cellPositions, freeTextOfPage } from './leaf-page.ts';
import { cellsOf, interiorTablePage, type PageFile } from './page-file.ts';
import { createPayload, locatePayload } from './payload.ts';

/** Nothing can be claimed here: of rows that overflowed, the pages they went on in are read for themselves. */
const noPages = new Uint16Array(0);

export function unusedPageText(
  file: PageFile,
  page: Buffer,
  number: number,
  widths: readonly number[],
): string {
  const { text } = file.header;
  const cells = cellsOf(page, number);
  if (!cells || cells.type === interiorTablePage) return freeText(page, 0, page.length, text, widths);
  const payload = createPayload();
  const lines: string[] = [];
  let end = 0;
  for (const at of cellPositions(page, cells)) {
    const isThere = at >= end && locatePayload(file, noPages, page, page.length, cells.type, at, payload);
    // what was written over since is no list of cells
    if (!isThere) return freeText(page, 0, page.length, text, widths);
    end = at + (payload.end - payload.from);
    const line = recordText(payload.bytes, payload.from, payload.end, text);
    if (line !== '') lines.push(line);
  }
  const left = freeTextOfPage(page, number, cells, widths, text);
  return [...lines, ...(left === '' ? [] : [left])].join('\n');
}
