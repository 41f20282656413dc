// The foot of a page: which of how many it is. In: numbers. Out: operators.

import { page, pointsPerMm } from './letter-style.ts';
import type { PageOps } from './page-ops.ts';

export const footSize = 8.5;
export const footBase = page.height - 286 * pointsPerMm;

/** `number`: from 0. `right`: where it ends. */
export function pageNumber(number: number, of: number, right: number, ops: PageOps): string {
  if (of === 1) return '';
  const text = `${number + 1}/${of}`;
  return ops.artifact(
    ops.text('regular', footSize, right - ops.width('regular', footSize, text), footBase, text),
  );
}
