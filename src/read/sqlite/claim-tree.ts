// Finds out which pages belong to a b-tree, without reading its leaves: all are equally deep, so once one
// was met the others are known by where they hang. In: the root. Out: claims in the page map.

import {
  cellsOf,
  interiorIndexPage,
  interiorTablePage,
  leafIndexPage,
  leafTablePage,
  type PageFile,
  treeHeaderAt,
} from './page-file.ts';
import { claim, type PageMap } from './page-map.ts';

/** SQLite opens no deeper trees; with it the pages that wait are bounded. */
const maxDepth = 20;

export interface TreeMarks {
  interior: number;
  leaf: number;
}

/** Claims the tree under `root`; `lost` is told of pages that are named but not there, shared, or no b-tree pages. */
export function claimTree(
  file: PageFile,
  map: PageMap,
  root: number,
  marks: TreeMarks,
  lost: (page: number) => void,
): void {
  let leafDepth = -1;
  const pages = [root];
  const depths = [0];
  while (pages.length > 0) {
    const number = pages.pop()!;
    const depth = depths.pop()!;
    if (depth > maxDepth || !claim(map, number, marks.leaf)) {
      lost(number);
      continue;
    }
    if (depth === leafDepth) continue;
    const page = file.page(number);
    const cells = page && cellsOf(page, number);
    if (!page || !cells) continue; // what claims to be a leaf and is none is told when it is read
    if (cells.type === leafTablePage || cells.type === leafIndexPage) {
      leafDepth = depth;
      continue;
    }
    map[number] = marks.interior;
    for (const child of childrenOf(page, number, cells)) {
      pages.push(child);
      depths.push(depth + 1);
    }
  }
}

function* childrenOf(
  page: Buffer,
  number: number,
  cells: { type: number; count: number; pointersAt: number },
): Generator<number> {
  if (cells.type !== interiorTablePage && cells.type !== interiorIndexPage) return;
  yield page.readUInt32BE(treeHeaderAt(number) + 8);
  for (let i = cells.count - 1; i >= 0; i--) {
    const at = page.readUInt16BE(cells.pointersAt + i * 2);
    if (at + 4 <= page.length) yield page.readUInt32BE(at);
  }
}
