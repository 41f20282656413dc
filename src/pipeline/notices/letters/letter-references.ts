// The references of many letters at once. In: rows of the ledger. Out: thirteen digits each, in the same order.

import type { NoticeReferences } from '../../../notify/index.ts';
import { referenceCodeOf } from '../../../register/index.ts';

export function letterReferences(
  references: NoticeReferences,
  rows: readonly { recipient: number; salt: number }[],
): string[] {
  const numbers = references.numbers(
    Float64Array.from(rows, ({ recipient }) => recipient),
    Int32Array.from(rows, ({ salt }) => salt),
    rows.length,
  );
  return Array.from(numbers, referenceCodeOf);
}
