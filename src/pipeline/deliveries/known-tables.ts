// What a case knows of tables from its earlier deliveries, so that a later part of one is read as the parts before it:
// schemas, and what the columns hold. In: heads of deliveries. Out: answers for whoever settles tables. No value.

import type { ClassFinding } from '../../recognise/index.ts';
import type { TableSchema } from '../../read/index.ts';
import type { InputSchema } from '../read-job.ts';
import { mapColumns } from '../table-columns.ts';

export interface KnownColumns {
  columns: (string | null)[];
  /** Values in each column, of the part that told most of it. */
  filled: ArrayLike<number>;
  /** By column, best first. */
  findings: ClassFinding[][];
}

export interface KnownTables {
  schemas: (InputSchema & { schema: TableSchema })[];
  /** Of tables that may have parts in several files: by database or folder, and name. */
  tableOf(folder: string, table: string): KnownColumns | null;
}

export const nothingKnown: KnownTables = { schemas: [], tableOf: () => null };

/** The findings by column; where an earlier part had more values of one, what was found there. */
export function withKnown(
  findings: ClassFinding[][],
  columns: readonly (string | null)[],
  filled: ArrayLike<number>,
  known: KnownColumns | null,
): ClassFinding[][] {
  if (known === null) return findings;
  const judged = [...findings];
  mapColumns(known.columns, columns).forEach((column, i) => {
    if (judged[column] !== undefined && known.filled[i]! > filled[column]!)
      judged[column] = known.findings[i]!;
  });
  return judged;
}
